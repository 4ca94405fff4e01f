/**
 * Currencies the program knows, with their ISO 4217 exponent: how many decimal digits one major
 * unit has (EUR 2, JPY 0, KWD 3). Adding one is adding a line; removing one would orphan stored
 * amounts, so lines stay even when a state leaves a currency (BGN until 2025, HRK until 2022).
 */
export const currencies = {
  AED: 2,
  AUD: 2,
  BGN: 2,
  BHD: 3,
  BRL: 2,
  CAD: 2,
  CHF: 2,
  CLP: 0,
  CNY: 2,
  CZK: 2,
  DKK: 2,
  EUR: 2,
  GBP: 2,
  HKD: 2,
  HRK: 2,
  HUF: 2,
  IDR: 2,
  ILS: 2,
  INR: 2,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  MXN: 2,
  MYR: 2,
  NOK: 2,
  NZD: 2,
  OMR: 3,
  PHP: 2,
  PLN: 2,
  RON: 2,
  RSD: 2,
  RUB: 2,
  SAR: 2,
  SEK: 2,
  SGD: 2,
  THB: 2,
  TND: 3,
  TRY: 2,
  TWD: 2,
  UAH: 2,
  USD: 2,
  VND: 0,
  ZAR: 2,
} as const;

/** An upper-case ISO 4217 code from the table above. */
export type Currency = keyof typeof currencies;

export function isCurrency(text: string): text is Currency {
  return Object.hasOwn(currencies, text);
}

/** The same text as a Currency, for values from storage. Throws RangeError when it is not known. */
export function asCurrency(text: string): Currency {
  if (!isCurrency(text)) throw new RangeError(`Unknown currency: ${JSON.stringify(text)}`);
  return text;
}

/** Decimal digits of one major unit. */
export function currencyExponent(currency: Currency): number {
  return currencies[currency];
}
