/** A list's filters under a name. */
export interface NamedFilters {
  readonly name: string;
  /** As `addressOfFilters` writes them. */
  readonly address: string;
}

/** Views that were kept on this device before the server kept them. */
export function readLocalViews(
  list: string,
  storage: Pick<Storage, "getItem">,
): readonly NamedFilters[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(nameOf(list)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isView).slice(0, 30) : [];
  } catch {
    // Written by hand or by another version: there are no views rather than no list.
    return [];
  }
}

export function dropLocalViews(list: string, storage: Pick<Storage, "removeItem">): void {
  storage.removeItem(nameOf(list));
}

/** Those of the device that the server knows neither by name nor by what they show. */
export function viewsToMove(
  local: readonly NamedFilters[],
  known: readonly NamedFilters[],
): readonly NamedFilters[] {
  return local.filter(
    ({ name, address }) =>
      name.trim() !== "" &&
      !known.some(
        (one) => one.name.toLowerCase() === name.toLowerCase() || one.address === address,
      ),
  );
}

function nameOf(list: string): string {
  return `shopwright.views.${list}`;
}

function isView(value: unknown): value is NamedFilters {
  const { name, address } = (value ?? {}) as Partial<NamedFilters>;
  return typeof name === "string" && typeof address === "string";
}
