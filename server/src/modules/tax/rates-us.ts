import type { BusinessDate } from "../../kernel/time.ts";
import type { UsState } from "../../kernel/us-state.ts";

/**
 * Sales tax of the American states and the District of Columbia since 2025, in percent: what is
 * charged everywhere in the state. Where a state adds the same local part in every place (California
 * 1.25, Nevada 2.25, Utah 1.25, Virginia 1.0), it is included.
 *
 * Sources: the states' revenue departments, as gathered in the yearly tables of the Sales Tax
 * Institute and the Tax Foundation.
 *
 * This is the state level only. Counties, cities and districts add up to several percent, the
 * obligation to collect begins at sales thresholds per state, some goods are exempt, and some states
 * leave delivery untaxed; a shop that owes those needs a tax service in place of this table.
 */
export const usSalesTaxRates: Readonly<Partial<Record<UsState, string>>> = {
  AK: "0",
  AL: "4",
  AR: "6.5",
  AZ: "5.6",
  CA: "7.25",
  CO: "2.9",
  CT: "6.35",
  DC: "6",
  DE: "0",
  FL: "6",
  GA: "4",
  HI: "4",
  IA: "6",
  ID: "6",
  IL: "6.25",
  IN: "7",
  KS: "6.5",
  KY: "6",
  LA: "5",
  MA: "6.25",
  MD: "6",
  ME: "5.5",
  MI: "6",
  MN: "6.875",
  MO: "4.225",
  MS: "7",
  MT: "0",
  NC: "4.75",
  ND: "5",
  NE: "5.5",
  NH: "0",
  NJ: "6.625",
  NM: "4.875",
  NV: "6.85",
  NY: "4",
  OH: "5.75",
  OK: "4.5",
  OR: "0",
  PA: "6",
  RI: "7",
  SC: "6",
  SD: "4.2",
  TN: "7",
  TX: "6.25",
  UT: "6.1",
  VA: "5.3",
  VT: "6",
  WA: "6.5",
  WI: "5",
  WV: "6",
  WY: "4",
};

/** The table knows no older rates: nothing is taxed as of a day before this one. */
export const usTableBegins: BusinessDate = "2025-01-01";

/** What replaces the rate above, and from which day; oldest first. */
export const usRateChanges: readonly { state: UsState; from: BusinessDate; rate: string }[] = [
  // The cut of 2023 ends by its own law.
  { state: "SD", from: "2027-07-01", rate: "4.5" },
];

/**
 * The rate of a state on a day. "0" where there is none, also in territories and for military post,
 * which stand in no state's sales tax; null before the table begins.
 */
export function usSalesTaxRate(state: UsState, on: BusinessDate): string | null {
  if (on < usTableBegins) return null;
  const change = usRateChanges.findLast((each) => each.state === state && each.from <= on);
  return change?.rate ?? usSalesTaxRates[state] ?? "0";
}

/** States without a sales tax of their own. */
export const untaxedStates = ["AK", "DE", "MT", "NH", "OR"] as const satisfies readonly UsState[];
