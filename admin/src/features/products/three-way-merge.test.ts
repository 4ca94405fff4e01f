import { describe, expect, it } from "vitest";
import { mergeThreeWay, same } from "./three-way-merge.ts";

const base = { title: "Chair", price: { eur: 100, usd: 120 }, tags: ["a"] };

describe("joining two changes", () => {
  it("takes what only the other side changed and keeps what only I changed", () => {
    const mine = { ...base, title: "Oak chair" };
    const theirs = { ...base, price: { eur: 90, usd: 120 } };
    expect(mergeThreeWay(base, mine, theirs)).toEqual({
      merged: { title: "Oak chair", price: { eur: 90, usd: 120 }, tags: ["a"] },
      taken: ["price"],
      kept: [],
    });
  });

  it("keeps mine where both changed the same field, and names it", () => {
    const mine = { ...base, price: { eur: 80, usd: 120 } };
    const theirs = { ...base, price: { eur: 90, usd: 130 } };
    const { merged, taken, kept } = mergeThreeWay(base, mine, theirs);
    expect(merged.price).toEqual({ eur: 80, usd: 130 });
    expect(taken).toEqual(["price.usd"]);
    expect(kept).toEqual(["price.eur"]);
  });

  it("joins lists as one value", () => {
    const merge = mergeThreeWay(base, { ...base, tags: ["b"] }, { ...base, tags: ["c"] });
    expect(merge.merged.tags).toEqual(["b"]);
    expect(merge.kept).toEqual(["tags"]);
  });

  it("finds nothing to tell when both made the same change", () => {
    const changed = { ...base, title: "Stool" };
    expect(mergeThreeWay(base, changed, { ...changed })).toEqual({
      merged: changed,
      taken: [],
      kept: [],
    });
  });

  it("drops what the other side removed and I left alone", () => {
    const was: Record<string, object> = { one: { a: 1 }, two: { a: 2 } };
    const { merged } = mergeThreeWay(was, { ...was, one: { a: 9 } }, { one: { a: 1 } });
    expect(merged).toEqual({ one: { a: 9 } });
  });
});

describe("comparing", () => {
  it("does not mind the order of fields", () => {
    expect(same({ a: 1, b: [2] }, { b: [2], a: 1 })).toBe(true);
    expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  });
});
