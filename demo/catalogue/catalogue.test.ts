import { describe, expect, it } from "vitest";
import { families } from "../models/families.ts";
import { materials } from "../models/materials.ts";
import { checkDigit } from "./barcode.ts";
import { categories, products } from "./index.ts";
import { measuresOf } from "./model-measures.ts";
import type { DemoProduct, DemoVariant } from "./types.ts";

const variants = products.flatMap((product) => product.variants);
const leaves = categories.filter(({ code }) => !categories.some(({ parent }) => parent === code));
const eachProduct = products.map((product) => [product.handle, product] as const);

function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

describe("the catalogue as a whole", () => {
  it("is large enough for a shop", () => {
    expect(products.length).toBeGreaterThanOrEqual(64);
    expect(variants.length).toBeGreaterThanOrEqual(220);
    expect(leaves.length).toBeGreaterThanOrEqual(8);
  });

  it("gives no handle, title, SKU or barcode twice", () => {
    expect(repeated(products.map(({ handle }) => handle))).toEqual([]);
    expect(repeated(products.map(({ text }) => text.en.title))).toEqual([]);
    expect(repeated(products.map(({ text }) => text.de.title))).toEqual([]);
    expect(repeated(variants.map(({ sku }) => sku))).toEqual([]);
    expect(repeated(variants.map(({ barcode }) => barcode))).toEqual([]);
  });

  it("puts goods into every leaf category and nowhere else", () => {
    const used = new Set(products.map(({ category }) => category));
    expect([...used].sort()).toEqual(leaves.map(({ code }) => code).sort());
  });

  it("hangs every category under one that exists, with an address and a place of its own", () => {
    const codes = categories.map(({ code }) => code);
    expect(repeated(codes)).toEqual([]);
    expect(repeated(categories.map(({ handle }) => handle.en))).toEqual([]);
    expect(repeated(categories.map(({ handle }) => handle.de))).toEqual([]);
    expect(repeated(categories.map(({ parent, order }) => `${parent} ${order}`))).toEqual([]);
    for (const { parent } of categories) expect([null, ...codes]).toContain(parent);
    for (const { handle } of categories) {
      expect(handle.en).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(handle.de).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }
  });

  it("shows each stock policy, some sold-out variants, some that run low and a few reductions", () => {
    const kinds = new Set(variants.map(({ stockPolicy }) => stockPolicy.kind));
    expect([...kinds].sort()).toEqual(["backorder", "order_from_supplier", "refuse"]);
    const onHand = variants.map(({ stock }) => stock.HAV + stock.NJY);
    expect(onHand.filter((units) => units === 0).length).toBeGreaterThanOrEqual(5);
    expect(onHand.filter((units) => units > 0 && units <= 3).length).toBeGreaterThanOrEqual(5);
    const reduced = variants.filter(({ compareAtEurMinor }) => compareAtEurMinor !== undefined);
    expect(reduced.length).toBeGreaterThanOrEqual(4);
    expect(reduced.length).toBeLessThan(variants.length / 20);
  });

  it("has something to recommend on the home page", () => {
    const featured = products.filter((product) => product.featured);
    expect(featured.length).toBeGreaterThanOrEqual(8);
  });
});

describe.each(eachProduct)("%s", (_handle, product) => {
  it("has an address that is safe in a link", () => {
    expect(product.handle).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it("names related products that exist, itself excepted", () => {
    expect(product.related.length).toBeGreaterThanOrEqual(3);
    expect(repeated(product.related)).toEqual([]);
    expect(product.related).not.toContain(product.handle);
    const handles = products.map(({ handle }) => handle);
    for (const related of product.related) expect(handles).toContain(related);
  });

  it("has every combination of its options once, each with all options named", () => {
    const expected = product.options.reduce((count, { values }) => count * values.length, 1);
    expect(product.options.length).toBeLessThanOrEqual(3);
    expect(product.variants.length).toBe(expected);
    expect(repeated(product.variants.map(({ options }) => JSON.stringify(options)))).toEqual([]);
    for (const { options } of product.variants) {
      expect(Object.keys(options)).toEqual(product.options.map(({ code }) => code));
      for (const option of product.options) {
        expect(option.values.map(({ code }) => code)).toContain(options[option.code]);
      }
    }
  });

  it("labels its options in both languages and paints those that are a colour or a material", () => {
    for (const option of product.options) {
      expect(option.name.en && option.name.de).toBeTruthy();
      expect(repeated(option.values.map(({ label }) => label.en))).toEqual([]);
      expect(repeated(option.values.map(({ label }) => label.de))).toEqual([]);
      const painted = option.values.filter(({ swatch }) => /^#[0-9a-f]{6}$/.test(swatch ?? ""));
      expect(painted.length).toBe(option.code === "size" ? 0 : option.values.length);
    }
  });

  it("has variants that can be priced, packed and scanned", () => {
    for (const variant of product.variants) expectSound(variant);
  });

  it("is shown by a model that knows its parameters, slots and materials", () => {
    expectModelFits(product);
  });

  it("has a model as large as every variant says", () => {
    for (const variant of product.variants) {
      expect(paramsOf(product, variant)).toMatchObject(
        measuresOf(product.model.family, variant.dimensions, product.model.params),
      );
    }
  });
});

function expectSound(variant: DemoVariant): void {
  expect(variant.sku).toMatch(/^[A-Z]{3}-[A-Z0-9]+(-[A-Z0-9]+)*$/);
  expect(variant.sku.length).toBeLessThanOrEqual(32);
  expect(variant.barcode).toMatch(/^20\d{11}$/);
  expect(checkDigit(variant.barcode.slice(0, 12))).toBe(variant.barcode.slice(12));
  expect(variant.weightGrams).toBeGreaterThan(100);
  for (const length of Object.values(variant.dimensions)) expect(length).toBeGreaterThan(15);
  // Half of the price without German VAT is the least the workshop can live on.
  const net = (variant.priceEurMinor * 100n) / 119n;
  expect(variant.costEurMinor).toBeGreaterThan(0n);
  expect(variant.costEurMinor * 2n).toBeLessThanOrEqual(net);
  expect(variant.priceUsdMinor).toBeGreaterThan(net);
  expect(variant.compareAtEurMinor ?? variant.priceEurMinor + 1n).toBeGreaterThan(
    variant.priceEurMinor,
  );
  expect(variant.compareAtUsdMinor ?? variant.priceUsdMinor + 1n).toBeGreaterThan(
    variant.priceUsdMinor,
  );
  expect(variant.compareAtUsdMinor === undefined).toBe(variant.compareAtEurMinor === undefined);
  for (const units of Object.values(variant.stock)) {
    expect(Number.isInteger(units) && units >= 0).toBe(true);
  }
}

function expectModelFits({ model, options }: DemoProduct): void {
  const family = families[model.family];
  const known: Readonly<Record<string, unknown>> = family.params;
  const layers = [model, ...model.overrides];
  for (const { params = {}, materials: chosen = {} } of layers) {
    for (const [name, value] of Object.entries(params)) {
      expect(Object.keys(known)).toContain(name);
      expect(typeof value).toBe(typeof known[name]);
    }
    for (const [slot, material] of Object.entries(chosen)) {
      expect(Object.keys(family.slots)).toContain(slot);
      expect(Object.keys(materials)).toContain(material);
    }
  }
  for (const { option, value } of model.overrides) {
    const codes = options.find(({ code }) => code === option)?.values.map(({ code }) => code);
    expect(codes).toContain(value);
  }
}

function paramsOf({ model }: DemoProduct, { options }: DemoVariant): object {
  const chosen = model.overrides.filter(({ option, value }) => options[option] === value);
  return chosen.reduce((all, { params }) => ({ ...all, ...params }), model.params);
}

describe("check digits", () => {
  it("agree with a published GTIN-13", () => {
    // The example in GS1's own explanation of the calculation.
    expect(checkDigit("629104150021")).toBe("3");
  });
});
