/**
 * What the goods on the shelves are worth: moving average by total value. For each variant the
 * quantity and the total value of all warehouses are kept, never a unit price, so that nothing is
 * lost to rounding: when the last unit leaves, all remaining value leaves with it.
 *
 * Worked example, in cents. 3 units come for 1,000 in all. One leaves: 1,000 × 1 / 3 = 333, and 2
 * units worth 667 stay. One leaves: 334 (333.5 rounded half up). The last leaves with the remaining
 * 333. 333 + 334 + 333 = 1,000.
 */
import { assert } from "../../kernel/assert.ts";
import { roundHalfUp } from "../../kernel/rounding.ts";

export interface Valuation {
  readonly quantity: bigint;
  /** Minor units of the books' currency. */
  readonly value: bigint;
}

export const nothingHeld: Valuation = { quantity: 0n, value: 0n };

export function addGoods(held: Valuation, quantity: bigint, value: bigint): Valuation {
  assert(quantity > 0n && value >= 0n, "goods come in positive numbers, with no negative value");
  return { quantity: held.quantity + quantity, value: held.value + value };
}

/** What so many units are worth on average; all of the value for all of the goods. */
export function averageValue(held: Valuation, quantity: bigint): bigint {
  if (quantity === held.quantity) return held.value;
  return held.quantity === 0n ? 0n : roundHalfUp(held.value * quantity, held.quantity);
}

/** Takes goods out at a value of their own (a receipt undone) as far as that much is left. */
export function removeGoods(held: Valuation, quantity: bigint, value: bigint): Valuation {
  assert(quantity > 0n && quantity <= held.quantity, "no more goods leave than are there");
  return { quantity: held.quantity - quantity, value: held.value - value };
}

/** The value to take out when it should be `wish`: never more than there is, all with the last unit. */
export function valueOut(held: Valuation, quantity: bigint, wish: bigint | null): bigint {
  if (wish === null || quantity === held.quantity) return averageValue(held, quantity);
  return wish < held.value ? wish : held.value;
}
