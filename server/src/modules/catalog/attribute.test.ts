import fc from "fast-check";
import { expect, test } from "vitest";
import { type Attribute, type AttributeValue, problemOf, tidyValue } from "./attribute.ts";
import { formatValue, parseValue } from "./attribute-text.ts";
import { changesBetween, convertDocument, convertValue } from "./convert-attributes.ts";
import { readAttributeFilter, writeAttributeFilter } from "./store-contract.ts";

const of = (kind: Attribute["kind"], more: Partial<Attribute> = {}): Attribute => ({
  id: "a",
  code: "code",
  names: { en: "Name" },
  help: {},
  groups: {},
  kind,
  level: "product",
  required: false,
  translatable: false,
  filterable: false,
  unit: null,
  target: null,
  choices: [],
  ...more,
});

const choices = [
  { code: "oak", labels: { en: "Oak; oiled", de: "Eiche" }, swatch: null },
  { code: "ash", labels: { en: "Ash" }, swatch: null },
];

const kinds: readonly (readonly [Attribute, fc.Arbitrary<AttributeValue>])[] = [
  [of("text"), fc.stringMatching(/^[a-zä;,. ]{1,30}$/)],
  [of("text", { translatable: true }), fc.stringMatching(/^[a-z]{1,9}$/).map((en) => ({ en }))],
  [
    of("number"),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((n) => Math.round(n * 1e4) / 1e4 + 0),
  ],
  [of("boolean"), fc.boolean()],
  [
    of("date"),
    fc
      .date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10)),
  ],
  [of("choice", { choices }), fc.constantFrom("oak", "ash")],
  [
    of("multi_choice", { choices }),
    fc.uniqueArray(fc.constantFrom("oak", "ash"), { minLength: 1 }),
  ],
];

test("what a value is written as is read as the same value, and fits its kind", () => {
  for (const [attribute, values] of kinds) {
    fc.assert(
      fc.property(values, (raw) => {
        const value = tidyValue(typeof raw === "string" ? raw.trim() : raw);
        fc.pre(value !== null);
        expect(problemOf(attribute, value)).toBeNull();
        const text = formatValue(attribute, value, "en");
        expect(parseValue(attribute, text)).toEqual(Object.is(value, -0) ? 0 : value);
      }),
      { numRuns: 60 },
    );
  }
});

test("what a change of kind gives fits the new kind, or is nothing", () => {
  for (const [before, values] of kinds) {
    for (const [after] of kinds) {
      const change = { before, after: { ...after, translatable: after.translatable }, steps: [] };
      fc.assert(
        fc.property(values, (value) => {
          const next = convertValue(change, value);
          if (next !== null) expect(problemOf(after, next)).toBeNull();
        }),
        { numRuns: 15 },
      );
    }
  }
});

const converted = (before: Partial<Attribute>, after: Partial<Attribute>, value: AttributeValue) =>
  convertValue(
    {
      before: of(before.kind ?? "text", before),
      after: of(after.kind ?? "text", after),
      steps: [],
    },
    value,
  );

test("values keep what they say where another kind can say it", () => {
  expect(converted({ kind: "text" }, { kind: "number" }, "12,5")).toBe(12.5);
  expect(converted({ kind: "text" }, { kind: "number" }, "about 12")).toBeNull();
  expect(converted({ kind: "number", unit: "cm" }, { kind: "number", unit: "mm" }, 12.5)).toBe(125);
  expect(converted({ kind: "number", unit: "cm" }, { kind: "number", unit: "pcs" }, 12)).toBe(12);
  expect(converted({ kind: "text" }, { kind: "choice", choices }, "eiche")).toBe("oak");
  expect(converted({ kind: "choice", choices }, { kind: "multi_choice", choices }, "oak")).toEqual([
    "oak",
  ]);
  expect(
    converted({ kind: "multi_choice", choices }, { kind: "choice", choices }, ["ash", "oak"]),
  ).toBeNull();
  expect(
    converted({ kind: "choice", choices }, { kind: "text", translatable: true }, "oak"),
  ).toEqual({
    en: "Oak; oiled",
    de: "Eiche",
  });
  expect(converted({ kind: "boolean" }, { kind: "text" }, true)).toBe("yes");
});

test("codes may change places, and values of variants become the product's when they agree", () => {
  const before = [
    of("number", { id: "a", code: "a" }),
    of("number", { id: "b", code: "b", level: "variant" }),
  ];
  const after = [of("number", { id: "a", code: "b" }), of("number", { id: "b", code: "a" })];
  const changes = changesBetween(before, after);
  const agreed = { product: { a: 1 }, variants: { v: { b: 2 }, w: { b: 2 } } };
  expect(convertDocument(agreed, changes)).toEqual({
    product: { b: 1, a: 2 },
    variants: { v: {}, w: {} },
  });
  const split = { product: { a: 1 }, variants: { v: { b: 2 }, w: { b: 3 } } };
  expect(convertDocument(split, changes).product).toEqual({ b: 1 });
});

test("filters are read as they are written", () => {
  const text = "dimmable:yes;socket:e14,e27;width:..20.5;z:-3..";
  const filter = readAttributeFilter(text);
  expect(filter["width"]).toEqual({ from: null, to: 20.5 });
  expect(writeAttributeFilter(filter)).toBe(text);
});
