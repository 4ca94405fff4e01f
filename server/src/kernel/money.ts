import { asCurrency, currencyExponent } from "./currency.ts";
import type { Currency } from "./currency.ts";

export type { Currency } from "./currency.ts";
export { roundHalfUp, splitByLargestRemainder } from "./rounding.ts";

/** An amount in the smallest unit of its currency: { minor: 1999n, currency: "EUR" } is 19.99 €. */
export interface Money {
  readonly minor: bigint;
  readonly currency: Currency;
}

/** Money as JSON carries it: `minor` is a whole number in decimal digits, with "-" when negative. */
export interface MoneyView {
  minor: string;
  currency: Currency;
}

/** Thrown when amounts of two currencies meet; that is always a bug in the program. */
export class MixedCurrencies extends Error {
  constructor(a: Currency, b: Currency) {
    super(`Cannot combine ${a} with ${b}`);
    this.name = "MixedCurrencies";
  }
}

export function money(minor: bigint, currency: Currency): Money {
  return { minor, currency };
}

export function zeroMoney(currency: Currency): Money {
  return { minor: 0n, currency };
}

export function addMoney(a: Money, b: Money): Money {
  requireSameCurrency(a, b);
  return { minor: a.minor + b.minor, currency: a.currency };
}

export function subtractMoney(a: Money, b: Money): Money {
  requireSameCurrency(a, b);
  return { minor: a.minor - b.minor, currency: a.currency };
}

export function negateMoney(a: Money): Money {
  return { minor: -a.minor, currency: a.currency };
}

/** A whole number of times; a fractional `times` throws RangeError (use a Rate for that). */
export function multiplyMoney(a: Money, times: number | bigint): Money {
  return { minor: a.minor * BigInt(times), currency: a.currency };
}

/** Negative, zero or positive as a is less than, equal to or more than b. */
export function compareMoney(a: Money, b: Money): -1 | 0 | 1 {
  requireSameCurrency(a, b);
  if (a.minor === b.minor) return 0;
  return a.minor < b.minor ? -1 : 1;
}

export function equalMoney(a: Money, b: Money): boolean {
  return a.currency === b.currency && a.minor === b.minor;
}

export function isZeroMoney(a: Money): boolean {
  return a.minor === 0n;
}

/** The currency is named so that an empty list has a sum too. */
export function sumMoney(amounts: Iterable<Money>, currency: Currency): Money {
  let total = zeroMoney(currency);
  for (const amount of amounts) total = addMoney(total, amount);
  return total;
}

export function toWire(amount: Money): MoneyView {
  return { minor: amount.minor.toString(), currency: amount.currency };
}

/** Throws RangeError unless `minor` is a plain whole number and the currency is known. */
export function fromWire(view: { minor: string; currency: string }): Money {
  if (!/^-?(0|[1-9]\d*)$/.test(view.minor) || view.minor === "-0") {
    throw new RangeError("An amount is a whole number of minor units, as text");
  }
  return { minor: BigInt(view.minor), currency: asCurrency(view.currency) };
}

/** In major units with all digits of the currency and a point: "19.99", "-0.05", "1500" (JPY). */
export function toDecimal(amount: Money): string {
  const exponent = currencyExponent(amount.currency);
  const sign = amount.minor < 0n ? "-" : "";
  const digits = (amount.minor < 0n ? -amount.minor : amount.minor)
    .toString()
    .padStart(exponent + 1, "0");
  if (exponent === 0) return sign + digits;
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

/**
 * Reads major units as written in files and forms that use a point ("19.9", "-5", "0.05").
 * Null when it is no such number, has more decimals than the currency (nothing is rounded away) or
 * more than 18 digits in all.
 */
export function parseDecimal(text: string, currency: Currency): Money | null {
  const match = /^(-?)(\d{1,18})(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const [, sign = "", whole = "", fraction = ""] = match;
  const exponent = currencyExponent(currency);
  if (fraction.length > exponent) return null;
  const digits = whole + fraction.padEnd(exponent, "0");
  // As on the wire: what has more digits would not fit into the database.
  if (digits.length > 18) return null;
  const minor = BigInt(digits);
  return { minor: sign === "-" ? -minor : minor, currency };
}

// Building a formatter costs a hundred times more than using it.
const formatters = new Map<string, Intl.NumberFormat>();

/** As people of the locale (a BCP 47 tag) write it: "€1,299.00", "1.299,00 €". Exact at any size. */
export function formatMoney(amount: Money, locale: string): string {
  const key = `${locale} ${amount.currency}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    const digits = currencyExponent(amount.currency);
    formatter = new Intl.NumberFormat(locale, {
      style: "currency",
      currency: amount.currency,
      // CLDR shows some currencies (HUF, TWD) without the minor digits that are charged.
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formatters.set(key, formatter);
  }
  // Intl takes decimal text exactly; its type asks for the literal form that toDecimal guarantees.
  return formatter.format(toDecimal(amount) as `${number}`);
}

function requireSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new MixedCurrencies(a.currency, b.currency);
}
