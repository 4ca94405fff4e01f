import { assert } from "../../kernel/assert.ts";
import { asCurrency } from "../../kernel/currency.ts";
import type { InputOf, ReplyOf } from "../../kernel/endpoint.ts";
import { badRequest, notFound, refuse } from "../../kernel/errors.ts";
import { isUuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type {
  getAccountOrder,
  getOrderByLink,
  listAccountOrders,
  OrderFulfilmentStatus,
  OrderPaymentStatus,
  OrderStatus,
} from "./contract.ts";
import { linkSecretOf } from "./link-secret.ts";
import { readOrderView, summaryOf } from "./order-view.ts";
import { findOrder, findOrderByLink } from "./queries.ts";

export async function answerOrderByLink(
  ctx: Context,
  { params }: InputOf<typeof getOrderByLink>,
): Promise<ReplyOf<typeof getOrderByLink>> {
  const order = await findOrderByLink(ctx, params.secret);
  return readOrderView(ctx, order ?? refuse(notFound));
}

/** Another customer's order is as absent as one that never was. */
export async function answerAccountOrder(
  ctx: Context,
  { params }: InputOf<typeof getAccountOrder>,
): Promise<ReplyOf<typeof getAccountOrder>> {
  const order = await findOrder(ctx, params.id);
  if (order === null || order.customerId !== customerOf(ctx)) refuse(notFound);
  return { ...(await readOrderView(ctx, order)), linkSecret: linkSecretOf(order) };
}

interface SummaryRow {
  id: string;
  number: string;
  status: OrderStatus;
  payment_status: OrderPaymentStatus;
  fulfilment_status: OrderFulfilmentStatus;
  total_minor: bigint;
  currency: string;
  units: bigint;
  created_at: Date;
  placed_at: Date | null;
  picture_key: string | null;
}

/** One round trip. */
export async function answerAccountOrders(
  ctx: Context,
  { query }: InputOf<typeof listAccountOrders>,
): Promise<ReplyOf<typeof listAccountOrders>> {
  const after = query.after === undefined ? null : readCursor(query.after);
  const rows = await ctx.db.all<SummaryRow>(sql`
    select o.id, o.number, o.status, o.payment_status, o.fulfilment_status, o.total_minor, o.currency,
           o.units, o.created_at, o.placed_at,
           (select l.picture_key from orders.line l
            where l.order_id = o.id and l.picture_key is not null order by l.position limit 1) as picture_key
    from orders.order o
    where o.customer_id = ${customerOf(ctx)}
      and (${after === null} or (o.created_at, o.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by o.created_at desc, o.id desc limit ${query.limit + 1}`);
  const page = rows.slice(0, query.limit);
  const last = rows.length > page.length ? page.at(-1) : undefined;
  return {
    orders: page.map((row) =>
      summaryOf(
        {
          id: row.id,
          number: row.number,
          status: row.status,
          paymentStatus: row.payment_status,
          fulfilmentStatus: row.fulfilment_status,
          totalMinor: row.total_minor,
          currency: asCurrency(row.currency),
          units: row.units,
          createdAt: row.created_at,
          placedAt: row.placed_at,
        },
        row.picture_key,
      ),
    ),
    next: last === undefined ? null : writeCursor(last),
  };
}

function customerOf(ctx: Context): string {
  assert(ctx.principal.kind === "customer", "the endpoint is for customers");
  return ctx.principal.customerId;
}

function writeCursor(row: { created_at: Date; id: string }): string {
  return Buffer.from(`${row.created_at.toISOString()} ${row.id}`).toString("base64url");
}

function readCursor(text: string): { at: Date; id: string } {
  const [at = "", id = ""] = Buffer.from(text, "base64url").toString().split(" ");
  const time = new Date(at);
  if (Number.isNaN(time.getTime()) || !isUuid(id)) refuse(badRequest, { problem: "after" });
  return { at: time, id };
}
