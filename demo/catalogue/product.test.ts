import { describe, expect, it } from "vitest";
import { cover, sizes, wood } from "./choices.ts";
import { product, refuse, type ProductSpec } from "./product.ts";

const words = {
  title: "Test chair",
  subtitle: "",
  description: [],
  care: "",
  seo: "",
};

const spec: ProductSpec = {
  number: 9,
  handle: "test-chair",
  category: "chairs",
  sku: "CHA-TEST",
  related: [],
  en: words,
  de: words,
  options: [
    sizes(
      { code: "s", en: "Small", de: "Klein" },
      {
        code: "l",
        en: "Large",
        de: "Groß",
        eur: 40,
        grams: 500,
        size: { w: 600 },
        params: { seatHeight: 470 },
      },
    ),
    wood("frame", { oak: 0, walnut: 60 }),
  ],
  base: { eur: 100, cost: 35, grams: 5000, size: [500, 520, 800] },
  stock: { HAV: 10, NJY: 4, policy: refuse, exactly: { "L-WAL": [0, 1] } },
  reducedFrom: { "S-OAK": 120 },
  model: { family: "chair", params: { legs: "round" } },
};

describe("spelling a product out", () => {
  const [small, , , largeWalnut] = product(spec).variants;

  it("makes a variant of every combination, the first option varying slowest", () => {
    expect(product(spec).variants.map(({ sku }) => sku)).toEqual([
      "CHA-TEST-S-OAK",
      "CHA-TEST-S-WAL",
      "CHA-TEST-L-OAK",
      "CHA-TEST-L-WAL",
    ]);
  });

  it("adds up what the chosen values cost, weigh and measure", () => {
    expect(largeWalnut).toMatchObject({
      priceEurMinor: 20000n,
      priceUsdMinor: 21000n,
      costEurMinor: 7000n,
      weightGrams: 5500,
      dimensions: { w: 600, d: 520, h: 800 },
    });
  });

  it("keeps exact stock where it is given and shares out the rest", () => {
    expect(largeWalnut?.stock).toEqual({ HAV: 0, NJY: 1 });
    expect(product(spec).variants[1]?.stock).toEqual({ HAV: 7, NJY: 3 });
  });

  it("remembers an earlier price in both currencies", () => {
    expect(small).toMatchObject({ compareAtEurMinor: 12000n, compareAtUsdMinor: 12500n });
    expect(largeWalnut).not.toHaveProperty("compareAtEurMinor");
  });

  it("starts the model as the first values and says what each value changes", () => {
    expect(product(spec).model).toEqual({
      family: "chair",
      params: { width: 500, depth: 520, height: 800, legs: "round" },
      materials: { frame: "oak" },
      overrides: [
        {
          option: "size",
          value: "l",
          params: { width: 600, depth: 520, height: 800, seatHeight: 470 },
        },
        { option: "material", value: "oak", materials: { frame: "oak" } },
        { option: "material", value: "walnut", materials: { frame: "walnut" } },
      ],
    });
  });

  it("makes one variant of a product without options", () => {
    const single = product({ ...spec, options: [], reducedFrom: { "": 130 }, stock: spare });
    expect(single.variants).toHaveLength(1);
    expect(single.variants[0]).toMatchObject({
      sku: "CHA-TEST",
      options: {},
      barcode: "2000009000016",
      compareAtEurMinor: 13000n,
    });
  });

  it("refuses stock or an earlier price for a variant that does not come about", () => {
    expect(() => product({ ...spec, options: [cover("seat", { "wool-sea": 0 })] })).toThrow(
      "test-chair has no variant L-WAL, S-OAK, only SEA",
    );
  });
});

const spare: ProductSpec["stock"] = { HAV: 1, NJY: 0, policy: refuse };
