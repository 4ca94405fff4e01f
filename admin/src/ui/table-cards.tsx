import type { ReactNode } from "react";
import { useUiText } from "../locales/ui.ts";
import { cx } from "./class-names.ts";
import type { DataTableProps } from "./data-table.tsx";
import { Link } from "./link.tsx";

interface CardsProps<Row> extends DataTableProps<Row> {
  readonly rows: readonly Row[];
  readonly card: (row: Row) => ReactNode;
}

/** The rows on a phone: a card each, whole card to tap. */
export function TableCards<Row>({
  label,
  rows,
  rowId,
  rowName,
  rowLink,
  selection,
  card,
}: CardsProps<Row>) {
  const words = useUiText();
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {rows.map((row) => {
        const id = rowId(row);
        const selected = selection?.ids.has(id) ?? false;
        return (
          <li key={id} className={cx("flex items-start", selected && "bg-accent-soft")}>
            {selection && (
              <label className="grid min-h-12 place-items-center self-stretch pr-1 pl-4">
                <input
                  type="checkbox"
                  className="size-5 accent-(--accent)"
                  aria-label={words.selectRow(rowName(row))}
                  checked={selected}
                  onChange={(event) => {
                    const next = new Set(selection.ids);
                    if (event.currentTarget.checked) next.add(id);
                    else next.delete(id);
                    selection.onChange(next);
                  }}
                />
              </label>
            )}
            {rowLink ? (
              <Link to={rowLink(row)} plain className="block min-w-0 flex-1 px-4 py-3">
                {card(row)}
              </Link>
            ) : (
              <div className="min-w-0 flex-1 px-4 py-3">{card(row)}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
