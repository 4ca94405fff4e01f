import { quiet, type Sheet } from "../../../platform/pdf.ts";
import { percentIn } from "./columns.ts";
import type { Writing } from "./document-pdf.ts";

/** Below the lines: tax by rate, the totals, how it was paid, and what the law wants said. Stays together. */
export function drawSettlement(sheet: Sheet, writing: Writing): void {
  const { content } = writing;
  sheet.keep(96 + 16 * (content.taxes.length + 3));
  sheet.y += 16;
  const top = sheet.y;
  const taxesEnd = drawTaxes(sheet, writing, top);
  const totalsEnd = drawTotals(sheet, writing, top);
  sheet.y = Math.max(taxesEnd, totalsEnd) + 20;
  const notes = content.taxes.map((tax) => noteOf(tax.reason, writing)).filter(Boolean);
  const sentences = [settled(writing), ...new Set(notes)];
  for (const sentence of sentences) sheet.y += sheet.text(sentence, sheet.left, sheet.y) + 4;
}

/** What the law wants said of a reason; of an exemption also by which certificate. */
function noteOf(reason: string, { content, said }: Writing): string {
  const note = said.taxNote(reason);
  if (reason !== "exempt" || content.certificate === undefined) return note;
  return `${note} ${said.certificate(content.certificate)}`;
}

function settled({ content, said, amount }: Writing): string {
  const total = amount(content.grossMinor);
  const named = said.methods[content.paymentMethod] ?? content.paymentMethod;
  const method = content.withCredit === true ? said.both(named, said.methods["none"] ?? "") : named;
  if (content.grossMinor === "0") return said.free;
  if (content.kind === "credit_note") {
    // Cash was collected at the door; it goes back to the shopper's bank account.
    const way =
      content.paymentMethod === "cash-on-delivery" ? said.methods["bank-transfer"] : method;
    return said.refunded(way ?? method, total);
  }
  if (content.paymentMethod !== "cash-on-delivery") return said.paid(method, total);
  const prepaid = content.prepaidMinor ?? "0";
  const due = amount(String(BigInt(content.grossMinor) - BigInt(prepaid)));
  const paid = prepaid === "0" ? "" : `${said.paidAhead(amount(prepaid))} `;
  if (prepaid === content.grossMinor) return paid.trim();
  return `${paid}${content.shipTo === null ? said.payableAtPickup(due) : said.payable(due)}`;
}

/** Net, tax and gross of each rate. @returns where the block ends */
function drawTaxes(sheet: Sheet, { content, said, amount }: Writing, top: number): number {
  const percent = percentIn(content.locale);
  const [nameWidth, cellWidth] = [96, 62];
  const small = { size: 8, colour: quiet } as const;
  const row = (y: number, cells: readonly string[], style: object) => {
    cells.forEach((cell, index) => {
      const x = sheet.left + (index === 0 ? 0 : nameWidth + (index - 1) * cellWidth);
      const width = index === 0 ? nameWidth : cellWidth;
      sheet.text(cell, x, y, { ...style, width, align: index === 0 ? "left" : "right" });
    });
  };
  row(top, [said.taxOverview, said.net, said.tax, said.gross], small);
  content.taxes.forEach((tax, index) => {
    const gross = BigInt(tax.netMinor) + BigInt(tax.taxMinor);
    const name = said.taxName(tax.jurisdiction, tax.reason);
    const rate = tax.rate === "0" ? name : `${name} ${percent(tax.rate)}`;
    row(top + 15 + 13 * index, [rate, amount(tax.netMinor), amount(tax.taxMinor), amount(gross)], {
      size: 8.5,
    });
  });
  return top + 15 + 13 * content.taxes.length;
}

/** @returns where the block ends */
function drawTotals(sheet: Sheet, { content, said, amount }: Writing, top: number): number {
  const [x, width] = [sheet.right - 180, 180];
  let y = top;
  const row = (label: string, value: string, style: { size?: number; bold?: boolean }) => {
    sheet.text(label, x, y, { ...style, width: 100 });
    y += sheet.text(value, x, y, { ...style, width, align: "right" }) + 3;
  };
  row(said.total, amount(content.netMinor), {});
  row(said.tax, amount(content.taxMinor), {});
  sheet.doc.moveTo(x, y).lineTo(sheet.right, y).lineWidth(0.8).strokeColor(quiet).stroke();
  y += 6;
  const total = content.kind === "invoice" ? said.totalWithTax : said.credited;
  row(total, amount(content.grossMinor), { size: 12, bold: true });
  return y;
}
