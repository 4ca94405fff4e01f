import type { vatCountriesOutsideEu } from "../../kernel/tax-category.ts";
import { since, type VatPeriod } from "./rates.ts";

export type VatCountryOutsideEu = (typeof vatCountriesOutsideEu)[number];

/**
 * Value-added tax of countries outside the Union, in percent; charged only by a shop that is registered
 * there. Sources: HM Revenue & Customs, "VAT rates" (United Kingdom); Federal Act on Value Added Tax,
 * Art. 25, rates since 1 January 2024 (Switzerland; Liechtenstein is in the same tax area); the
 * Storting's yearly resolution on value-added tax for 2025 and 2026 (Norway).
 */
export const outsideEuRates: Readonly<Record<VatCountryOutsideEu, readonly VatPeriod[]>> = {
  CH: [since("8.1", { reduced: "2.6", secondReduced: "3.8" })],
  GB: [since("20", { reduced: "5" })],
  NO: [since("25", { reduced: "15", secondReduced: "12" })],
};

/** Whose tax area a country is in: Liechtenstein is in the Swiss one, the Isle of Man in the British. */
export const taxAreas: Readonly<Record<string, VatCountryOutsideEu>> = {
  CH: "CH",
  LI: "CH",
  GB: "GB",
  IM: "GB",
  NO: "NO",
};
