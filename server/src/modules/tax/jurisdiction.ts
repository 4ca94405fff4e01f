import type { Address } from "../../kernel/address.ts";
import { isCountry, isEuCountry } from "../../kernel/country.ts";
import { rateFromPercent } from "../../kernel/rate.ts";
import type { Rate } from "../../kernel/rate.ts";
import { type TaxCategory, taxCategories } from "../../kernel/tax-category.ts";
import type { BusinessDate } from "../../kernel/time.ts";
import { isUsState } from "../../kernel/us-state.ts";
import { type ClassRule, rateClassOf } from "./goods-classes.ts";
import { periodOn, rateOf, type VatPeriod } from "./rates.ts";
import { euVatRates } from "./rates-eu.ts";
import { outsideEuRates, taxAreas, type VatCountryOutsideEu } from "./rates-outside-eu.ts";
import { usSalesTaxRate } from "./rates-us.ts";
import type { TaxReason, TaxTreatment } from "./reasons.ts";
import { isNorthernIreland, territoryOf } from "./territories.ts";

/** What the shop says about itself to the tax offices. */
export interface TaxRules {
  /** Registered in the One-Stop-Shop; false: below the threshold for distance sales. */
  readonly oss: boolean;
  /** Countries where the shop is registered besides its own: there it charges their tax. */
  readonly registrations: readonly string[];
  /** The merchant's own mapping of goods to classes of rates; comes before the tables'. */
  readonly classes: readonly ClassRule[];
}

/** What is known about who buys, as far as tax depends on it. */
export interface TaxBuyer {
  /** The state of a VAT id that was found valid: "FR", "GR", "XI"; null: none, or not known to be. */
  readonly vatIdOf: string | null;
  /** Places that a certificate of exemption in force names: "US-NY", "GB". */
  readonly exemptIn: readonly string[];
}

export interface Sale {
  readonly treatment: TaxTreatment;
  /** Where the goods end up. For goods picked up: the address of that place. */
  readonly destination: Destination;
  /** Country the goods leave from. */
  readonly shipFrom: string;
  readonly on: BusinessDate;
  readonly rules: TaxRules;
  /** Null: a consumer, of whom nothing is known. */
  readonly buyer: TaxBuyer | null;
}

export type Destination = Pick<Address, "country" | "region" | "postcode">;

/** A place with its tax: "DE", "US-CA", "PT-20". */
export interface TaxJurisdiction {
  readonly code: string;
  readonly reason: TaxReason;
  readonly rates: Readonly<Record<TaxCategory, CategoryRate>>;
  /** Why the buyer is spared the tax that the rates say; null for everybody else. */
  readonly relief: "reverse-charge" | "exempt" | null;
}

export interface CategoryRate {
  readonly rate: Rate;
  /** Why this category bears what it bears; differs from the place's reason where a law frees goods. */
  readonly reason: TaxReason;
}

/** Tax cannot be told until the shopper, or somebody who was asked, says more. */
export type TaxPending = {
  readonly state: "pending";
  readonly reason: "region_needed" | "not_calculated";
};

/** Tax cannot be told at all; an order must not be placed as if it were nil. */
export type TaxFailed = {
  readonly state: "failed";
  readonly reason:
    | "unknown_country"
    | "unknown_region"
    | "no_rate_for_date"
    | "unknown_category"
    /** A tax service said that it cannot tell. */
    | "service_refused"
    /** A tax service gave no answer, or none that adds up. */
    | "service_down"
    | "service_wrong";
};

type Unknown = TaxPending | TaxFailed;
export type FoundJurisdiction =
  | { readonly state: "ok"; readonly jurisdiction: TaxJurisdiction }
  | Unknown;

/**
 * Finds whose tax a sale bears. Mostly the destination's; where the shop is registered outside the Union,
 * that country's, under whatever law its market sells.
 */
export function findJurisdiction(sale: Sale): FoundJurisdiction {
  const { country } = sale.destination;
  if (!isCountry(country)) return { state: "failed", reason: "unknown_country" };
  const area = taxAreas[country];
  if (area !== undefined && sale.rules.registrations.includes(area) && !isSaleToNi(sale)) {
    return outsideUnion(sale, area);
  }
  switch (sale.treatment) {
    case "eu-vat":
      return isEuCountry(country) || country === "MC" || isSaleToNi(sale)
        ? european(sale)
        : untaxed(country, isEuCountry(sale.shipFrom));
    case "us-sales-tax":
      return country === "US" ? american(sale) : untaxed(country, sale.shipFrom === "US");
    case "uk-vat":
      return untaxed(country, taxAreas[sale.shipFrom] === "GB" && area !== "GB");
    case "swiss-vat":
      return untaxed(country, taxAreas[sale.shipFrom] === "CH" && area !== "CH");
    case "norwegian-vat":
      return untaxed(country, taxAreas[sale.shipFrom] === "NO" && area !== "NO");
    case "none":
      return untaxed(country, false);
  }
}

/** Goods from the Union to Northern Ireland stay in the Union's tax area. */
function isSaleToNi({ destination, shipFrom, treatment }: Sale): boolean {
  return treatment === "eu-vat" && isNorthernIreland(destination) && isEuCountry(shipFrom);
}

/**
 * Inside the Union (Directive 2006/112/EC). To consumers in another member state: the destination's
 * tax, declared through the One-Stop-Shop or a registration there (Art. 33, 369a), or while distance sales
 * stay below 10,000 € a year the tax of the state the goods leave from (Art. 59c). To businesses with a
 * valid VAT id of another state: none, the buyer owes it (Art. 138).
 */
function european(sale: Sale): FoundJurisdiction {
  const { destination, shipFrom, rules, buyer, on } = sale;
  const territory = territoryOf(destination);
  if (territory?.rates === null) return untaxed(territory.code, isEuCountry(shipFrom));
  const state = stateOf(destination);
  const crosses = isEuCountry(shipFrom) && state !== shipFrom;
  const atOrigin = crosses && !rules.oss && !rules.registrations.includes(state);
  const periods = atOrigin ? periodsOf(shipFrom) : (territory?.rates ?? periodsOf(state));
  const taxed = atOrigin ? shipFrom : state;
  const vatIdOf = buyer?.vatIdOf ?? null;
  const relieved = crosses && vatIdOf !== null && vatIdOf !== shipFrom;
  return vat(sale, {
    code: atOrigin ? shipFrom : (territory?.code ?? state),
    place: taxed === "XI" ? "GB" : taxed,
    reason: "eu-vat",
    period: periodOn(periods, on),
    reverseCharge: relieved,
  });
}

/** Monaco is taxed as France (Art. 7); Northern Ireland goes by its own prefix. */
function stateOf(destination: Destination): string {
  if (destination.country === "MC") return "FR";
  return isNorthernIreland(destination) ? "XI" : destination.country;
}

function periodsOf(state: string): readonly VatPeriod[] {
  if (state === "XI") return outsideEuRates.GB;
  return isEuCountry(state) ? euVatRates[state] : [];
}

const outsideReasons = { CH: "swiss-vat", GB: "uk-vat", NO: "norwegian-vat" } as const;

function outsideUnion(sale: Sale, area: VatCountryOutsideEu): FoundJurisdiction {
  const period = periodOn(outsideEuRates[area], sale.on);
  return vat(sale, {
    code: area,
    place: area,
    reason: outsideReasons[area],
    period,
    reverseCharge: false,
  });
}

interface VatFacts {
  readonly code: string;
  /** Whose classes of goods apply. */
  readonly place: string;
  readonly reason: TaxReason;
  readonly period: VatPeriod | null;
  readonly reverseCharge: boolean;
}

function vat(sale: Sale, facts: VatFacts): FoundJurisdiction {
  const { code, place, reason, period } = facts;
  if (!period) return { state: "failed", reason: "no_rate_for_date" };
  const rates = ratesBy((category) => {
    const rateClass = rateClassOf(category, place, sale.on, sale.rules.classes);
    return categoryRate(rateOf(period, rateClass), rateClass, reason);
  });
  const exempt = sale.buyer?.exemptIn.includes(code) === true ? "exempt" : null;
  const relief = facts.reverseCharge ? "reverse-charge" : exempt;
  return { state: "ok", jurisdiction: { code, reason, rates, relief } };
}

/** States have one rate; what a merchant maps to no tax bears none, everything else bears it. */
function american({ destination, on, rules, buyer }: Sale): FoundJurisdiction {
  const region = destination.region ?? "";
  if (region === "") return { state: "pending", reason: "region_needed" };
  if (!isUsState(region)) return { state: "failed", reason: "unknown_region" };
  const percent = usSalesTaxRate(region, on);
  if (percent === null) return { state: "failed", reason: "no_rate_for_date" };
  const code = `US-${region}`;
  const reason = percent === "0" ? "no-tax-here" : "us-sales-tax";
  const rates = ratesBy((category) => {
    const rateClass = rateClassOf(category, code, on, rules.classes);
    const free = rateClass === "zero" || rateClass === "exempt";
    return categoryRate(free ? "0" : percent, rateClass, reason);
  });
  const relief = buyer?.exemptIn.includes(code) === true && percent !== "0" ? "exempt" : null;
  return { state: "ok", jurisdiction: { code, reason, rates, relief } };
}

function untaxed(code: string, isExport: boolean): FoundJurisdiction {
  const reason = isExport ? "export" : "no-tax-here";
  const rates = ratesBy(() => ({ rate: rateFromPercent("0"), reason }));
  return { state: "ok", jurisdiction: { code, reason, rates, relief: null } };
}

/** A rate of nothing always says why. */
function categoryRate(percent: string, rateClass: string, reason: TaxReason): CategoryRate {
  const rate = rateFromPercent(percent);
  if (reason === "no-tax-here") return { rate, reason };
  if (rateClass === "zero") return { rate, reason: "zero-rated" };
  return { rate, reason: rateClass === "exempt" ? "exempt-goods" : reason };
}

function ratesBy(
  find: (category: TaxCategory) => CategoryRate,
): Readonly<Record<TaxCategory, CategoryRate>> {
  const entries = taxCategories.map((category) => [category, find(category)] as const);
  return Object.fromEntries(entries) as Record<TaxCategory, CategoryRate>;
}
