import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { type StockRow, stockFrom } from "./stock-row.ts";
import { availableOf, backorderRoom, promisableOf, type StockPolicy } from "./stock.ts";

export interface Availability {
  /** On the shelves of active warehouses and promised to nobody. */
  readonly available: number;
  /** May be promised beyond that; Infinity when the supplier delivers. */
  readonly backorderRoom: number;
  readonly policy: StockPolicy;
  /** Days until a unit beyond the shelves is promised. */
  readonly backorderDays: number;
  /** Active warehouses that hold any, lots added up. */
  readonly byLocation: ReadonlyMap<Uuid, number>;
}

/**
 * What can be promised of each variant at this moment. Variants that do not exist are missing from
 * the answer. One round trip.
 */
export async function readAvailability(
  ctx: Pick<Context, "db">,
  variantIds: readonly Uuid[],
): Promise<Map<Uuid, Availability>> {
  const rows = await ctx.db.all<StockRow & { backorder_days: number }>(sql`
    select i.variant_id, i.product_id, i.sku, i.stock_policy, i.backorder_cap, i.backorder_days,
           s.location_id, coalesce(s.lot, '') as lot, coalesce(s.warehouse, false) as warehouse,
           coalesce(l.active, false) as active, coalesce(s.on_hand, 0) as on_hand,
           coalesce(s.reserved, 0) as reserved
    from inventory.item i
    left join inventory.stock s on s.variant_id = i.variant_id and s.warehouse
    left join inventory.location l on l.id = s.location_id
    where i.variant_id = any(${variantIds}::uuid[])`);
  const answer = new Map<Uuid, Availability>();
  for (const [variantId, ofVariant] of Map.groupBy(rows, (row) => row.variant_id)) {
    const [first] = ofVariant;
    if (first !== undefined) answer.set(variantId, availabilityOf(first, ofVariant));
  }
  return answer;
}

function availabilityOf(
  first: StockRow & { backorder_days: number },
  rows: readonly StockRow[],
): Availability {
  const stock = rows.map(stockFrom);
  const { available, backordered } = promisableOf(stock);
  const byLocation = new Map<Uuid, number>();
  for (const row of stock) {
    const units = row.active ? availableOf(row) : 0;
    if (units > 0) byLocation.set(row.locationId, (byLocation.get(row.locationId) ?? 0) + units);
  }
  return {
    available,
    backorderRoom: backorderRoom(first.stock_policy, first.backorder_cap, backordered),
    policy: first.stock_policy,
    backorderDays: first.backorder_days,
    byLocation,
  };
}
