import type { Uuid } from "../../../kernel/ids.ts";
import type { Context } from "../../../platform/context.ts";
import type { Sheet, SheetRow } from "../columns/sheet.ts";
import type { ItemProblem } from "../item-problem.ts";
import type { Verdict } from "../kinds.ts";
import type { Difference } from "../products/product-plan.ts";

/** The rows of the file that belong together. */
export interface ImportItem {
  readonly position: number;
  readonly key: string;
  readonly rows: readonly SheetRow[];
}

/** What would become of an item. `Work` is what `write` needs to do it; null when there is nothing to do. */
export interface ItemPlan<Work = unknown> {
  readonly verdict: Verdict;
  readonly title: string;
  readonly problem: ItemProblem | null;
  readonly differences: readonly Difference[];
  readonly work: Work | null;
}

/** What one kind of file needs to know; the rest (files, batches, progress, reports) is the same for all. */
export interface KindOfImport<Work = unknown> {
  /** Columns without which the file says nothing; one of each group. */
  readonly needs: readonly (readonly string[])[];
  keyOf(sheet: Sheet, row: SheetRow): { readonly key: string; readonly code: string | null };
  /** Twice when items may name others that come later in the file. */
  passes(sheet: Sheet): 1 | 2;
  /** Works out a batch, in the order of the items, in a few round trips; locks what it would change in earnest. */
  plan(
    ctx: Context,
    importId: Uuid,
    sheet: Sheet,
    items: readonly ImportItem[],
    earnest: boolean,
  ): Promise<ItemPlan<Work>[]>;
  /** Does it, all or nothing. */
  write(ctx: Context, importId: Uuid, work: readonly Work[]): Promise<void>;
}
