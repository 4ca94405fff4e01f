import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { List } from "../api/use-read.ts";
import { useUiText } from "../locales/ui.ts";
import { Button } from "./button.tsx";
import { cx } from "./class-names.ts";
import type { Column } from "./column.ts";
import { ErrorState } from "./error-state.tsx";
import { TableCards } from "./table-cards.tsx";
import { TableGrid } from "./table-grid.tsx";
import { TableSkeleton } from "./table-skeleton.tsx";
import { useTableModel } from "./use-table-model.ts";
import { useRowKeys } from "./use-row-keys.ts";

export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly onChange: (ids: ReadonlySet<string>) => void;
}

export interface DataTableProps<Row> {
  /** Names the table for screen readers. */
  readonly label: string;
  /** From `useList`, or `wholeList(rows)` for what is loaded at once. */
  readonly list: List<Row>;
  readonly columns: readonly Column<Row>[];
  readonly rowId: (row: Row) => string;
  /** What a row is called: "SO-10042". */
  readonly rowName: (row: Row) => string;
  /** Where a row leads: click, Enter. */
  readonly rowLink?: (row: Row) => string;
  readonly selection?: Selection;
  /** A row on a phone; without it the table scrolls sideways. */
  readonly card?: (row: Row) => ReactNode;
  /** Shown when there are no rows. */
  readonly empty: ReactNode;
  readonly rowTone?: (row: Row) => string | undefined;
}

/**
 * A list of rows: keyset paging, selection with shift-ranges, sorting of whole lists, totals,
 * j/k/x/Enter by keyboard, cards on a phone. Keeps its rows while the next ones load.
 */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { list, label, rowLink, selection, empty, card } = props;
  const words = useUiText();
  const navigate = useNavigate();
  const model = useTableModel(props);
  const rows = model.getRowModel().rows;
  const keys = useRowKeys({
    ids: rows.map((row) => row.id),
    open: (id) => {
      const row = rows.find((one) => one.id === id);
      if (row && rowLink) void navigate({ to: rowLink(row.original.row) });
    },
    toggle: (id) => {
      if (!selection) return;
      const next = new Set(selection.ids);
      if (!next.delete(id)) next.add(id);
      selection.onChange(next);
    },
    selectable: selection !== undefined,
    openable: rowLink !== undefined,
  });
  if (list.error !== null && list.rows.length === 0) {
    return <ErrorState error={list.error} onRetry={list.reload} />;
  }
  if (list.loading) return <TableSkeleton columns={props.columns.length} />;
  if (list.rows.length === 0) return <>{empty}</>;
  return (
    <div
      className={cx("transition-opacity", list.changing && "opacity-55")}
      aria-busy={list.changing}
    >
      {card && (
        <div className="md:hidden">
          <TableCards {...props} card={card} rows={list.rows} />
        </div>
      )}
      <div className={card ? "hidden md:block" : ""}>
        <TableGrid {...props} model={model} keys={keys} />
      </div>
      <div className="flex min-h-12 flex-wrap items-center gap-3 border-t border-line px-4 py-2 text-muted">
        <span aria-live="polite" className="nums text-[0.8125rem]">
          {list.hasMore ? words.shownSoFar(list.rows.length) : words.allShown(list.rows.length)}
        </span>
        {list.hasMore && (
          <Button
            size="small"
            busy={list.loadingMore}
            onClick={list.loadMore}
            aria-label={`${words.more}: ${label}`}
          >
            {words.more}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Rows that came in one answer, as a list. */
export function wholeList<Row>(read: {
  readonly data: readonly Row[] | undefined;
  readonly isPending: boolean;
  readonly isPlaceholderData: boolean;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}): List<Row> {
  return {
    rows: read.data ?? [],
    loading: read.isPending,
    changing: read.isPlaceholderData,
    error: read.error,
    hasMore: false,
    loadingMore: false,
    loadMore: () => undefined,
    reload: () => void read.refetch(),
  };
}
