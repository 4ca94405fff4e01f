import { X } from "lucide-react";
import { useState } from "react";
import type { ReactNode } from "react";
import { listStock } from "@shopwright/server/contracts/inventory";
import { useList } from "../../api/use-read.ts";
import { useStockText } from "../../locales/stock.ts";
import { Button } from "../../ui/button.tsx";
import { Combobox } from "../../ui/combobox.tsx";
import { QuantityField } from "../../ui/quantity-field.tsx";
import type { StockRow } from "./stock-page.tsx";

/** A line of goods to be moved: the variant as it stood when it was chosen, and how many. */
export interface GoodsLine {
  readonly item: StockRow;
  readonly quantity: number;
}

/** The lines of a receipt or a transfer: chosen by typing, each with its number of units. */
export function GoodsLines<Line extends GoodsLine>({
  lines,
  onChange,
  newLine,
  most,
  extra,
}: {
  readonly lines: readonly Line[];
  readonly onChange: (lines: readonly Line[]) => void;
  readonly newLine: (item: StockRow) => Line;
  /** The most units a line can have. */
  readonly most: (line: Line) => number;
  readonly extra?: (line: Line, put: (line: Line) => void) => ReactNode;
}) {
  const words = useStockText();
  const [typed, setTyped] = useState("");
  const { rows } = useList(listStock, {
    query: { ...(typed === "" ? {} : { search: typed }), limit: 20 },
  });
  const free = rows.filter((row) => !lines.some(({ item }) => item.variantId === row.variantId));
  return (
    <div className="grid gap-3">
      <ul className="grid gap-3">
        {lines.map((line, at) => (
          <li
            key={line.item.variantId}
            className="flex flex-wrap items-end gap-x-3 gap-y-2 border-b border-line pb-3"
          >
            <span className="min-w-0 flex-1 basis-40 self-center">
              <span className="block truncate font-medium">{line.item.title}</span>
              <span className="block truncate text-[0.8125rem] text-muted">
                {[line.item.sku, line.item.options].filter((part) => part !== "").join(" · ")}
              </span>
            </span>
            <QuantityField
              name={line.item.sku}
              min={1}
              max={most(line)}
              value={line.quantity}
              onChange={(quantity) => onChange(lines.with(at, { ...line, quantity }))}
            />
            {extra?.(line, (next) => onChange(lines.with(at, next)))}
            <Button
              variant="ghost"
              icon={X}
              aria-label={words.removeLine(line.item.sku)}
              onClick={() => onChange(lines.filter((each) => each !== line))}
            />
          </li>
        ))}
      </ul>
      <Combobox
        label={words.addItem}
        value=""
        choices={free.map((row) => ({
          value: row.variantId,
          label: [row.sku, row.title, row.options].filter((part) => part !== "").join(" · "),
        }))}
        onSearch={setTyped}
        onChange={(id) => {
          const item = rows.find((row) => row.variantId === id);
          if (item) onChange([...lines, newLine(item)]);
        }}
      />
    </div>
  );
}

export function unitsOf(lines: readonly GoodsLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}
