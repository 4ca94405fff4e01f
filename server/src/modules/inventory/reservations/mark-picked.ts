import { refuse } from "../../../kernel/errors.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { typeId } from "../../../kernel/type-id.ts";
import type { Context } from "../../../platform/context.ts";
import { reservationShort } from "../contract.ts";
import type { Reservation, ReservationState } from "./reservation.ts";
import { listReservations, settleUnits } from "./store.ts";
import { takeUnits, type UnitsTaken, type UnitsWanted } from "./take-units.ts";

export interface PickedUnits extends UnitsWanted {
  readonly locationId: Uuid;
  readonly lot: string;
}

interface Picking {
  readonly orderId: Uuid;
  readonly lines: readonly PickedUnits[];
}

/**
 * Notes that allocated goods were taken from the shelf. Refuses `reservationShort` when fewer are
 * ready. The caller holds the order's lock. Two round trips.
 */
export async function markPicked(ctx: Context, picking: Picking): Promise<void> {
  await settleUnits(ctx, await readyUnits(ctx, picking, ["allocated"]), "picked");
}

/** Puts picked goods back on the shelf; they stay the order's. */
export async function undoPicked(ctx: Context, picking: Picking): Promise<void> {
  await settleUnits(ctx, await readyUnits(ctx, picking, ["picked"]), "allocated");
}

/**
 * The order's units that are at hand in one of these states, earlier states first, or a refusal that
 * names the first line that falls short.
 */
export async function readyUnits(
  ctx: Context,
  { orderId, lines }: Picking,
  states: readonly ReservationState[],
): Promise<readonly UnitsTaken[]> {
  const ready = (await listReservations(ctx, orderId))
    .filter(({ state, backordered }) => states.includes(state) && !backordered)
    .toSorted((a, b) => states.indexOf(a.state) - states.indexOf(b.state));
  const { taken, missing } = takeUnits(ready, lines);
  const [short] = missing;
  if (short !== undefined) refuseShort(lines, short, ready);
  return taken;
}

function refuseShort(
  lines: readonly PickedUnits[],
  short: UnitsWanted,
  ready: readonly Reservation[],
): never {
  const sameLine = ({ orderLineId }: { readonly orderLineId: Uuid }): boolean =>
    orderLineId === short.orderLineId;
  const unitsOf = (list: readonly { readonly quantity: number; readonly orderLineId: Uuid }[]) =>
    list.filter(sameLine).reduce((sum, { quantity }) => sum + quantity, 0);
  return refuse(reservationShort, {
    orderLineId: typeId("order_line", short.orderLineId),
    wanted: unitsOf(lines),
    ready: unitsOf(ready),
  });
}
