import type { Address } from "../../kernel/address.ts";
import { isCountry, isEuCountry } from "../../kernel/country.ts";
import type { EuCountry } from "../../kernel/country.ts";
import { rateFromPercent } from "../../kernel/rate.ts";
import type { Rate } from "../../kernel/rate.ts";
import type { BusinessDate } from "../../kernel/time.ts";
import { isUsState } from "../../kernel/us-state.ts";
import type { TaxCategory } from "./category.ts";
import { vatPeriod } from "./rates-eu.ts";
import { usSalesTaxRate } from "./rates-us.ts";

/** Which tax law a market sells under. */
export type TaxTreatment = "eu-vat" | "us-sales-tax" | "none";

/** Why a line bears the tax it bears, or none. */
export type TaxReason = "eu-vat" | "us-sales-tax" | "no-tax-here" | "export";

/** A place with its tax: "DE", "US-CA". */
export interface TaxJurisdiction {
  readonly code: string;
  readonly reason: TaxReason;
  readonly rates: Readonly<Record<TaxCategory, Rate>>;
}

/** Tax cannot be told until the shopper says more. */
export type TaxPending = { readonly state: "pending"; readonly reason: "region_needed" };

/** Tax cannot be told at all; an order must not be placed as if it were nil. */
export type TaxFailed = {
  readonly state: "failed";
  readonly reason: "unknown_country" | "unknown_region" | "no_rate_for_date" | "unknown_category";
};

export interface Sale {
  readonly treatment: TaxTreatment;
  /** Where the goods end up. For goods picked up: the address of that place. */
  readonly destination: Pick<Address, "country" | "region">;
  /** Country the goods leave from. */
  readonly shipFrom: string;
  readonly on: BusinessDate;
}

export type FoundJurisdiction =
  | { readonly state: "ok"; readonly jurisdiction: TaxJurisdiction }
  | TaxPending
  | TaxFailed;

/** Finds whose tax a sale bears: the destination's, as both laws have it for goods sent to consumers. */
export function findJurisdiction(sale: Sale): FoundJurisdiction {
  const { country } = sale.destination;
  if (!isCountry(country)) return { state: "failed", reason: "unknown_country" };
  switch (sale.treatment) {
    case "eu-vat":
      return isEuCountry(country)
        ? memberState(country, sale.on)
        : outside(country, isEuCountry(sale.shipFrom));
    case "us-sales-tax":
      return country === "US"
        ? americanState(sale.destination.region ?? "", sale.on)
        : outside(country, sale.shipFrom === "US");
    case "none":
      return outside(country, false);
  }
}

function memberState(country: EuCountry, on: BusinessDate): FoundJurisdiction {
  const period = vatPeriod(country, on);
  if (!period) return { state: "failed", reason: "no_rate_for_date" };
  const reduced = period.reduced[0] ?? period.standard;
  return found(country, "eu-vat", period.standard, reduced);
}

function americanState(region: string, on: BusinessDate): FoundJurisdiction {
  if (region === "") return { state: "pending", reason: "region_needed" };
  if (!isUsState(region)) return { state: "failed", reason: "unknown_region" };
  const rate = usSalesTaxRate(region, on);
  if (rate === null) return { state: "failed", reason: "no_rate_for_date" };
  return found(`US-${region}`, rate === "0" ? "no-tax-here" : "us-sales-tax", rate, rate);
}

function outside(country: string, isExport: boolean): FoundJurisdiction {
  return found(country, isExport ? "export" : "no-tax-here", "0", "0");
}

function found(
  code: string,
  reason: TaxReason,
  standard: string,
  reduced: string,
): FoundJurisdiction {
  const rates = {
    standard: rateFromPercent(standard),
    reduced: rateFromPercent(reduced),
    zero: rateFromPercent("0"),
  };
  return { state: "ok", jurisdiction: { code, reason, rates } };
}
