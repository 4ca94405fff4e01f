import type { Column } from "../../../platform/pdf-table.ts";
import type { DocumentLine } from "../document.ts";
import type { Writing } from "./document-pdf.ts";
import { lineTitle } from "./words.ts";

/** What each line of a document shows; amounts as they were sold, with tax where prices include it. */
export function documentColumns(writing: Writing): Column<DocumentLine>[] {
  const { content, said, amount } = writing;
  const percent = percentIn(content.locale);
  const amountOf = (line: DocumentLine) =>
    BigInt(line.netMinor) + (content.taxIncluded ? BigInt(line.taxMinor) : 0n);
  return [
    {
      header: said.item,
      share: 0.46,
      cell: (line) => ({
        main: lineTitle(line, said),
        below: [
          line.options,
          line.kind === "item" ? line.sku : "",
          line.quantity === 0 ? said.moneyOnly : "",
          reduction(line, writing, amountOf(line)),
        ]
          .filter(Boolean)
          .join(" · "),
      }),
    },
    {
      header: said.units,
      share: 0.09,
      align: "right",
      cell: (line) => (line.quantity === 0 || line.kind !== "item" ? "" : String(line.quantity)),
    },
    {
      header: said.unitPrice,
      share: 0.17,
      align: "right",
      cell: (line) =>
        line.quantity === 0 || line.kind !== "item" ? "" : amount(line.unitPriceMinor),
    },
    { header: said.taxRate, share: 0.11, align: "right", cell: (line) => percent(line.taxRate) },
    { header: said.amount, share: 0.17, align: "right", cell: (line) => amount(amountOf(line)) },
  ];
}

/**
 * What took how much off a line, from its list price to what is charged; empty for most lines. Of money that goes
 * back only the names, since any amount may go back.
 */
export function reduction(
  line: DocumentLine,
  { content, amount }: Pick<Writing, "content" | "amount">,
  chargedMinor: bigint,
): string {
  const names = (line.discounts ?? []).join(", ");
  if (names === "" || content.kind === "credit_note") return names;
  const listed = BigInt(line.unitPriceMinor) * BigInt(line.quantity);
  return `${names}: −${amount(listed - chargedMinor)}`;
}

/** "8.875" → "8.875 %" or "8,875 %". */
export function percentIn(locale: string): (rate: string) => string {
  return (rate) => (locale === "de" ? `${rate.replace(".", ",")} %` : `${rate}%`);
}
