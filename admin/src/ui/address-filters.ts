/** Each filter of a page with the values it takes ("text": any). */
export type Offered = Readonly<Record<string, readonly string[] | "text">>;

/** The filters that are set, by name; what is not set is not there. */
export type Filters<Offer extends Offered> = {
  readonly [Name in keyof Offer]?: Offer[Name] extends readonly (infer Value)[] ? Value : string;
};

/** What of the address are filters of this page; anything else, and values not offered, is left out. */
export function filtersFrom<Offer extends Offered>(
  offered: Offer,
  search: Readonly<Record<string, unknown>>,
): Filters<Offer> {
  const found: Record<string, string> = {};
  for (const [name, values] of Object.entries(offered)) {
    const value = search[name];
    if (typeof value !== "string" || value.trim() === "") continue;
    if (values === "text" || values.includes(value)) found[name] = value;
  }
  // Each value was found among those offered under its name.
  return found as Filters<Offer>;
}

/** Filters as they stand in the address: set ones only, sorted, so that equal filters look equal. */
export function addressOfFilters(filters: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams();
  for (const name of Object.keys(filters).toSorted()) {
    const value = filters[name];
    if (value !== undefined && value !== "") search.set(name, value);
  }
  return search.toString();
}

/** Reads what `addressOfFilters` wrote. */
export function filtersOfAddress(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}
