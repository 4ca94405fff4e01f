import { type Sql, sql } from "../../../platform/sql.ts";
import type { Reservation } from "./reservation.ts";

/** The insert of new reservations, as part of the statement that takes the goods. */
export function insertReservations(reservations: readonly Reservation[], ifDone: Sql): Sql {
  const payload = JSON.stringify(
    reservations.map((each) => ({
      id: each.id,
      order_id: each.orderId,
      order_line_id: each.orderLineId,
      variant_id: each.variantId,
      location_id: each.locationId,
      lot: each.lot,
      quantity: each.quantity,
      backordered: each.backordered,
      state: each.state,
      expires_at: each.expiresAt,
      changed_at: each.changedAt,
    })),
  );
  return sql`
    insert into inventory.reservation
      (id, order_id, order_line_id, variant_id, location_id, lot, quantity, backordered, state, expires_at, changed_at)
    select id, order_id, order_line_id, variant_id, location_id, lot, quantity, backordered, state, expires_at, changed_at
    from jsonb_to_recordset(${payload}::jsonb) as r
      (id uuid, order_id uuid, order_line_id uuid, variant_id uuid, location_id uuid, lot text,
       quantity bigint, backordered boolean, state text, expires_at timestamptz, changed_at timestamptz)
    where ${ifDone}`;
}
