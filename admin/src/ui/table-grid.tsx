import { useNavigate } from "@tanstack/react-router";
import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { useUiText } from "../locales/ui.ts";
import { cx } from "./class-names.ts";
import type { Column } from "./column.ts";
import type { DataTableProps } from "./data-table.tsx";
import { Link } from "./link.tsx";
import type { RowKeys } from "./use-row-keys.ts";
import type { TableModel } from "./use-table-model.ts";

interface GridProps<Row> extends DataTableProps<Row> {
  readonly model: TableModel<Row>;
  readonly keys: RowKeys;
}

const fromClass = {
  md: "max-md:hidden",
  lg: "max-lg:hidden",
  xl: "max-xl:hidden",
  "2xl": "max-2xl:hidden",
};

function cellClass<Row>(column: Column<Row>): string {
  return cx(
    "px-3",
    column.align === "end" && "text-right",
    column.from && fromClass[column.from],
    column.grow === true && "w-full max-w-0",
  );
}

/** The table itself. */
export function TableGrid<Row>(props: GridProps<Row>) {
  const { label, columns, model } = props;
  return (
    <div className="overflow-x-auto" tabIndex={-1}>
      <table aria-label={label} className="w-full border-collapse text-left">
        <thead>
          <tr className="border-b border-line text-[0.75rem] text-muted">
            {props.selection && (
              <th scope="col" className="w-10 pl-3">
                <SelectAll model={model} />
              </th>
            )}
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} model={model} />
            ))}
          </tr>
        </thead>
        <tbody>
          {model.getRowModel().rows.map((row) => (
            <GridRow key={row.id} {...props} row={row.original.row} id={row.id} />
          ))}
        </tbody>
        {columns.some((column) => column.total) && <Totals {...props} />}
      </table>
    </div>
  );
}

function HeaderCell<Row>({
  column,
  model,
}: {
  readonly column: Column<Row>;
  readonly model: TableModel<Row>;
}) {
  const words = useUiText();
  const sortable = model.getColumn(column.id);
  const sorted = sortable?.getIsSorted() ?? false;
  const Icon = sorted === "asc" ? ArrowUp : sorted === "desc" ? ArrowDown : ChevronsUpDown;
  return (
    <th
      scope="col"
      className={cx(cellClass(column), "h-9 font-medium whitespace-nowrap")}
      aria-sort={sorted === false ? undefined : sorted === "asc" ? "ascending" : "descending"}
    >
      {column.sort ? (
        <button
          type="button"
          aria-label={words.sortBy(column.header)}
          className="inline-flex items-center gap-1 rounded py-1 hover:text-ink"
          onClick={() => sortable?.toggleSorting()}
        >
          {column.header}
          <Icon aria-hidden className="size-3" />
        </button>
      ) : (
        column.header
      )}
    </th>
  );
}

function SelectAll<Row>({ model }: { readonly model: TableModel<Row> }) {
  const words = useUiText();
  const all = model.getIsAllRowsSelected();
  const some = model.getIsSomeRowsSelected();
  return (
    <input
      type="checkbox"
      aria-label={words.selectAll}
      className="block size-4 accent-(--accent)"
      checked={all}
      ref={(box) => {
        if (box) box.indeterminate = some && !all;
      }}
      onChange={() => model.toggleAllRowsSelected(!all)}
    />
  );
}

function GridRow<Row>({
  row,
  id,
  columns,
  model,
  keys,
  rowName,
  rowLink,
  rowTone,
  selection,
}: GridProps<Row> & { readonly row: Row; readonly id: string }) {
  const words = useUiText();
  const navigate = useNavigate();
  const selected = selection?.ids.has(id) ?? false;
  const target = rowLink?.(row);
  const modelRow = model.getRow(id);
  return (
    <tr
      {...keys.rowProps(id)}
      aria-selected={selection ? selected : undefined}
      className={cx(
        "h-row border-b border-line outline-offset-[-2px] last:border-b-0",
        selected ? "bg-accent-soft" : (rowTone?.(row) ?? "hover:bg-sunken/60"),
        target !== undefined && "cursor-pointer",
      )}
      onClick={(event) => {
        // A click on a control in the row, or one that ends a text selection, is not for the row.
        const onControl = (event.target as Element).closest("a, button, input, label") !== null;
        if (target === undefined || onControl || getSelection()?.type === "Range") return;
        if (event.metaKey || event.ctrlKey) window.open(`/admin${target}`, "_blank");
        else void navigate({ to: target });
      }}
    >
      {selection && (
        <td className="w-10 pl-3">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={words.selectRow(rowName(row))}
            className="block size-4 accent-(--accent)"
            checked={selected}
            onChange={modelRow.getToggleSelectedHandler()}
          />
        </td>
      )}
      {columns.map((column, index) => (
        <td key={column.id} className={cx(cellClass(column), "py-1.5")}>
          {index === 0 && target !== undefined ? (
            <Link to={target} plain className="font-medium hover:underline">
              {column.cell(row)}
            </Link>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}

function Totals<Row>({ columns, list, selection }: GridProps<Row>) {
  const words = useUiText();
  return (
    <tfoot>
      <tr className="border-t-2 border-line">
        {columns.map((column, index) => (
          <td
            key={column.id}
            className={cx(cellClass(column), "py-2")}
            colSpan={index === 0 && selection ? 2 : 1}
          >
            {column.total?.(list.rows) ??
              (index === 0 && (
                <span className="text-[0.75rem] whitespace-nowrap text-muted">{words.total}</span>
              ))}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}
