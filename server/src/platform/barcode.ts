import bwipjs from "bwip-js/generic";
import { assert } from "../kernel/assert.ts";

/** Widths of bars and the spaces between them by turns, a bar first, in modules. */
export function code128(text: string): readonly number[] {
  const [symbol] = bwipjs.raw({ bcid: "code128", text });
  assert(symbol !== undefined && "sbs" in symbol, "Code 128 is drawn by its bars");
  return symbol.sbs;
}

/** Draws a Code 128 within so many points. The ten clear modules on either side are inside the width. */
export function drawCode128(
  doc: PDFKit.PDFDocument,
  text: string,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): void {
  const bars = code128(text);
  const clear = 10;
  const module = box.width / (bars.reduce((sum, width) => sum + width, 0) + 2 * clear);
  let x = box.x + clear * module;
  bars.forEach((width, index) => {
    if (index % 2 === 0) doc.rect(x, box.y, width * module, box.height);
    x += width * module;
  });
  doc.fill("#000000");
}
