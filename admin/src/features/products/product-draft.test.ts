import { createProduct } from "@shopwright/server/contracts/catalog";
import { describe, expect, it } from "vitest";
import { codeFrom, combinations, missingCombinations, variantsFor } from "./combinations.ts";
import { nameCodes } from "./name-codes.ts";
import { bodyOf, emptyDraft, newVariant } from "./product-draft.ts";
import type { OptionDraft, ProductDraft, VariantDraft } from "./product-draft.ts";

const wood: OptionDraft = {
  code: "wood",
  names: { en: "Wood", de: "Holz" },
  values: ["oak", "ash"].map((code) => ({ code, labels: { en: code, de: "" }, swatch: null })),
};
const size: OptionDraft = {
  code: "size",
  names: { en: "Size", de: "" },
  values: ["s", "l"].map((code) => ({ code, labels: { en: code, de: "" }, swatch: null })),
};
const euros = (minor: string) => ({
  amount: { minor, currency: "EUR" as const },
  compareAt: null,
});

function draftWith(variant: Partial<VariantDraft>): ProductDraft {
  const empty = emptyDraft();
  return {
    ...empty,
    texts: { ...empty.texts, en: { ...empty.texts.en, title: "Chair" } },
    variants: { new1: { ...newVariant("new1", {}), sku: "CH-1", ...variant } },
  };
}

describe("what is sent of a product", () => {
  it("is what the shop accepts, with languages that say nothing left out", () => {
    const body = bodyOf(draftWith({ weightGrams: "4 200", prices: { EUR: euros("12900") } }), null);
    const read = createProduct.body.safeParse(body);
    expect(read.error).toBeUndefined();
    expect(Object.keys(body.texts)).toEqual(["en"]);
    expect(body.variants[0]?.weightGrams).toBe(4200);
    expect(body.variants[0]?.prices).toEqual([
      { currency: "EUR", amount: "12900", compareAt: null },
    ]);
  });

  it("leaves out prices that are as they were, so that another's change of them stays", () => {
    const saved = draftWith({ prices: { EUR: euros("12900"), USD: euros("1") } });
    const draft = draftWith({ prices: { EUR: euros("11900"), USD: euros("1") } });
    expect(bodyOf(draft, saved).variants[0]?.prices).toEqual([
      { currency: "EUR", amount: "11900", compareAt: null },
    ]);
  });

  it("takes a price away when its field was emptied", () => {
    const saved = draftWith({ prices: { EUR: euros("12900") } });
    const draft = draftWith({ prices: { EUR: { amount: null, compareAt: null } } });
    expect(bodyOf(draft, saved).variants[0]?.prices).toEqual([
      { currency: "EUR", amount: null, compareAt: null },
    ]);
  });

  it("forgets the values of an option that is gone", () => {
    const draft = draftWith({ options: { wood: "oak", size: "s" } });
    expect(bodyOf({ ...draft, options: [wood] }, null).variants[0]?.options).toEqual({
      wood: "oak",
    });
  });
});

describe("combinations of options", () => {
  it("are every value with every other, in order", () => {
    expect(combinations([wood, size]).map((one) => Object.values(one).join("/"))).toEqual([
      "oak/s",
      "oak/l",
      "ash/s",
      "ash/l",
    ]);
  });

  it("give new variants the first one's SKU stem and prices", () => {
    const first: VariantDraft = {
      ...newVariant("v1", { wood: "oak", size: "s" }),
      id: "v1",
      sku: "SUND-OAK-S",
      prices: { EUR: euros("100") },
    };
    const missing = missingCombinations([wood, size], [first]);
    expect(missing).toHaveLength(3);
    const made = variantsFor(missing, [first], () => "new");
    expect(made.map(({ sku }) => sku)).toEqual(["SUND-OAK-L", "SUND-ASH-S", "SUND-ASH-L"]);
    expect(made[0]).toMatchObject({ id: null, prices: { EUR: euros("100") } });
  });
});

describe("codes made of words", () => {
  it.each([
    ["Seat height", [], "seat-height"],
    ["Größe", [], "grosse"],
    ["Oak", ["oak"], "oak-2"],
    ["Oak", ["oak", "oak-2"], "oak-3"],
    ["ไม้", [], "value"],
  ])("%s beside %j is %s", (words, taken, code) => {
    expect(codeFrom(words, taken)).toBe(code);
  });
});

describe("codes of what is new", () => {
  it("are made of names when it is saved, in variants too; saved codes stay", () => {
    const fresh: OptionDraft = {
      code: "new-option",
      names: { en: "", de: "Holz" },
      values: [
        { code: "new-value", labels: { en: "Oak", de: "" }, swatch: null },
        { code: "oak", labels: { en: "Old oak", de: "" }, swatch: null },
      ],
    };
    const draft = draftWith({ options: { "new-option": "new-value", size: "s" } });
    const named = nameCodes({ ...draft, options: [fresh, size] });
    expect(named.options.map(({ code }) => code)).toEqual(["holz", "size"]);
    expect(named.options[0]?.values.map(({ code }) => code)).toEqual(["oak-2", "oak"]);
    expect(named.variants["new1"]?.options).toEqual({ holz: "oak-2", size: "s" });
  });
  it("wait while there is no name", () => {
    const unnamed: OptionDraft = { ...wood, code: "new-option-2", names: { en: " ", de: "" } };
    const named = nameCodes({ ...draftWith({}), options: [unnamed] });
    expect(named.options[0]?.code).toBe("new-option-2");
  });
});
