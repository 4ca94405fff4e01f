import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { generateCatalogue } from "../../app/seed/generate-catalogue.ts";
import { testShop } from "../../../test/support/test-shop.ts";
import { Refusal } from "../../kernel/errors.ts";
import { listProducts, productSorts } from "../catalog/contract.ts";
import { seedSettings } from "../settings/index.ts";
import { searchProducts, suggestProducts } from "./contract.ts";

const shop = await testShop();

beforeAll(async () => {
  await shop.edge().transaction(async (ctx) => {
    await seedSettings(ctx);
    await generateCatalogue(ctx, { products: 40, variantsEach: 3 });
  });
});

/** Anything but a named refusal is a bug that a visitor could provoke. */
async function answersOrRefuses(call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.kind.status).toBeLessThan(500);
  }
}

const locale = fc.constantFrom("en" as const, "de" as const);
const marketCode = fc.constantFrom("eu", "us", "world", "nowhere", null);
const oddText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "'",
    "''",
    "%",
    "_",
    "\\",
    "a:*",
    "a & !b",
    "<script>",
    "\0",
    "\u0000a",
    "😀 chair",
    "ß",
    "İ",
    "-",
    "--",
    "{}",
    "quiet'chair",
    "chair\0oak",
    "chair\ud800",
  ),
);

test("no search text, language or market brings the search down", async () => {
  const words = fc.oneof(
    oddText,
    fc
      .array(fc.constantFrom("quiet", "chiar", "oak", "7", "bench-1"), { maxLength: 12 })
      .map((each) => each.join(" ")),
  );
  await fc.assert(
    fc.asyncProperty(words, locale, marketCode, async (q, inLocale, market) => {
      const as = { locale: inLocale, marketCode: market };
      await answersOrRefuses(() => shop.call(searchProducts, { query: { q } }, undefined, as));
      await answersOrRefuses(() => shop.call(suggestProducts, { query: { q } }, undefined, as));
    }),
    { numRuns: 150 },
  );
});

test("no combination of filters, sorts and cursors brings a list down", async () => {
  const query = fc.record(
    {
      category: fc.oneof(fc.constantFrom("bench", "bench-chair"), oddText),
      sort: fc.oneof(fc.constantFrom(...productSorts), oddText),
      minPrice: fc.oneof(fc.nat().map(String), oddText),
      maxPrice: fc.oneof(fc.nat().map(String), fc.constant("999999999999999"), oddText),
      options: fc.oneof(
        fc.constantFrom(
          "material:oak",
          "material:oak,ash;size:s1",
          "size:",
          "constructor:x",
          "__proto__:x",
        ),
        oddText,
      ),
      inStock: fc.oneof(fc.constantFrom("true", "false"), oddText),
      after: fc.oneof(
        fc
          .tuple(fc.constantFrom(...productSorts), oddText, fc.uuid())
          .map((each) => Buffer.from(JSON.stringify(each)).toString("base64url")),
        fc
          .tuple(fc.constantFrom(...productSorts), fc.bigInt().map(String), fc.uuid())
          .map((each) => Buffer.from(JSON.stringify(each)).toString("base64url")),
        oddText,
      ),
      limit: fc.oneof(fc.integer(), oddText),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(query, locale, marketCode, async (each, inLocale, market) => {
      const as = { locale: inLocale, marketCode: market };
      const input = { query: each } as Parameters<typeof shop.call<typeof listProducts>>[1];
      await answersOrRefuses(() => shop.call(listProducts, input, undefined, as));
    }),
    { numRuns: 300 },
  );
});

test("a filter never adds a product, and every product of a filtered list has the value", async () => {
  const all = await shop.call(listProducts, { query: { limit: 100 } });
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("oak", "walnut", "ash"),
      fc.nat(90_000),
      async (wood, maxPrice) => {
        const query = { options: `material:${wood}`, maxPrice: String(maxPrice), limit: 100 };
        const list = await shop.call(listProducts, { query });
        expect(list.total).toBe(list.products.length);
        expect(list.total).toBeLessThanOrEqual(all.total);
        const facet = list.facets.options.find(({ code }) => code === "material");
        const counted = facet?.values.find(({ code }) => code === wood)?.count ?? 0;
        expect(counted).toBe(list.total);
        for (const product of list.products) {
          expect(Number(product.price.amount.minor)).toBeLessThanOrEqual(maxPrice);
        }
      },
    ),
    { numRuns: 30 },
  );
});
