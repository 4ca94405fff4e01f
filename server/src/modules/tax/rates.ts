import type { RateClass } from "../../kernel/tax-category.ts";
import type { BusinessDate } from "../../kernel/time.ts";

/** The rates of one law from a day on, in percent. A class that is absent is not in that law. */
export interface VatPeriod {
  /** First day on which these rates apply. */
  readonly from: BusinessDate;
  readonly standard: string;
  readonly reduced?: string;
  readonly secondReduced?: string;
  readonly superReduced?: string;
}

/** The tables know no older rates: nothing is taxed as of a day before this one. */
export const vatTableBegins: BusinessDate = "2025-01-01";

type LowerRates = Omit<VatPeriod, "from" | "standard">;

export function since(standard: string, lower: LowerRates = {}): VatPeriod {
  return { from: vatTableBegins, standard, ...lower };
}

export function changed(from: BusinessDate, standard: string, lower: LowerRates = {}): VatPeriod {
  return { from, standard, ...lower };
}

/** The last of some periods that has begun; null before the first. */
export function periodOn<P extends { readonly from: BusinessDate }>(
  periods: readonly P[],
  on: BusinessDate,
): P | null {
  return periods.findLast((period) => period.from <= on) ?? null;
}

/**
 * The rate of a class. A class that a law does not have falls back on the next higher one that it
 * has, so that too much is charged rather than too little: super-reduced goods in Germany bear 7 %.
 */
export function rateOf(period: VatPeriod, rateClass: RateClass): string {
  const { standard, reduced, secondReduced, superReduced } = period;
  switch (rateClass) {
    case "standard":
      return standard;
    case "reduced":
      return reduced ?? standard;
    case "second-reduced":
      return secondReduced ?? reduced ?? standard;
    case "super-reduced":
      return superReduced ?? secondReduced ?? reduced ?? standard;
    case "zero":
    case "exempt":
      return "0";
  }
}
