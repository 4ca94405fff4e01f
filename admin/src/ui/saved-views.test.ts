import { describe, expect, test } from "vitest";
import { readViews, withView, writeViews } from "./saved-views.ts";

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };
}

describe("saved views", () => {
  test("are there again, each list its own", () => {
    const storage = memory();
    writeViews("orders", [{ name: "Late", address: "needs=late" }], storage);
    expect(readViews("orders", storage)).toEqual([{ name: "Late", address: "needs=late" }]);
    expect(readViews("stock", storage)).toEqual([]);
  });

  test("of one name replace each other where they stand", () => {
    const views = [
      { name: "A", address: "x=1" },
      { name: "B", address: "x=2" },
    ];
    expect(withView(views, { name: "A", address: "x=3" }).map((view) => view.address)).toEqual([
      "x=3",
      "x=2",
    ]);
    expect(withView(views, { name: "C", address: "x=4" })).toHaveLength(3);
  });

  test("that cannot be read are no views", () => {
    const storage = memory();
    storage.setItem("shopwright.views.orders", "{broken");
    expect(readViews("orders", storage)).toEqual([]);
    storage.setItem("shopwright.views.orders", '[{"name":1},{"name":"A","address":"b"}]');
    expect(readViews("orders", storage)).toEqual([{ name: "A", address: "b" }]);
  });
});
