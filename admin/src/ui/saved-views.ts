/** A list's filters under a name, kept on this device. */
export interface SavedView {
  readonly name: string;
  /** As `addressOfFilters` writes them. */
  readonly address: string;
}

export function readViews(list: string, storage: Pick<Storage, "getItem">): readonly SavedView[] {
  try {
    const kept: unknown = JSON.parse(storage.getItem(nameOf(list)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isView).slice(0, 30) : [];
  } catch {
    // Written by hand or by another version: there are no views rather than no list.
    return [];
  }
}

/** Adds a view; one of the same name is replaced where it stands. */
export function withView(views: readonly SavedView[], view: SavedView): readonly SavedView[] {
  return views.some((one) => one.name === view.name)
    ? views.map((one) => (one.name === view.name ? view : one))
    : [...views, view];
}

export function writeViews(
  list: string,
  views: readonly SavedView[],
  storage: Pick<Storage, "setItem">,
): void {
  storage.setItem(nameOf(list), JSON.stringify(views));
}

function nameOf(list: string): string {
  return `shopwright.views.${list}`;
}

function isView(value: unknown): value is SavedView {
  const { name, address } = (value ?? {}) as Partial<SavedView>;
  return typeof name === "string" && typeof address === "string";
}
