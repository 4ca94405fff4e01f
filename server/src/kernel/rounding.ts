/**
 * The two operations by which amounts may lose precision or be divided. Nothing else in the
 * program rounds or splits money.
 *
 * Worked example: 19 % VAT on a net of 1.05 is 0.1995, so roundHalfUp(105n * 19n, 100n) = 20n.
 * Sharing a discount of 1.00 over three equal lines gives 34, 33 and 33 cents: every part is
 * rounded down first, then the cents left over go to the parts that lost most.
 */

/**
 * numerator / denominator as the nearest integer. A half goes away from zero, on both sides
 * (0.5 → 1, −0.5 → −1), so that a refund mirrors its charge to the cent.
 * Throws RangeError unless the denominator is positive.
 */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError("The denominator must be positive");
  if (numerator < 0n) return -roundHalfUp(-numerator, denominator);
  return (2n * numerator + denominator) / (2n * denominator);
}

/**
 * Divides `total` in proportion to `weights`; the parts sum to the total exactly, and each lies
 * less than one unit from its exact share. Left-over units go to the largest remainders, ties to
 * the lower index. A negative total gives the negated parts of its positive twin.
 * When every weight is zero there is no proportion to keep, so the total is shared equally.
 * Throws RangeError for a negative weight, or when there is something to divide and nobody to take it.
 */
export function splitByLargestRemainder(total: bigint, weights: readonly bigint[]): bigint[] {
  if (total < 0n) return splitByLargestRemainder(-total, weights).map((part) => -part);
  if (weights.some((weight) => weight < 0n)) throw new RangeError("A weight is negative");
  if (weights.length === 0) {
    if (total === 0n) return [];
    throw new RangeError("Nothing to divide the amount among");
  }
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  if (whole === 0n) {
    return splitByLargestRemainder(
      total,
      weights.map(() => 1n),
    );
  }
  const shares = weights.map((weight, index) => ({
    index,
    part: (total * weight) / whole,
    remainder: (total * weight) % whole,
  }));
  const left = total - shares.reduce((sum, share) => sum + share.part, 0n);
  const byRemainder = shares.toSorted(
    (a, b) => compare(b.remainder, a.remainder) || a.index - b.index,
  );
  for (const share of byRemainder.slice(0, Number(left))) share.part += 1n;
  return shares.map((share) => share.part);
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
