import type { z } from "zod";
import type { ReplyOf } from "../../../kernel/endpoint.ts";
import { notFound, refuse } from "../../../kernel/errors.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { typeId } from "../../../kernel/type-id.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import { booksCurrency } from "../../ledger/index.ts";
import type { readStock as endpoint, reservationView } from "../contract.ts";
import { readValuations } from "../movements/valuations.ts";
import type { Reservation } from "../reservations/reservation.ts";
import { reservationFrom, type ReservationRow } from "../reservations/store.ts";
import { nothingHeld } from "../valuation.ts";
import { listMovements } from "./list-movements.ts";
import { findStockRow } from "./list-stock.ts";

/** Live reservations that one page shows; a variant with more is looked at by order. */
const mostShown = 200;

/** Everything staff see of one variant's stock. Four round trips. */
export async function readStock(ctx: Context, variantId: Uuid): Promise<ReplyOf<typeof endpoint>> {
  const row = (await findStockRow(ctx, variantId)) ?? refuse(notFound);
  const held = (await readValuations(ctx, [variantId])).get(variantId) ?? nothingHeld;
  const { items: movements, next } = await listMovements(ctx, { variantId, limit: 50 });
  const reservations = await ctx.db.all<ReservationRow>(sql`
    select * from inventory.reservation
    where variant_id = ${variantId} and state in ('held', 'allocated', 'picked')
    order by id limit ${mostShown}`);
  return {
    ...row,
    value: { minor: held.value.toString(), currency: booksCurrency },
    valuedQuantity: Number(held.quantity),
    reservations: reservations.map(reservationFrom).map(reservationViewOf),
    movements: movements.map(({ sku: _sku, title: _title, ...movement }) => movement),
    nextMovements: next,
  };
}

function reservationViewOf(reservation: Reservation): z.output<typeof reservationView> {
  const { quantity, backordered, state, lot } = reservation;
  return {
    id: typeId("reservation", reservation.id),
    orderId: typeId("order", reservation.orderId),
    orderLineId: typeId("order_line", reservation.orderLineId),
    locationId: typeId("location", reservation.locationId),
    lot,
    quantity,
    backordered,
    state,
    expiresAt: reservation.expiresAt?.toISOString() ?? null,
    changedAt: reservation.changedAt.toISOString(),
  };
}
