import {
  productSorts,
  writeAttributeFilter,
  writeOptionFilter,
} from "@shopwright/server/contracts/catalog";
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
  /** Chosen values by attribute. */
  readonly attributes: OptionFilter;
  /** Numbers from and to by attribute, as typed; kept only when they are numbers. */
  readonly ranges: Readonly<Record<string, TypedRange>>;
  readonly inStock: boolean;
}

export interface TypedRange {
  readonly from: string;
  readonly to: string;
}

/** A field per option, so that checkboxes can be sent by a form without a script: "o.material=oak". */
const optionPrefix = "o.";
const attributePrefix = "a.";
/** "n.max-power.from=25" */
const rangeName = /^n\.([a-z0-9][a-z0-9_-]{0,62})\.(from|to)$/;
const code = /^[a-z0-9][a-z0-9_-]{0,62}$/;

export function readListFilter(query: URLSearchParams): ListFilter {
  const sort = productSorts.find((each) => each === query.get("sort")) ?? "recommended";
  return {
    sort,
    min: tidyAmount(query.get("min")),
    max: tidyAmount(query.get("max")),
    options: chosenUnder(optionPrefix, query),
    attributes: chosenUnder(attributePrefix, query),
    ranges: rangesIn(query),
    inStock: query.get("stock") === "in",
  };
}

function chosenUnder(prefix: string, query: URLSearchParams): Record<string, string[]> {
  const chosen: Record<string, string[]> = {};
  for (const [name, value] of query) {
    const of = name.startsWith(prefix) ? name.slice(prefix.length) : "";
    if (!code.test(of) || !code.test(value)) continue;
    chosen[of] = [...new Set([...(chosen[of] ?? []), value])].sort();
  }
  return chosen;
}

function rangesIn(query: URLSearchParams): Record<string, TypedRange> {
  const ranges: Record<string, TypedRange> = {};
  for (const [name, value] of query) {
    const [, of, end] = rangeName.exec(name) ?? [];
    const typed = tidyNumber(value);
    if (of === undefined || end === undefined || typed === "") continue;
    ranges[of] = { from: "", to: "", ...ranges[of], [end]: typed };
  }
  return ranges;
}

/** The same as the query of an address, always in one order; empty for a list that is not narrowed. */
export function filterQuery(filter: ListFilter): string {
  const query = new URLSearchParams();
  for (const option of Object.keys(filter.options).sort()) {
    for (const value of filter.options[option] ?? []) query.append(optionPrefix + option, value);
  }
  for (const attribute of Object.keys(filter.attributes).sort()) {
    for (const value of filter.attributes[attribute] ?? []) {
      query.append(attributePrefix + attribute, value);
    }
  }
  for (const attribute of Object.keys(filter.ranges).sort()) {
    const { from = "", to = "" } = filter.ranges[attribute] ?? {};
    if (from) query.set(`n.${attribute}.from`, from);
    if (to) query.set(`n.${attribute}.to`, to);
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
  const attributes = writeAttributeFilter({
    ...valuesOf(filter.attributes),
    ...Object.fromEntries(Object.entries(filter.ranges).map(([of, range]) => [of, asRange(range)])),
  });
  return {
    sort: filter.sort,
    inStock: filter.inStock ? ("true" as const) : ("false" as const),
    ...(minPrice === null ? {} : { minPrice }),
    ...(maxPrice === null ? {} : { maxPrice }),
    ...(options === "" ? {} : { options }),
    ...(attributes === "" ? {} : { attributes }),
  };
}

const valuesOf = (chosen: OptionFilter) =>
  Object.fromEntries(Object.entries(chosen).map(([of, values]) => [of, { values }]));

const asRange = ({ from, to }: TypedRange) => ({
  from: from === "" ? null : Number(from),
  to: to === "" ? null : Number(to),
});

export function isNarrowed(filter: ListFilter): boolean {
  return filterQuery({ ...filter, sort: "recommended" }) !== "";
}

export function withoutOption(filter: ListFilter, option: string, value: string): ListFilter {
  const rest = (filter.options[option] ?? []).filter((each) => each !== value);
  return { ...filter, options: { ...filter.options, [option]: rest } };
}

export function withoutAttribute(filter: ListFilter, of: string, value: string): ListFilter {
  const rest = (filter.attributes[of] ?? []).filter((each) => each !== value);
  return { ...filter, attributes: { ...filter.attributes, [of]: rest } };
}

export function withoutRange(filter: ListFilter, of: string): ListFilter {
  const { [of]: _gone, ...ranges } = filter.ranges;
  return { ...filter, ranges };
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

function tidyNumber(text: string): string {
  const tidy = text.trim().replace(",", ".");
  return /^-?\d{1,9}(\.\d{1,6})?$/.test(tidy) ? tidy : "";
}
