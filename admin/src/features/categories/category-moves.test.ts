import type { AdminCategoryView } from "@shopwright/server/contracts/catalog";
import { describe, expect, it } from "vitest";
import { lastPosition, moveBy, possibleParents } from "./category-moves.ts";

function category(id: string, parentId: string | null, position: number): AdminCategoryView {
  const depth = parentId === null ? 0 : 1;
  return {
    id,
    version: 1,
    code: id,
    parentId,
    depth,
    position,
    texts: {},
    picture: null,
    productCount: 0,
  };
}
const seats = category("seats", null, 0);
const chairs = category("chairs", "seats", 0);
const stools = category("stools", "seats", 1);
const lamps = category("lamps", null, 10);
const tree = [seats, chairs, stools, lamps];

const said = (moves: ReturnType<typeof moveBy>) =>
  moves.map(({ category: { id }, position }) => `${id} ${position}`);

describe("moving a category", () => {
  it("saves only those whose place changes", () => {
    expect(said(moveBy(tree, lamps, -1))).toEqual(["lamps 0", "seats 10"]);
    expect(said(moveBy(tree, stools, -1))).toEqual(["stools 0", "chairs 10"]);
  });
  it("parts siblings that had the same position", () => {
    const twins = [category("a", null, 0), category("b", null, 0)];
    expect(said(moveBy(twins, twins[1] ?? seats, -1))).toEqual(["a 10"]);
  });
  it("does nothing at the ends", () => {
    expect(moveBy(tree, seats, -1)).toEqual([]);
    expect(moveBy(tree, lamps, 1)).toEqual([]);
  });
  it("never offers what stands below it as its parent", () => {
    expect(possibleParents(tree, seats).map(({ id }) => id)).toEqual(["lamps"]);
    expect(possibleParents(tree, null)).toHaveLength(4);
  });
  it("puts a new one last", () => {
    expect(lastPosition(tree, null)).toBe(20);
    expect(lastPosition(tree, "chairs")).toBe(0);
  });
});
