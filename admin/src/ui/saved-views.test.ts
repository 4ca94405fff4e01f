import { describe, expect, test } from "vitest";
import { dropLocalViews, readLocalViews, viewsToMove } from "./saved-views.ts";

function memory(kept: Readonly<Record<string, string>>) {
  const values = new Map(Object.entries(kept));
  return {
    getItem: (name: string) => values.get(name) ?? null,
    removeItem: (name: string) => void values.delete(name),
  };
}

describe("views kept on the device", () => {
  test("are read, each list its own, until they have been moved", () => {
    const storage = memory({
      "shopwright.views.orders": '[{"name":1},{"name":"Late","address":"needs=late"}]',
    });
    expect(readLocalViews("orders", storage)).toEqual([{ name: "Late", address: "needs=late" }]);
    expect(readLocalViews("stock", storage)).toEqual([]);
    dropLocalViews("orders", storage);
    expect(readLocalViews("orders", storage)).toEqual([]);
  });

  test("that cannot be read are no views", () => {
    expect(readLocalViews("orders", memory({ "shopwright.views.orders": "{broken" }))).toEqual([]);
  });

  test("are moved unless the server has one of that name or with these filters", () => {
    const known = [{ name: "Late", address: "needs=late" }];
    const local = [
      { name: "LATE", address: "x=1" },
      { name: "Same", address: "needs=late" },
      { name: " ", address: "x=2" },
      { name: "New", address: "x=3" },
    ];
    expect(viewsToMove(local, known).map(({ name }) => name)).toEqual(["New"]);
  });
});
