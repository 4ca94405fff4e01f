import type { Uuid } from "../../../kernel/ids.ts";
import type { Reservation } from "./reservation.ts";

/** Units of one order line, from any place or from one. */
export interface UnitsWanted {
  readonly orderLineId: Uuid;
  readonly quantity: number;
  readonly locationId?: Uuid;
  readonly lot?: string;
}

export interface UnitsTaken {
  readonly reservation: Reservation;
  /** At most the reservation's quantity; less splits it. */
  readonly quantity: number;
}

export interface Taking {
  readonly taken: readonly UnitsTaken[];
  readonly missing: readonly UnitsWanted[];
}

/** Takes the units from the reservations in their order, each at most once. */
export function takeUnits(
  reservations: readonly Reservation[],
  wanted: readonly UnitsWanted[],
): Taking {
  const left = new Map(reservations.map((each) => [each.id, each.quantity]));
  const takenById = new Map<Uuid, number>();
  const missing: UnitsWanted[] = [];
  for (const want of wanted) {
    let open = want.quantity;
    for (const reservation of reservations.filter((each) => fits(each, want))) {
      const quantity = Math.min(open, left.get(reservation.id) ?? 0);
      if (quantity === 0) continue;
      takenById.set(reservation.id, (takenById.get(reservation.id) ?? 0) + quantity);
      left.set(reservation.id, (left.get(reservation.id) ?? 0) - quantity);
      open -= quantity;
    }
    if (open > 0) missing.push({ ...want, quantity: open });
  }
  const taken = reservations.flatMap((reservation) => {
    const quantity = takenById.get(reservation.id);
    return quantity === undefined ? [] : [{ reservation, quantity }];
  });
  return { taken, missing };
}

function fits(reservation: Reservation, want: UnitsWanted): boolean {
  return (
    reservation.orderLineId === want.orderLineId &&
    (want.locationId === undefined || reservation.locationId === want.locationId) &&
    (want.lot === undefined || reservation.lot === want.lot)
  );
}
