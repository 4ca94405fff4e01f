import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { code128 } from "./barcode.ts";

const require = createRequire(import.meta.url);

beforeAll(async () => {
  const wasmBinary = readFileSync(require.resolve("zxing-wasm/reader/zxing_reader.wasm"));
  await prepareZXingModule({ overrides: { wasmBinary: wasmBinary.buffer }, fireImmediately: true });
});

/** The bars as a printed label looks: white around, three points a module. */
function picture(bars: readonly number[]) {
  const [scale, clear, height] = [3, 10, 80];
  const modules = bars.reduce((sum, width) => sum + width, 0) + 2 * clear;
  const width = modules * scale;
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  let at = clear;
  bars.forEach((bar, index) => {
    for (let x = at * scale; index % 2 === 0 && x < (at + bar) * scale; x += 1)
      for (let y = 10; y < height - 10; y += 1)
        data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    at += bar;
  });
  return { data, width, height, colorSpace: "srgb" as const };
}

describe("a Code 128", () => {
  it.each(["SO-10042", "SH-20007", "INV-2026-000042", "1"])(
    "says %s to a scanner",
    async (text) => {
      const found = await readBarcodes(
        picture(code128(text)) as Parameters<typeof readBarcodes>[0],
      );
      expect(found.map((each) => [each.format, each.text])).toEqual([["Code128", text]]);
    },
  );
});
