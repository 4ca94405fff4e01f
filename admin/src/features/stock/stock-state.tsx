import type { StockState } from "@shopwright/server/contracts/inventory";
import { useStockText } from "../../locales/stock.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";

const tones = { in: "good", low: "warn", out: "bad" } as const;

/** How a variant stands; what is promised beyond the shelf is said with it. */
export function StockStateBadge({
  row,
}: {
  readonly row: { readonly state: StockState; readonly backordered: number };
}) {
  const words = useStockText();
  return (
    <span className="inline-flex flex-wrap gap-1">
      <StatusBadge tone={tones[row.state]}>{words.states[row.state]}</StatusBadge>
      {row.backordered > 0 && (
        <StatusBadge tone="warn">{words.backordered(row.backordered)}</StatusBadge>
      )}
    </span>
  );
}
