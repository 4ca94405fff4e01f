import type { EuCountry } from "../../kernel/country.ts";
import type { BusinessDate } from "../../kernel/time.ts";
import { changed, periodOn, since, type VatPeriod } from "./rates.ts";

/**
 * Value-added tax of the 27 member states, in percent.
 *
 * Source: the European Commission's Taxes in Europe Database (TEDB). Standard rates were compared
 * with its state of 30 August 2026; reduced rates with national announcements up to July 2026.
 * `superReduced` is what the Directive lets some states keep below 5 % (Art. 110). Where a state has
 * two lower rates from 5 % up, `reduced` is the ordinary one for goods. Rates that no goods sent by
 * parcel bear are left out.
 *
 * Which goods a class covers differs from state to state: `goods-classes.ts` says it for a few kinds, a
 * merchant's own mapping for the rest. Territories with rules of their own are in `territories.ts`.
 */
export const euVatRates: Readonly<Record<EuCountry, readonly VatPeriod[]>> = {
  AT: [since("20", { reduced: "10", secondReduced: "13" })],
  BE: [since("21", { reduced: "6", secondReduced: "12" })],
  BG: [since("20", { reduced: "9" })],
  CY: [since("19", { reduced: "5", secondReduced: "9", superReduced: "3" })],
  CZ: [since("21", { reduced: "12" })],
  DE: [since("19", { reduced: "7" })],
  DK: [since("25")],
  EE: [
    since("22", { reduced: "9", secondReduced: "13" }),
    changed("2025-07-01", "24", { reduced: "9", secondReduced: "13" }),
  ],
  ES: [since("21", { reduced: "10", superReduced: "4" })],
  FI: [
    since("25.5", { reduced: "14", secondReduced: "10" }),
    changed("2026-01-01", "25.5", { reduced: "13.5", secondReduced: "10" }),
  ],
  FR: [since("20", { reduced: "5.5", secondReduced: "10", superReduced: "2.1" })],
  GR: [since("24", { reduced: "13", secondReduced: "6" })],
  HR: [since("25", { reduced: "5", secondReduced: "13" })],
  HU: [since("27", { reduced: "5", secondReduced: "18" })],
  IE: [since("23", { reduced: "13.5", secondReduced: "9", superReduced: "4.8" })],
  IT: [since("22", { reduced: "10", secondReduced: "5", superReduced: "4" })],
  LT: [
    since("21", { reduced: "9", secondReduced: "5" }),
    changed("2026-01-01", "21", { reduced: "5", secondReduced: "12" }),
  ],
  LU: [since("17", { reduced: "8", secondReduced: "14", superReduced: "3" })],
  LV: [since("21", { reduced: "12", secondReduced: "5" })],
  MT: [since("18", { reduced: "5", secondReduced: "7" })],
  NL: [since("21", { reduced: "9" })],
  PL: [since("23", { reduced: "8", secondReduced: "5" })],
  PT: [since("23", { reduced: "6", secondReduced: "13" })],
  RO: [
    since("19", { reduced: "9", secondReduced: "5" }),
    changed("2025-08-01", "21", { reduced: "11" }),
  ],
  SE: [since("25", { reduced: "12", secondReduced: "6" })],
  SI: [since("22", { reduced: "9.5", secondReduced: "5" })],
  SK: [since("23", { reduced: "19", secondReduced: "5" })],
};

/** The rates of a state on a day; null before the table begins. */
export function vatPeriod(country: EuCountry, on: BusinessDate): VatPeriod | null {
  return periodOn(euVatRates[country], on);
}
