import type { z } from "zod";
import type { ReplyOf } from "../../kernel/endpoint.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { BusinessDate } from "../../kernel/time.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { joinSql, type Sql, sql } from "../../platform/sql.ts";
import type {
  listPurchaseRequests as endpoint,
  purchaseRequestView,
  purchaseStates,
} from "./contract.ts";

export type PurchaseState = (typeof purchaseStates)[number];

export interface PurchaseFilter {
  readonly state?: PurchaseState | undefined;
  readonly orderId?: Uuid | undefined;
  readonly after?: Uuid | undefined;
  readonly limit: number;
}

interface RequestRow {
  readonly id: Uuid;
  readonly variant_id: Uuid;
  readonly sku: string;
  readonly title: string;
  readonly options: string;
  readonly location_id: Uuid;
  readonly location_code: string;
  readonly order_id: Uuid;
  readonly order_line_id: Uuid;
  readonly quantity: bigint;
  readonly state: PurchaseState;
  readonly needed_by: BusinessDate | null;
  readonly requested_at: Date;
  readonly changed_at: Date;
  readonly changed_by: string;
}

/** Purchase requests, oldest first. One round trip. */
export async function listPurchaseRequests(
  ctx: Context,
  filter: PurchaseFilter,
): Promise<ReplyOf<typeof endpoint>> {
  const { state, orderId, after, limit } = filter;
  const where: Sql[] = [sql`true`];
  if (state !== undefined) where.push(sql`r.state = ${state}`);
  if (orderId !== undefined) where.push(sql`r.order_id = ${orderId}`);
  if (after !== undefined) {
    where.push(sql`(r.requested_at, r.id) > (
      select a.requested_at, a.id from purchasing.purchase_request a where a.id = ${after})`);
  }
  const rows = await ctx.db.all(requestQuery(ctx, joinSql(where, "and"), limit + 1));
  const items = rows.slice(0, limit).map(requestViewOf);
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

export async function getPurchaseRequest(
  ctx: Context,
  purchaseId: Uuid,
): Promise<z.output<typeof purchaseRequestView>> {
  return requestViewOf(await ctx.db.one(requestQuery(ctx, sql`r.id = ${purchaseId}`, 1)));
}

function requestQuery(ctx: Context, where: Sql, limit: number): Sql<RequestRow> {
  return sql<RequestRow>`
    select r.*, i.sku, coalesce(t.title, i.sku) as title, coalesce(t.options, '') as options,
           l.code as location_code
    from purchasing.purchase_request r
    join inventory.item i on i.variant_id = r.variant_id
    join inventory.location l on l.id = r.location_id
    left join lateral (
      select title, options from inventory.item_text
      where variant_id = r.variant_id and locale in (${ctx.locale}, 'en')
      order by (locale = ${ctx.locale}) desc limit 1
    ) t on true
    where ${where}
    order by r.requested_at, r.id
    limit ${limit}`;
}

function requestViewOf(row: RequestRow): z.output<typeof purchaseRequestView> {
  return {
    id: typeId("purchase", row.id),
    variantId: typeId("variant", row.variant_id),
    sku: row.sku,
    title: row.title,
    options: row.options,
    locationId: typeId("location", row.location_id),
    locationCode: row.location_code,
    orderId: typeId("order", row.order_id),
    orderLineId: typeId("order_line", row.order_line_id),
    quantity: Number(row.quantity),
    state: row.state,
    neededBy: row.needed_by,
    requestedAt: row.requested_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
    changedBy: row.changed_by,
  };
}
