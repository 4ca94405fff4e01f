import type { Sheet, SheetRow } from "../columns/sheet.ts";
import { problemIn } from "../item-problem.ts";
import type { ImportItem, ItemPlan } from "../imports/kind-of-import.ts";
import type { Difference } from "../products/product-plan.ts";

interface RowOutcome<Work> {
  readonly title: string;
  readonly isNew: boolean;
  readonly differences: readonly Difference[];
  readonly work: Work;
}

/** For files in which each row stands for itself: two rows about one thing are refused, since one must be wrong. */
export function planEach<Work>(
  sheet: Sheet,
  items: readonly ImportItem[],
  read: (row: SheetRow) => RowOutcome<Work>,
): ItemPlan<Work>[] {
  return items.map(({ key, rows }): ItemPlan<Work> => {
    const [row, second] = rows;
    const refused = (problem: ItemPlan["problem"]): ItemPlan<Work> => ({
      verdict: "refused",
      title: key,
      problem,
      differences: [],
      work: null,
    });
    if (row === undefined) return refused({ code: "empty" });
    if (second !== undefined) return refused({ code: "row_twice", row: second.number, value: key });
    try {
      const { title, isNew, differences, work } = read(row);
      if (differences.length === 0)
        return { verdict: "unchanged", title, problem: null, differences: [], work: null };
      if (!isNew && !sheet.options.overwrite)
        return { verdict: "kept", title, problem: null, differences, work: null };
      return { verdict: isNew ? "create" : "change", title, problem: null, differences, work };
    } catch (error) {
      const problem = problemIn(error);
      if (problem === null) throw error;
      return refused(problem);
    }
  });
}
