import type { Currency } from "../../kernel/currency.ts";
import type { taxTreatments } from "./contract.ts";
import type { TextByLocale } from "./shapes.ts";

/** Whom the shop sells to: countries that share a currency, a way to show prices and a tax. */
export interface Market {
  readonly code: string;
  readonly names: TextByLocale;
  readonly currency: Currency;
  /** Empty: every country that no other active market names. */
  readonly countries: readonly string[];
  readonly defaultCountry: string;
  readonly taxIncluded: boolean;
  readonly taxTreatment: (typeof taxTreatments)[number];
  readonly position: number;
  readonly active: boolean;
  readonly version: number;
}

/** The market that sells to a country: the one naming it, else the one for the rest, else none. */
export function marketSellingTo(markets: readonly Market[], country: string): Market | null {
  const active = markets.filter((market) => market.active);
  return (
    active.find((market) => market.countries.includes(country)) ??
    active.find((market) => market.countries.length === 0) ??
    null
  );
}

/** May goods of an order in this market go to that country? */
export function sellsTo(markets: readonly Market[], market: Market, country: string): boolean {
  return marketSellingTo(markets, country)?.code === market.code;
}

/** The market asked for, when it is open; else the first one. Null only in a shop without any. */
export function chosenMarket(markets: readonly Market[], code: string | null): Market | null {
  const active = markets.filter((market) => market.active);
  return active.find((market) => market.code === code) ?? active[0] ?? null;
}

/** The country codes this market would share with another active one. */
export function sharedCountries(
  markets: readonly Market[],
  market: { code: string; countries: readonly string[] },
): string[] {
  const others = markets.filter((each) => each.active && each.code !== market.code);
  const taken = new Set(others.flatMap((each) => each.countries));
  return market.countries.filter((country) => taken.has(country));
}
