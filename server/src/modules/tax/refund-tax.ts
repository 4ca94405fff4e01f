import { assert } from "../../kernel/assert.ts";
import { roundHalfUp, splitByLargestRemainder } from "../../kernel/rounding.ts";

/**
 * Parts of what a line was sold for: to refund, to cancel, to invoice. Everything is derived from
 * the amounts that were stored with the order; no rate is looked up and no tax worked out anew, so a
 * rate that changed since cannot matter, and all parts together are the whole, to the cent.
 *
 * Example: three mugs were sold for 10.00, of which 1.60 is tax. One alone is 3.33 (tax 0.53), the
 * second 3.34 (tax 0.54), the third 3.33 (tax 0.53): together 10.00 and 1.60. The rule behind it:
 * after k of n units, k/n of the line has been given, rounded; each part is the difference to before.
 */
export interface SoldLine {
  readonly quantity: number;
  readonly net: bigint;
  readonly tax: bigint;
  /** True when the price was quoted with tax: then the gross parts are the exact ones. */
  readonly taxIncluded: boolean;
}

/** What has been refunded (or invoiced…) of the line before. */
export interface TakenPart {
  readonly quantity: number;
  readonly net: bigint;
  readonly tax: bigint;
}

export interface Part {
  readonly net: bigint;
  readonly tax: bigint;
  readonly gross: bigint;
}

/**
 * The amounts for `quantity` further units. Never more than is left; when the last units go, exactly
 * what is left. Money refunded before beyond its units' share (as a gesture) counts against this.
 * Throws when more units are asked for than remain.
 */
export function refundTax(line: SoldLine, quantity: number, taken: TakenPart): Part {
  const units = taken.quantity + quantity;
  assert(Number.isInteger(quantity) && quantity >= 0, "a part has whole units");
  assert(units <= line.quantity, "a part has no more units than remain");
  const net = share(line.net, units, line.quantity) - taken.net;
  const tax = share(line.tax, units, line.quantity) - taken.tax;
  const left = { net: line.net - taken.net, tax: line.tax - taken.tax };
  if (!line.taxIncluded) return part(within(net, 0n, left.net), within(tax, 0n, left.tax));
  const sold = line.net + line.tax;
  const due = share(sold, units, line.quantity) - taken.net - taken.tax;
  const gross = within(due, 0n, left.net + left.tax);
  const ofIt = within(tax, 0n, gross);
  return part(gross - ofIt, ofIt);
}

/**
 * Divides an amount of money over lines in proportion to what is left of each, and within each line
 * between net and tax as they are left. Parts come in the order of the lines and sum to the amount.
 * Throws when the amount is negative or more than is left in all.
 */
export function refundTaxOfAmount(
  amount: bigint,
  lines: readonly { readonly sold: SoldLine; readonly taken: TakenPart }[],
): Part[] {
  const left = lines.map(({ sold, taken }) => part(sold.net - taken.net, sold.tax - taken.tax));
  const all = left.reduce((sum, rest) => sum + rest.gross, 0n);
  assert(amount >= 0n && amount <= all, "the amount is no more than is left");
  if (amount === 0n) return left.map(() => part(0n, 0n));
  const shares = splitByLargestRemainder(
    amount,
    left.map((rest) => rest.gross),
  );
  return left.map((rest, index) => {
    const gross = shares[index] ?? 0n;
    if (gross === 0n) return part(0n, 0n);
    const tax = roundHalfUp(rest.tax * gross, rest.gross);
    return part(gross - tax, tax);
  });
}

function share(amount: bigint, units: number, quantity: number): bigint {
  return roundHalfUp(amount * BigInt(units), BigInt(quantity));
}

function part(net: bigint, tax: bigint): Part {
  return { net, tax, gross: net + tax };
}

function within(value: bigint, low: bigint, high: bigint): bigint {
  if (value < low) return low;
  return value > high ? high : value;
}

/**
 * The amounts of `units` of a line after `before` of its units were dealt with: cancelled or shipped,
 * in whatever order. A function of counts alone, so whoever deals with the last unit deals with exactly
 * what is left, and cancellations and invoices of one line together are the line.
 */
export function partOfLine(line: SoldLine, before: number, units: number): Part {
  assert(Number.isInteger(units) && units >= 0, "a part has whole units");
  assert(before + units <= line.quantity, "a part has no more units than remain");
  const [earlier, now] = [upTo(line, before), upTo(line, before + units)];
  return part(now.net - earlier.net, now.tax - earlier.tax);
}

/**
 * The amounts of the first so many units. With tax they are the rounded share of the whole, so that
 * cancellations, which know gross amounts only, agree to the cent; the price as quoted decides how
 * the rest is divided. A line before tax whose net does not divide evenly over its units (after a discount)
 * is divided like one with tax: two roundings of their own would now and then leave a cent of negative tax.
 */
function upTo(line: SoldLine, units: number): Part {
  const sold = line.net + line.tax;
  if (sold === 0n) return part(0n, 0n);
  const gross = share(sold, units, line.quantity);
  const uneven = line.net % BigInt(line.quantity) !== 0n;
  const quoted =
    line.taxIncluded || uneven
      ? gross - roundHalfUp(line.tax * gross, sold)
      : share(line.net, units, line.quantity);
  const net = within(quoted, 0n, gross);
  return part(net, gross - net);
}
