import { assert } from "../../../kernel/assert.ts";
import { newId, type Uuid } from "../../../kernel/ids.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import type { Reservation, ReservationState } from "./reservation.ts";
import type { UnitsTaken } from "./take-units.ts";

export interface ReservationRow {
  readonly id: Uuid;
  readonly order_id: Uuid;
  readonly order_line_id: Uuid;
  readonly variant_id: Uuid;
  readonly location_id: Uuid;
  readonly lot: string;
  readonly quantity: bigint;
  readonly backordered: boolean;
  readonly state: ReservationState;
  readonly expires_at: Date | null;
  readonly changed_at: Date;
}

/** All reservations of an order, released and shipped ones too, in the order they were made. */
export async function listReservations(
  ctx: Pick<Context, "db">,
  orderId: Uuid,
): Promise<Reservation[]> {
  const rows = await ctx.db.all<ReservationRow>(sql`
    select * from inventory.reservation where order_id = ${orderId} order by id`);
  return rows.map(reservationFrom);
}

export function reservationFrom(row: ReservationRow): Reservation {
  return {
    id: row.id,
    orderId: row.order_id,
    orderLineId: row.order_line_id,
    variantId: row.variant_id,
    locationId: row.location_id,
    lot: row.lot,
    quantity: Number(row.quantity),
    backordered: row.backordered,
    state: row.state,
    expiresAt: row.expires_at,
    changedAt: row.changed_at,
  };
}

/** Brings the taken units into a state; a reservation taken in part is split. One round trip. */
export async function settleUnits(
  ctx: Context,
  taken: readonly UnitsTaken[],
  state: Exclude<ReservationState, "held">,
): Promise<void> {
  if (taken.length === 0) return;
  const payload = JSON.stringify(
    taken.map(({ reservation, quantity }) => ({ id: reservation.id, quantity, part_id: newId() })),
  );
  const { touched } = await ctx.db.one<{ touched: bigint }>(sql`
    with taken as (
      select * from jsonb_to_recordset(${payload}::jsonb) as t (id uuid, quantity bigint, part_id uuid)
    ), whole as (
      update inventory.reservation r
      set state = ${state}, expires_at = null, changed_at = ${ctx.now}
      from taken t where r.id = t.id and r.quantity = t.quantity
      returning r.id
    ), rest as (
      update inventory.reservation r
      set quantity = r.quantity - t.quantity, changed_at = ${ctx.now}
      from taken t where r.id = t.id and r.quantity > t.quantity
      returning r.id
    ), part as (
      insert into inventory.reservation
        (id, order_id, order_line_id, variant_id, location_id, lot, quantity, backordered, state, expires_at, changed_at)
      select t.part_id, r.order_id, r.order_line_id, r.variant_id, r.location_id, r.lot, t.quantity,
             r.backordered, ${state}::text, null, ${ctx.now}::timestamptz
      from inventory.reservation r
      join taken t on t.id = r.id and r.quantity > t.quantity
    )
    select (select count(*) from whole) + (select count(*) from rest) as touched`);
  assert(
    touched === BigInt(taken.length),
    "every reservation is as it was read under the order's lock",
  );
}
