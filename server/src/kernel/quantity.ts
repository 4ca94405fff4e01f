/** A count of a variant's smallest unit: a whole number from 1 to maxQuantity. */
export type Quantity = number;

/** Far above any real order line, far below what would overflow an amount or an integer column. */
export const maxQuantity = 1_000_000;

export function isQuantity(value: number): value is Quantity {
  return Number.isInteger(value) && value >= 1 && value <= maxQuantity;
}

/** The same number, for values that must already be right. Throws RangeError otherwise. */
export function asQuantity(value: number): Quantity {
  if (!isQuantity(value)) throw new RangeError(`Not a quantity: ${value}`);
  return value;
}
