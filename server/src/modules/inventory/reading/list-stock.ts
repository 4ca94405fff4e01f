import type { z } from "zod";
import type { ReplyOf } from "../../../kernel/endpoint.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { typeId } from "../../../kernel/type-id.ts";
import type { Context } from "../../../platform/context.ts";
import { joinSql, type Sql, sql } from "../../../platform/sql.ts";
import { getSettings } from "../../settings/index.ts";
import type { listStock as endpoint, stockAtView, stockRowView } from "../contract.ts";
import { availableOf, backorderedOf, stockStateOf } from "../stock.ts";

export interface StockFilter {
  readonly search?: string | undefined;
  readonly locationId?: Uuid | undefined;
  readonly only?: "low" | "out" | "backordered" | undefined;
  /** The SKU after which the page begins. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface ItemRow {
  readonly variant_id: Uuid;
  readonly product_id: Uuid;
  readonly sku: string;
  readonly title: string;
  readonly options: string;
  readonly on_hand: bigint;
  readonly reserved: bigint;
  readonly available: bigint;
  readonly backordered: bigint;
  readonly at: readonly PlaceRow[];
}

interface PlaceRow {
  readonly location_id: Uuid;
  readonly lot: string;
  readonly on_hand: number;
  readonly reserved: number;
}

/** Stock by variant in the order of SKUs, with what each warehouse holds. One round trip. */
export async function listStock(
  ctx: Context,
  filter: StockFilter,
): Promise<ReplyOf<typeof endpoint>> {
  const { lowStockAt } = await getSettings(ctx, "checkout");
  const rows = await ctx.db.all(stockQuery(ctx, conditions(filter, lowStockAt), filter));
  const items = rows.slice(0, filter.limit).map((row) => stockRowViewOf(row, lowStockAt));
  return { items, next: rows.length > filter.limit ? (items.at(-1)?.sku ?? null) : null };
}

/** One variant's row, or null when there is no such variant. */
export async function findStockRow(
  ctx: Context,
  variantId: Uuid,
): Promise<z.output<typeof stockRowView> | null> {
  const { lowStockAt } = await getSettings(ctx, "checkout");
  const [row] = await ctx.db.all(
    stockQuery(ctx, [sql`i.variant_id = ${variantId}`], { limit: 1, locationId: undefined }),
  );
  return row === undefined ? null : stockRowViewOf(row, lowStockAt);
}

function conditions(filter: StockFilter, lowStockAt: number): Sql[] {
  const all: Sql[] = [];
  const { search = "", only, after } = filter;
  if (search !== "") {
    const like = `%${search.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    all.push(sql`(i.sku ilike ${like} or i.barcode = ${search} or exists (
      select from inventory.item_text t where t.variant_id = i.variant_id and t.title ilike ${like}))`);
  }
  if (only === "out") all.push(sql`s.available = 0 and i.active`);
  if (only === "low") all.push(sql`s.available between 1 and ${lowStockAt} and i.active`);
  if (only === "backordered") all.push(sql`s.backordered > 0`);
  if (after !== undefined) all.push(sql`i.sku > ${after}`);
  return all;
}

function stockQuery(
  ctx: Context,
  where: readonly Sql[],
  filter: Pick<StockFilter, "limit" | "locationId">,
): Sql<ItemRow> {
  const here =
    filter.locationId === undefined ? sql`true` : sql`r.location_id = ${filter.locationId}`;
  return sql<ItemRow>`
    select i.variant_id, i.product_id, i.sku, coalesce(t.title, i.sku) as title,
           coalesce(t.options, '') as options, s.*
    from inventory.item i
    cross join lateral (
      select coalesce(sum(r.on_hand), 0)::bigint as on_hand,
             coalesce(sum(r.reserved), 0)::bigint as reserved,
             coalesce(sum(greatest(r.on_hand - r.reserved, 0)), 0)::bigint as available,
             coalesce(sum(greatest(r.reserved - r.on_hand, 0)), 0)::bigint as backordered,
             coalesce(jsonb_agg(jsonb_build_object(
               'location_id', r.location_id, 'lot', r.lot,
               'on_hand', r.on_hand, 'reserved', r.reserved
             ) order by r.location_id, r.lot) filter (where r.variant_id is not null), '[]') as at
      from inventory.stock r
      where r.variant_id = i.variant_id and r.warehouse and ${here}
    ) s
    left join lateral (
      select title, options from inventory.item_text
      where variant_id = i.variant_id and locale in (${ctx.locale}, 'en')
      order by (locale = ${ctx.locale}) desc limit 1
    ) t on true
    where ${where.length === 0 ? sql`true` : joinSql(where, "and")}
    order by i.sku
    limit ${filter.limit + 1}`;
}

export function stockRowViewOf(row: ItemRow, lowStockAt: number): z.output<typeof stockRowView> {
  return {
    variantId: typeId("variant", row.variant_id),
    productId: typeId("product", row.product_id),
    sku: row.sku,
    title: row.title,
    options: row.options,
    onHand: Number(row.on_hand),
    reserved: Number(row.reserved),
    available: Number(row.available),
    backordered: Number(row.backordered),
    state: stockStateOf(Number(row.available), lowStockAt),
    locations: row.at.map(placeViewOf),
  };
}

function placeViewOf(place: PlaceRow): z.output<typeof stockAtView> {
  const stock = { onHand: place.on_hand, reserved: place.reserved };
  return {
    locationId: typeId("location", place.location_id),
    lot: place.lot,
    ...stock,
    available: availableOf(stock),
    backordered: backorderedOf(stock),
  };
}
