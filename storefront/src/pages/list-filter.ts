import { productSorts, writeOptionFilter } from "@shopwright/server/contracts/catalog";
import type { OptionFilter, ProductSort } from "@shopwright/server/contracts/catalog";
import { parseDecimal, toDecimal } from "@shopwright/server/kernel/money";
import type { Currency } from "@shopwright/server/kernel/money";

/** What a shopper narrowed a list down to, as its address says it. */
export interface ListFilter {
  readonly sort: ProductSort;
  /** As typed, in major units; kept only when it is a price. */
  readonly min: string;
  readonly max: string;
  readonly options: OptionFilter;
  readonly inStock: boolean;
}

/** A field per option, so that checkboxes can be sent by a form without a script: "o.material=oak". */
const optionPrefix = "o.";
const code = /^[a-z0-9][a-z0-9_-]{0,62}$/;

export function readListFilter(query: URLSearchParams): ListFilter {
  const options: Record<string, string[]> = {};
  for (const [name, value] of query) {
    const option = name.startsWith(optionPrefix) ? name.slice(optionPrefix.length) : "";
    if (!code.test(option) || !code.test(value)) continue;
    options[option] = [...new Set([...(options[option] ?? []), value])].sort();
  }
  const sort = productSorts.find((each) => each === query.get("sort")) ?? "recommended";
  return {
    sort,
    min: tidyAmount(query.get("min")),
    max: tidyAmount(query.get("max")),
    options,
    inStock: query.get("stock") === "in",
  };
}

/** The same as the query of an address, always in one order; empty for a list that is not narrowed. */
export function filterQuery(filter: ListFilter): string {
  const query = new URLSearchParams();
  for (const option of Object.keys(filter.options).sort()) {
    for (const value of filter.options[option] ?? []) query.append(optionPrefix + option, value);
  }
  if (filter.min) query.set("min", filter.min);
  if (filter.max) query.set("max", filter.max);
  if (filter.inStock) query.set("stock", "in");
  if (filter.sort !== "recommended") query.set("sort", filter.sort);
  return query.toString();
}

/** The filter in the words of the shop's list of products. */
export function shopFilter(filter: ListFilter, currency: Currency) {
  const minPrice = minorOf(filter.min, currency);
  const maxPrice = minorOf(filter.max, currency);
  const options = writeOptionFilter(filter.options);
  return {
    sort: filter.sort,
    inStock: filter.inStock ? ("true" as const) : ("false" as const),
    ...(minPrice === null ? {} : { minPrice }),
    ...(maxPrice === null ? {} : { maxPrice }),
    ...(options === "" ? {} : { options }),
  };
}

export function isNarrowed(filter: ListFilter): boolean {
  return filterQuery({ ...filter, sort: "recommended" }) !== "";
}

export function withoutOption(filter: ListFilter, option: string, value: string): ListFilter {
  const rest = (filter.options[option] ?? []).filter((each) => each !== value);
  return { ...filter, options: { ...filter.options, [option]: rest } };
}

/** Whole units of an amount, for the hint in a price field. */
export function wholeUnits(amount: { minor: string; currency: Currency }, up: boolean): string {
  const text = toDecimal({ minor: BigInt(amount.minor), currency: amount.currency });
  const whole = BigInt(text.split(".")[0] ?? "0");
  return String(up && /\.\d*[1-9]/.test(text) ? whole + 1n : whole);
}

function minorOf(text: string, currency: Currency): string | null {
  const amount = text === "" ? null : parseDecimal(text, currency);
  return amount === null || amount.minor.toString().length > 15 ? null : amount.minor.toString();
}

function tidyAmount(text: string | null): string {
  const tidy = (text ?? "").trim().replace(",", ".");
  return /^\d{1,12}(\.\d{1,3})?$/.test(tidy) ? tidy : "";
}
