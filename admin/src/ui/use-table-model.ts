import {
  createSortedRowModel,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import type { ColumnDef, ReactTable, RowSelectionState } from "@tanstack/react-table";
import { useMemo } from "react";
import type { Column } from "./column.ts";
import type { DataTableProps } from "./data-table.tsx";

const features = tableFeatures({
  rowSelectionFeature,
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
});
type Features = typeof features;
export type TableModel<Row> = ReactTable<Features, { readonly row: Row }>;

/** Wraps a row, because the table's model keeps only objects and our rows may be anything. */
interface Wrapped<Row> {
  readonly row: Row;
}

/** Selection and sorting of a table; what to show of a cell stays with our own columns. */
export function useTableModel<Row>({ list, columns, rowId, selection }: DataTableProps<Row>) {
  const data = useMemo(() => list.rows.map((row) => ({ row })), [list.rows]);
  const definitions = useMemo(() => columns.map((column) => definitionOf(column)), [columns]);
  const selected: RowSelectionState = Object.fromEntries(
    [...(selection?.ids ?? [])].map((id) => [id, true]),
  );
  const table = useTable({
    features,
    data,
    columns: definitions,
    getRowId: (wrapped) => rowId(wrapped.row),
    enableRowSelection: selection !== undefined,
    state: { rowSelection: selected },
    onRowSelectionChange: (change) => {
      const next = typeof change === "function" ? change(selected) : change;
      selection?.onChange(new Set(Object.keys(next).filter((id) => next[id])));
    },
  });
  return table;
}

function definitionOf<Row>(column: Column<Row>): ColumnDef<Features, Wrapped<Row>, unknown> {
  return {
    id: column.id,
    header: column.header,
    accessorFn: ({ row }) => column.sort?.(row) ?? "",
    enableSorting: column.sort !== undefined,
    sortFn: (a, b) => compare(a.getValue(column.id), b.getValue(column.id)),
  };
}

function compare(a: unknown, b: unknown): number {
  if (typeof a === "string" && typeof b === "string")
    return a.localeCompare(b, undefined, { numeric: true });
  if (a === b) return 0;
  return (a as number | bigint) < (b as number | bigint) ? -1 : 1;
}
