import type { Uuid } from "../../../kernel/ids.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";

/**
 * Makes an order's held goods its own for good: they expire no more. The caller holds the order's
 * lock. One round trip.
 * @returns how many reservations were held
 */
export function allocateReservations(ctx: Context, orderId: Uuid): Promise<number> {
  return ctx.db.run(sql`
    update inventory.reservation
    set state = 'allocated', expires_at = null, changed_at = ${ctx.now}
    where order_id = ${orderId} and state = 'held'`);
}
