import type { AdminCategoryView } from "@shopwright/server/contracts/catalog";

/** A category's new place among those that stand below the same one. */
export interface Placing {
  readonly category: AdminCategoryView;
  readonly position: number;
}

export function siblingsOf(
  all: readonly AdminCategoryView[],
  parentId: string | null,
): readonly AdminCategoryView[] {
  return all.filter((each) => each.parentId === parentId);
}

/**
 * What has to be saved so that a category stands one place earlier (-1) or later (+1): only those
 * whose position changes. Empty when it is at the end already. `all` is in the order of the tree.
 */
export function moveBy(
  all: readonly AdminCategoryView[],
  category: AdminCategoryView,
  step: -1 | 1,
): readonly Placing[] {
  const siblings = siblingsOf(all, category.parentId);
  const from = siblings.findIndex(({ id }) => id === category.id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= siblings.length) return [];
  return siblings
    .toSpliced(from, 1)
    .toSpliced(to, 0, category)
    .map((each, place) => ({ category: each, position: place * 10 }))
    .filter(({ category: each, position }) => each.position !== position);
}

/** Those that a category may stand below: not itself and nothing below it. */
export function possibleParents(
  all: readonly AdminCategoryView[],
  category: AdminCategoryView | null,
): readonly AdminCategoryView[] {
  if (category === null) return all;
  const below = new Set([category.id]);
  // In the order of the tree everything comes after what it stands below.
  for (const each of all)
    if (each.parentId !== null && below.has(each.parentId)) below.add(each.id);
  return all.filter(({ id }) => !below.has(id));
}

/** The position after the last of those below `parentId`. */
export function lastPosition(all: readonly AdminCategoryView[], parentId: string | null): number {
  const positions = siblingsOf(all, parentId).map(({ position }) => position);
  return positions.length === 0 ? 0 : Math.max(...positions) + 10;
}
