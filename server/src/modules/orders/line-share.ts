import { roundHalfUp } from "../../kernel/rounding.ts";

/**
 * What `units` further units of a line are worth, with tax, after `before` of them went: the rounded
 * share of all that have gone, less that of those that went before. So parts sum to the whole.
 *
 * Example: three mugs for 10.00; cancelling one after the other gives 3.33, 3.34 and 3.33.
 */
export function shareOfLine(
  line: { readonly quantity: number; readonly totalMinor: bigint },
  before: number,
  units: number,
): bigint {
  const upTo = (count: number) =>
    roundHalfUp(line.totalMinor * BigInt(count), BigInt(line.quantity));
  return upTo(before + units) - upTo(before);
}
