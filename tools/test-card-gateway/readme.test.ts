import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cardToken, groupDigits, testCards } from "./cards.ts";

test("the README lists every card with its token, and none that is gone", () => {
  const text = readFileSync(new URL("./README.md", import.meta.url), "utf8");
  const listed = [...text.matchAll(/^\| (\d{4}(?: \d{4}){3}) +\| `(\w+)` +\|/gm)];
  expect(listed.map(([, number, token]) => [number, token])).toEqual(
    testCards.map((card) => [groupDigits(card.number), cardToken(card)]),
  );
});
