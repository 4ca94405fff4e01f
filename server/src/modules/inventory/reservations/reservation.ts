import type { Uuid } from "../../../kernel/ids.ts";
import type { reservationStates } from "../contract.ts";
import type { StockKey } from "../stock.ts";

/** held (until it expires) → allocated → picked → shipped; released from any but shipped. */
export type ReservationState = (typeof reservationStates)[number];

/** Units of one stock row that are promised to one order line: a piece of the stored plan. */
export interface Reservation extends StockKey {
  readonly id: Uuid;
  readonly orderId: Uuid;
  readonly orderLineId: Uuid;
  readonly quantity: number;
  /** Promised beyond what is on hand; becomes false when goods have come for all of it. */
  readonly backordered: boolean;
  readonly state: ReservationState;
  readonly expiresAt: Date | null;
  readonly changedAt: Date;
}

/** Reservations that still count as promised. */
export const liveStates = ["held", "allocated", "picked"] as const satisfies ReservationState[];

export function isLive({ state }: { readonly state: ReservationState }): boolean {
  return liveStates.some((live) => live === state);
}
