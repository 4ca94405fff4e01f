/** Filters as text by name; what is not set is not there. */
export type Filters<Name extends string> = { readonly [Key in Name]?: string };

/** What of the address are filters of this page; anything else, and values not offered, is left out. */
export function filtersFrom<Name extends string>(
  offered: Readonly<Record<Name, readonly string[] | "text">>,
  search: Readonly<Record<string, unknown>>,
): Filters<Name> {
  const found: Partial<Record<Name, string>> = {};
  for (const name of Object.keys(offered) as Name[]) {
    const value = search[name];
    const values = offered[name];
    if (typeof value !== "string" || value.trim() === "") continue;
    if (values === "text" || values.includes(value)) found[name] = value;
  }
  return found;
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
