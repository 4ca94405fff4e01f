import type { Uuid } from "../../../kernel/ids.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";

export interface UnitsWithCustomer {
  readonly variantId: Uuid;
  /** The warehouse they were sent from. */
  readonly locationId: Uuid;
  readonly lot: string;
  readonly quantity: number;
}

/**
 * What was sent for an order and has not come back to where it was sent from, the latest goods issue
 * first: no more than this can be returned there. One round trip. The caller holds the order's lock.
 */
export function unitsWithCustomer(ctx: Context, orderId: Uuid): Promise<UnitsWithCustomer[]> {
  return ctx.db.all<UnitsWithCustomer>(sql`
    select variant_id as "variantId", location_id as "locationId", lot, sum(units)::integer as quantity
    from (
      select variant_id, from_location as location_id, lot, quantity as units, moved_at
      from inventory.movement where order_id = ${orderId} and reason = 'shipment'
      union all
      select variant_id, to_location, lot, -quantity, null
      from inventory.movement where order_id = ${orderId} and reason = 'return'
    ) moved
    group by variant_id, location_id, lot
    having sum(units) > 0
    order by max(moved_at) desc, variant_id, location_id, lot`);
}
