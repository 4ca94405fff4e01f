import { describe, expect, test } from "vitest";
import type { FulfilmentView } from "@shopwright/server/contracts/fulfilment";
import { changedPicks, countScan, mergePicked } from "./work-counts.ts";

type Line = FulfilmentView["lines"][number];

function aLine(part: Partial<Line>): Line {
  return {
    id: "a",
    orderLineId: "o",
    variantId: "v",
    sku: "CHAIR-OAK",
    barcode: "2001060000018",
    title: "Chair",
    options: "",
    picture: null,
    quantity: 3,
    picked: 0,
    shipped: 0,
    ...part,
  };
}

describe("counting what is picked", () => {
  test("keeps counts between what has left and what is wanted", () => {
    const lines = [aLine({ picked: 1, shipped: 1 }), aLine({ id: "b" })];
    expect(mergePicked(lines, { a: 0, b: 9 })).toEqual({ a: 1, b: 3 });
    expect(mergePicked(lines, {})).toEqual({ a: 1, b: 0 });
  });

  test("sends only what is another number than the shop's", () => {
    const lines = [aLine({ picked: 1 }), aLine({ id: "b" })];
    expect(changedPicks(lines, { a: 1, b: 2 })).toEqual([{ line: "b", picked: 2 }]);
  });

  test("a scan counts one of the line with that barcode or SKU, in any case of letters", () => {
    const lines = [aLine({})];
    expect(countScan(lines, { a: 1 }, " 2001060000018 ")).toMatchObject({
      kind: "counted",
      picked: 2,
    });
    expect(countScan(lines, { a: 0 }, "chair-oak")).toMatchObject({ kind: "counted", picked: 1 });
  });

  test("a scan goes to the line that still lacks some, and says when none does", () => {
    const lines = [aLine({}), aLine({ id: "b", quantity: 1 })];
    expect(countScan(lines, { a: 3, b: 0 }, "CHAIR-OAK")).toMatchObject({ line: { id: "b" } });
    expect(countScan(lines, { a: 3, b: 1 }, "CHAIR-OAK").kind).toBe("full");
    expect(countScan(lines, {}, "LAMP").kind).toBe("unknown");
  });
});
