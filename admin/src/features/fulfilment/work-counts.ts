import type { FulfilmentView } from "@shopwright/server/contracts/fulfilment";

type Line = FulfilmentView["lines"][number];

/** Units picked in all by line id, as the picker has counted them here. */
export type Picked = Readonly<Record<string, number>>;

/** Counts made here over those the shop knows, never below what has left nor above what is wanted. */
export function mergePicked(lines: readonly Line[], counted: Picked): Picked {
  return Object.fromEntries(
    lines.map((line) => {
      const count = counted[line.id] ?? line.picked;
      return [line.id, Math.min(line.quantity, Math.max(line.shipped, count))];
    }),
  );
}

/** What differs from what the shop knows, as the endpoint takes it. */
export function changedPicks(
  lines: readonly Line[],
  picked: Picked,
): { line: string; picked: number }[] {
  return lines
    .filter((line) => (picked[line.id] ?? line.picked) !== line.picked)
    .map((line) => ({ line: line.id, picked: picked[line.id] ?? line.picked }));
}

export type ScanResult =
  | { readonly kind: "counted"; readonly line: Line; readonly picked: number }
  | { readonly kind: "full"; readonly line: Line }
  | { readonly kind: "unknown" };

/** One unit more of the line with this barcode or SKU; the first that still lacks some. */
export function countScan(lines: readonly Line[], picked: Picked, code: string): ScanResult {
  const wanted = code.trim().toLowerCase();
  const matches = lines.filter(
    (line) => line.barcode?.toLowerCase() === wanted || line.sku.toLowerCase() === wanted,
  );
  const open = matches.find((line) => (picked[line.id] ?? 0) < line.quantity);
  if (open) return { kind: "counted", line: open, picked: (picked[open.id] ?? 0) + 1 };
  const full = matches[0];
  return full ? { kind: "full", line: full } : { kind: "unknown" };
}
