import { Refusal } from "../../kernel/errors.ts";

/** Why an item is refused: a stable code that faces translate, the field and the row it stands in. */
export interface ItemProblem {
  readonly code: string;
  readonly field?: string;
  readonly row?: number;
  /** What was read there, shortened. */
  readonly value?: string;
}

/** Thrown while a row is read; ends the item, never the import. */
export class BadItem extends Error {
  readonly problem: ItemProblem;

  constructor(problem: ItemProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

export function bad(code: string, field?: string, row?: number, value?: string): never {
  throw new BadItem({
    code,
    ...(field === undefined ? {} : { field }),
    ...(row === undefined ? {} : { row }),
    ...(value === undefined ? {} : { value: value.slice(0, 100) }),
  });
}

/** The problem that an error stands for; null for one that is a bug. */
export function problemIn(error: unknown): ItemProblem | null {
  if (error instanceof BadItem) return error.problem;
  if (!(error instanceof Refusal)) return null;
  const { sku, barcode } = error.details;
  const value = sku ?? barcode;
  return {
    code: error.kind.code,
    ...(typeof value === "string" ? { value: value.slice(0, 100) } : {}),
  };
}
