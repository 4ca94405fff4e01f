import type { ReactNode } from "react";

/** One column of a table. */
export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers and amounts stand to the right. */
  readonly align?: "start" | "end";
  /** What to sort by; only for lists that are loaded whole. */
  readonly sort?: (row: Row) => string | number | bigint;
  /** Below the column: of the rows that are shown. */
  readonly total?: (rows: readonly Row[]) => ReactNode;
  /** Leave it out on screens narrower than this. */
  readonly from?: "md" | "lg" | "xl" | "2xl";
  /** Takes what room is left. */
  readonly grow?: boolean;
}
