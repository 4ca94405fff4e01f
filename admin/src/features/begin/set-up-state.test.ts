import { expect, test } from "vitest";
import { nextStep } from "./set-up-state.ts";

test("the set-up goes on where something is missing, and is through with a name and a warehouse", () => {
  const state = (shop: boolean, markets: boolean, warehouse: boolean) =>
    nextStep({ shop, markets, warehouse });
  expect([state(false, false, false), state(true, false, false), state(true, true, false)]).toEqual(
    ["shop", "markets", "warehouse"],
  );
  expect([state(true, true, true), state(true, false, true)]).toEqual([null, null]);
  expect(state(false, false, true)).toBe("shop");
});
