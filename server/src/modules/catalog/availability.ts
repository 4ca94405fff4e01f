import { addDays } from "../../kernel/time.ts";
import type { Shelf } from "./shelf.ts";
import { availabilityStates, type AvailabilityView } from "./store-contract.ts";

/** What can be promised of one variant. */
export interface Supply {
  /** Units on the shelf that nobody has reserved. */
  readonly available: number;
  /** Further units that may be sold ahead of the next delivery. */
  readonly room: number;
  readonly policy: "refuse" | "backorder" | "order_from_supplier";
  /** Days until goods that are not on the shelf can be sent. */
  readonly days: number;
}

/**
 * What a shopper is told. Goods on the shelf go first; when none are left, the variant's policy
 * says whether it is sold ahead, bought for the sale, or not to be had.
 *
 * Example with a low mark of 5: 12 on the shelf is "in stock", 3 is "only 3 left"; with none, a
 * variant sold ahead that has room for 4 more and a lead time of 28 days is promised in 28 days,
 * and "out" once those 4 are sold.
 */
export function availabilityOf(
  supply: Supply,
  shelf: Pick<Shelf, "today" | "lowStockAt">,
): AvailabilityView {
  const { available, room, policy, days } = supply;
  if (available > shelf.lowStockAt) return { state: "in_stock", left: null, promiseDate: null };
  if (available > 0) return { state: "low", left: available, promiseDate: null };
  if (policy === "refuse" || room <= 0) return { state: "out", left: null, promiseDate: null };
  const state = policy === "backorder" ? "backorder" : "supplier";
  return { state, left: null, promiseDate: addDays(shelf.today, days) };
}

/** The best of several: the one that can be had soonest; "out" when there is none. */
export function bestAvailability(all: readonly AvailabilityView[]): AvailabilityView {
  const rank = (each: AvailabilityView) => availabilityStates.indexOf(each.state);
  return all.reduce((best, each) => (rank(each) < rank(best) ? each : best), {
    state: "out",
    left: null,
    promiseDate: null,
  } as AvailabilityView);
}
