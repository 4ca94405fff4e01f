import { asCurrency } from "../../kernel/currency.ts";
import type { InputOf, ReplyOf } from "../../kernel/endpoint.ts";
import { money, toWire } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import { badRequest, refuse } from "../../kernel/errors.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import { getSettings, shopToday } from "../settings/index.ts";
import type { listOrders, OrderNeed, OrderRowView } from "./contract.ts";
import { filterCondition, type OrderFilter } from "./order-filter.ts";
import { needsColumn } from "./order-needs.ts";

interface OrderRow {
  id: string;
  number: string;
  status: OrderRowView["status"];
  payment_status: OrderRowView["paymentStatus"];
  fulfilment_status: OrderRowView["fulfilmentStatus"];
  payment_method: OrderRowView["paymentMethod"];
  name: string;
  email: string;
  country: string;
  currency: string;
  total_minor: bigint;
  units: bigint;
  hold_reason: string | null;
  needs: OrderNeed[];
  promised_by: string;
  created_at: Date;
}

/** Orders that a filter lets through, newest first, from `before` on: one round trip. */
export async function ordersMatching(
  ctx: Context,
  filter: OrderFilter,
  limit: number,
  before: Sql = sql`true`,
): Promise<OrderRowView[]> {
  const today = await shopToday(ctx);
  const { timeZone } = await getSettings(ctx, "shop");
  const rows = await ctx.db.all<OrderRow>(sql`
    select o.id, o.number, o.status, o.payment_status, o.fulfilment_status, o.payment_method,
           coalesce(o.shipping_address, o.billing_address) ->> 'name' as name, o.email,
           coalesce(o.shipping_address, o.billing_address) ->> 'country' as country,
           o.currency, o.total_minor, o.units, o.hold_reason, ${needsColumn(today)} as needs,
           o.delivery ->> 'latest' as promised_by, o.created_at
    from orders.order o
    where ${filterCondition(filter, today, timeZone)} and ${before}
    order by o.created_at desc, o.id desc limit ${limit}`);
  return rows.map(rowView);
}

export async function answerOrders(
  ctx: Context,
  { query: { after, limit, ...filter } }: InputOf<typeof listOrders>,
): Promise<ReplyOf<typeof listOrders>> {
  const found = await ordersMatching(ctx, filter, limit + 1, readCursor(after));
  const items = found.slice(0, limit);
  const last = found.length > items.length ? items.at(-1) : undefined;
  return { items, next: last === undefined ? null : writeCursor(last) };
}

function rowView(row: OrderRow): OrderRowView {
  return {
    id: typeId("order", row.id),
    number: row.number,
    status: row.status,
    paymentStatus: row.payment_status,
    fulfilmentStatus: row.fulfilment_status,
    paymentMethod: row.payment_method,
    name: row.name,
    email: row.email,
    country: row.country,
    total: toWire(money(row.total_minor, asCurrency(row.currency))),
    itemCount: Number(row.units),
    holdReason: row.hold_reason,
    needs: row.needs,
    promisedBy: row.promised_by,
    createdAt: row.created_at.toISOString(),
  };
}

function writeCursor(row: OrderRowView): string {
  return Buffer.from(`${row.createdAt} ${row.number}`).toString("base64url");
}

function readCursor(after: string | undefined): Sql {
  if (after === undefined) return sql`true`;
  const [at = "", number = ""] = Buffer.from(after, "base64url").toString().split(" ");
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) refuse(badRequest, { problem: "after" });
  return sql`(o.created_at, o.id) < (${time}::timestamptz,
    (select id from orders.order where number = ${number}))`;
}
