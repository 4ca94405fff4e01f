import fc from "fast-check";
import { expect, test } from "vitest";
import { availabilityOf, bestAvailability } from "./availability.ts";
import { freeName, handleFrom } from "./product.ts";
import { readOptionFilter, writeOptionFilter } from "./store-contract.ts";

const shelf = { today: "2026-03-30", lowStockAt: 5 };
const supply = { available: 0, room: 0, policy: "refuse", days: 28 } as const;

test.each([
  [{ available: 6 }, "in_stock", null, null],
  [{ available: 5 }, "low", 5, null],
  [{ available: 1, policy: "backorder", room: 9 } as const, "low", 1, null],
  [{}, "out", null, null],
  [{ policy: "backorder", room: 1 } as const, "backorder", null, "2026-04-27"],
  [{ policy: "backorder", room: 0 } as const, "out", null, null],
  [{ policy: "order_from_supplier", room: 1_000_000 } as const, "supplier", null, "2026-04-27"],
])("%o is told as %s", (facts, state, left, promiseDate) => {
  expect(availabilityOf({ ...supply, ...facts }, shelf)).toEqual({ state, left, promiseDate });
});

test("the best of several is the one that can be had soonest", () => {
  const of = (facts: object) => availabilityOf({ ...supply, ...facts }, shelf);
  expect(
    bestAvailability([of({}), of({ available: 2 }), of({ policy: "backorder", room: 2 })]).state,
  ).toBe("low");
  expect(bestAvailability([]).state).toBe("out");
});

test("a handle made of any title is empty or one that a product may have", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (title) => {
      expect(handleFrom(title)).toMatch(/^$|^[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
  );
  expect(handleFrom("Schöne Grüße, Ærø & Straße №2")).toBe("schoene-gruesse-aero-strasse-no2");
});

test("a free name is the wanted one or numbered from two", () => {
  expect(freeName("a", new Set())).toBe("a");
  expect(freeName("a", new Set(["a", "a-2"]))).toBe("a-3");
});

test("an option filter reads back as it was written, in one order", () => {
  const code = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,10}$/);
  fc.assert(
    fc.property(
      fc.dictionary(code, fc.uniqueArray(code, { minLength: 1, maxLength: 4 })),
      (filter) => {
        const text = writeOptionFilter(filter);
        expect(writeOptionFilter(readOptionFilter(text))).toBe(text);
        expect(Object.keys(readOptionFilter(text)).toSorted()).toEqual(
          Object.keys(filter).toSorted(),
        );
      },
    ),
  );
  expect(writeOptionFilter({ size: ["l"], colour: ["b", "a"], empty: [] })).toBe(
    "colour:a,b;size:l",
  );
});
