import { assert } from "../../../kernel/assert.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import type { Context } from "../../../platform/context.ts";
import { changeStock } from "../change-stock.ts";
import { keyText, type StockKey } from "../stock.ts";
import { coverBackorders } from "./cover-backorders.ts";
import { isLive, type Reservation } from "./reservation.ts";
import { listReservations, settleUnits } from "./store.ts";
import { takeUnits, type UnitsTaken, type UnitsWanted } from "./take-units.ts";

export interface ReleaseOptions {
  /** Only these units; absent: everything the order still has reserved. */
  readonly lines?: readonly UnitsWanted[];
}

/** Units of one line that were promised at one place and are no more. */
export interface ReleasedUnits extends StockKey {
  readonly orderLineId: Uuid;
  readonly quantity: number;
  /** They were not at hand yet. */
  readonly backordered: boolean;
}

/**
 * Gives an order's reserved goods back to the shelf, all or some of them; units that are only
 * promised go first, so that what is there stays with the order, then those not picked yet. Asking for
 * more than is reserved releases what is. Goods set free cover the oldest backorders of the same row. The caller holds
 * the order's lock.
 * @returns what was released, and where: a warehouse that was told to send it need not any more
 */
export async function releaseReservations(
  ctx: Context,
  orderId: Uuid,
  options: ReleaseOptions = {},
): Promise<readonly ReleasedUnits[]> {
  const live = (await listReservations(ctx, orderId)).filter(isLive).toSorted(promisedFirst);
  const taken =
    options.lines === undefined
      ? live.map((reservation): UnitsTaken => ({ reservation, quantity: reservation.quantity }))
      : takeUnits(live, options.lines).taken;
  if (taken.length === 0) return [];
  const changes = taken.map(({ reservation: { variantId, locationId, lot }, quantity }) => {
    return { variantId, locationId, lot, reserved: -quantity };
  });
  const { done, before } = await changeStock(ctx, changes);
  assert(done, "what is reserved can be released");
  await settleUnits(ctx, taken, "released");
  const waiting = before.filter(({ onHand, reserved }) => reserved > onHand);
  const released = new Set(changes.map(keyText));
  await coverBackorders(
    ctx,
    waiting.filter((row) => released.has(keyText(row))),
  );
  return taken.map(releasedUnits);
}

function promisedFirst(a: Reservation, b: Reservation): number {
  const order = { held: 0, allocated: 0, picked: 1, shipped: 2, released: 2 } as const;
  return (
    Number(b.backordered) - Number(a.backordered) ||
    order[a.state] - order[b.state] ||
    (a.id < b.id ? 1 : -1)
  );
}

function releasedUnits({ reservation, quantity }: UnitsTaken): ReleasedUnits {
  const { orderLineId, variantId, locationId, lot, backordered } = reservation;
  return { orderLineId, variantId, locationId, lot, quantity, backordered };
}
