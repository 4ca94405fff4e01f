import { draftOf } from "./product-draft.ts";
import type { PictureDraft, ProductDraft } from "./product-draft.ts";
import { mergeThreeWay } from "./three-way-merge.ts";
import type { AdminProductView } from "@shopwright/server/contracts/catalog";

/** Unsaved work on a product: the version it began with, how that was, and how it is now. */
export interface Work {
  readonly version: number;
  readonly base: ProductDraft;
  readonly draft: ProductDraft;
}

export interface Rebased {
  readonly work: Work;
  /** Paths taken from the other change, and those that both changed and where mine stays. */
  readonly taken: readonly string[];
  readonly kept: readonly string[];
}

/** Puts unsaved work on top of what someone else saved meanwhile. */
export function rebaseDraft(work: Work, product: AdminProductView): Rebased {
  const theirs = draftOf(product);
  const { merged, taken, kept } = mergeThreeWay(work.base, work.draft, theirs);
  const pictures = joinPictures(work.base.pictures, merged.pictures, theirs.pictures);
  const draft = { ...merged, pictures };
  return { work: { version: product.version, base: theirs, draft }, taken, kept };
}

/** My order and texts, with the pictures that were added elsewhere and without those removed. */
function joinPictures(
  base: readonly PictureDraft[],
  mine: readonly PictureDraft[],
  theirs: readonly PictureDraft[],
): readonly PictureDraft[] {
  const has = (list: readonly PictureDraft[], id: string): boolean =>
    list.some((each) => each.id === id);
  const still = mine.filter(({ id }) => has(theirs, id));
  const added = theirs.filter(({ id }) => !has(base, id) && !has(mine, id));
  return [...still, ...added];
}
