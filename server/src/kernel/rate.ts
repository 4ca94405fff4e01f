import { roundHalfUp } from "./rounding.ts";

/** An exact share of an amount, in millionths: 19 % is { millionths: 190000n }. */
export interface Rate {
  readonly millionths: bigint;
}

const one = 1_000_000n;

/**
 * Reads a percentage with up to four decimals: "19", "8.875", "0".
 * Throws RangeError for anything else; rates come from tables and settings, not from shoppers.
 */
export function rateFromPercent(text: string): Rate {
  const match = /^(\d{1,4})(?:\.(\d{1,4}))?$/.exec(text);
  if (!match) throw new RangeError(`Not a percentage: ${JSON.stringify(text)}`);
  const [, whole = "", fraction = ""] = match;
  return { millionths: BigInt(whole + fraction.padEnd(4, "0")) };
}

/** The shortest exact form: "19", "8.875", "0". Reading it back gives the same rate. */
export function percentText(rate: Rate): string {
  const digits = rate.millionths.toString().padStart(5, "0");
  const fraction = digits.slice(-4).replace(/0+$/, "");
  return fraction ? `${digits.slice(0, -4)}.${fraction}` : digits.slice(0, -4);
}

export function equalRate(a: Rate, b: Rate): boolean {
  return a.millionths === b.millionths;
}

/** The tax to add to a net amount, both in minor units: 100.00 at 19 % → 19.00. */
export function taxOnNet(net: bigint, rate: Rate): bigint {
  return roundHalfUp(net * rate.millionths, one);
}

/** The tax contained in a gross amount, both in minor units: 119.00 at 19 % → 19.00. */
export function taxInGross(gross: bigint, rate: Rate): bigint {
  return roundHalfUp(gross * rate.millionths, one + rate.millionths);
}
