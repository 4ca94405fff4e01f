import { drawCode128 } from "../../../platform/barcode.ts";
import { accent, quiet, type Sheet } from "../../../platform/pdf.ts";

export interface PaperHead {
  readonly shop: string;
  readonly title: string;
  /** What a scanner reads. */
  readonly number: string;
  /** Lines of an address, or what stands in its place. */
  readonly place: readonly string[];
  readonly facts: readonly (readonly [string, string])[];
}

/** The shop's name and a barcode, then the address beside the facts, then the title. */
export function drawPaperHead(sheet: Sheet, head: PaperHead): void {
  const { doc, left, right } = sheet;
  sheet.text(head.shop, left, sheet.y, { size: 21, bold: true, colour: accent, width: 260 });
  const box = { x: right - 190, y: sheet.y, width: 190, height: 34 };
  drawCode128(doc, head.number, box);
  const under = { size: 8.5, align: "center", width: box.width } as const;
  sheet.text(head.number, box.x, box.y + box.height + 3, under);
  const top = sheet.y + 76;
  const placeEnd = top + sheet.text(head.place.join("\n"), left, top, { size: 11, width: 260 });
  let y = top;
  for (const [label, value] of head.facts) {
    sheet.text(label, right - 210, y + 0.8, { size: 8.5, colour: quiet, width: 78 });
    y += sheet.text(value, right - 132, y, { width: 132 }) + 2.5;
  }
  sheet.y = Math.max(placeEnd, y) + 24;
  sheet.y += sheet.text(head.title, left, sheet.y, { size: 16, bold: true }) + 12;
}
