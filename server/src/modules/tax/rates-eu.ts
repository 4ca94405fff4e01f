import type { EuCountry } from "../../kernel/country.ts";
import type { BusinessDate } from "../../kernel/time.ts";

/**
 * Value-added tax of the 27 member states, in percent.
 *
 * Source: the European Commission's Taxes in Europe Database (TEDB). Standard rates were compared
 * with its state of 30 August 2026; reduced rates with national announcements up to July 2026.
 * Which goods a reduced rate covers differs from state to state: a shop that sells food, books or
 * medicine has to check its own goods before it marks them `reduced`.
 *
 * The first reduced rate of a period is the one that the category `reduced` uses: the ordinary
 * reduced rate for goods. Rates for services or single goods follow it, for reference. Denmark has
 * none, so reduced goods bear the standard rate there.
 *
 * Not covered: territories with rules of their own inside a member state's postcodes, such as the
 * Canary Islands, Ceuta and Melilla, Madeira and the Azores, Livigno, Büsingen and Heligoland.
 */
export interface VatPeriod {
  /** First day on which these rates apply. */
  readonly from: BusinessDate;
  readonly standard: string;
  readonly reduced: readonly string[];
}

/** The table knows no older rates: nothing is taxed as of a day before this one. */
export const vatTableBegins: BusinessDate = "2025-01-01";

/** The periods of each state, oldest first. A new rate is a new period; old ones are never edited. */
export const euVatRates: Readonly<Record<EuCountry, readonly VatPeriod[]>> = {
  AT: [since("20", "10", "13")],
  BE: [since("21", "6", "12")],
  BG: [since("20", "9")],
  CY: [since("19", "5", "9", "3")],
  CZ: [since("21", "12")],
  DE: [since("19", "7")],
  DK: [since("25")],
  EE: [since("22", "9", "13"), changed("2025-07-01", "24", "9", "13")],
  ES: [since("21", "10", "4")],
  FI: [since("25.5", "14", "10"), changed("2026-01-01", "25.5", "13.5", "10")],
  FR: [since("20", "5.5", "10", "2.1")],
  GR: [since("24", "13", "6")],
  HR: [since("25", "5", "13")],
  HU: [since("27", "5", "18")],
  IE: [since("23", "13.5", "9", "4.8")],
  IT: [since("22", "10", "5", "4")],
  LT: [since("21", "9", "5"), changed("2026-01-01", "21", "5", "12")],
  LU: [since("17", "8", "14", "3")],
  LV: [since("21", "12", "5")],
  MT: [since("18", "5", "7", "12")],
  NL: [since("21", "9")],
  PL: [since("23", "8", "5")],
  PT: [since("23", "6", "13")],
  RO: [since("19", "9", "5"), changed("2025-08-01", "21", "11")],
  SE: [since("25", "12", "6")],
  SI: [since("22", "9.5", "5")],
  SK: [since("23", "19", "5")],
};

/** The rates of a state on a day; null before the table begins. */
export function vatPeriod(country: EuCountry, on: BusinessDate): VatPeriod | null {
  return euVatRates[country].findLast((period) => period.from <= on) ?? null;
}

function since(standard: string, ...reduced: string[]): VatPeriod {
  return { from: vatTableBegins, standard, reduced };
}

function changed(from: BusinessDate, standard: string, ...reduced: string[]): VatPeriod {
  return { from, standard, reduced };
}
