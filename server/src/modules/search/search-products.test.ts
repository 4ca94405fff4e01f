import { beforeAll, expect, test } from "vitest";
import { owner, testShop } from "../../../test/support/test-shop.ts";
import {
  changeProduct,
  createCategory,
  createProduct,
  getAdminProduct,
  listAdminProducts,
  publishProduct,
} from "../catalog/contract.ts";
import { aCategory, aProduct, aVariant } from "../catalog/examples.ts";
import { seedSettings } from "../settings/index.ts";
import { searchProducts, suggestProducts } from "./contract.ts";

const shop = await testShop();

beforeAll(async () => {
  await shop.edge().transaction((ctx) => seedSettings(ctx));
  const chairs = await category("chairs", { en: "Chairs", de: "Stühle" });
  const tables = await category("tables", { en: "Tables", de: "Tische" });
  await product("LIND", chairs, { en: "Lind chair", de: "Stuhl Lind" });
  await product("SUND", chairs, { en: "Sund armchair", de: "Armlehnstuhl Sund" });
  await product("HOLM", tables, { en: "Holm dining table", de: "Esstisch Holm" });
  await shop.drainJobs();
});

async function category(code: string, names: { en: string; de: string }): Promise<string> {
  const texts = {
    en: { name: names.en, slug: code },
    de: { name: names.de, slug: `${code}-de` },
  };
  const { id } = await shop.call(createCategory, { body: aCategory(code, { texts }) }, owner);
  return id;
}

async function product(sku: string, categoryId: string, titles: { en: string; de: string }) {
  const body = aProduct(sku, {
    texts: { en: { title: titles.en }, de: { title: titles.de } },
    categoryIds: [categoryId],
    variants: [
      aVariant(`${sku}-OAK`, "oak", { barcode: `20000000${sku}` }),
      ...(sku === "LIND" ? [aVariant("LIND-WAL", "walnut")] : []),
    ],
  });
  const { id, version } = await shop.call(createProduct, { body }, owner);
  await shop.call(publishProduct, { params: { id }, body: { version } }, owner);
}

async function search(q: string, locale: "en" | "de" = "en") {
  const found = await shop.call(searchProducts, { query: { q } }, undefined, { locale });
  return { ...found, handles: found.products.map(({ handle }) => handle) };
}

test.each([
  ["a word of the title", "lind", ["lind-chair"]],
  ["another form of the word", "chair", ["lind-chair", "sund-armchair"]],
  ["a category and a word", "tables dining", ["holm-dining-table"]],
  ["an option value", "walnut", ["lind-chair"]],
  ["words of different places", "walnut chairs", ["lind-chair"]],
  ["the beginning of the last word", "holm din", ["holm-dining-table"]],
  ["the beginning of a SKU", "sund-o", ["sund-armchair"]],
  ["a whole barcode", "20000000HOLM", ["holm-dining-table"]],
])("finds by %s", async (_by, q, handles) => {
  const found = await search(q);
  expect(found.handles.toSorted()).toEqual(handles.toSorted());
  expect(found.correctedTo).toBeNull();
  expect(found.total).toBe(handles.length);
});

test("German compounds are found by their parts, umlauts with and without dots", async () => {
  expect((await search("tisch", "de")).handles).toEqual(["holm-dining-table"]);
  expect((await search("stuhl", "de")).handles.toSorted()).toEqual(["lind-chair", "sund-armchair"]);
  expect((await search("stuhle", "de")).categories).toMatchObject([
    { code: "chairs", name: "Stühle" },
  ]);
  expect((await search("nussbaum", "de")).handles).toEqual(["lind-chair"]);
});

test.each([
  ["linnd", "lind", "lind-chair"],
  ["chiar lind", "chair lind", "lind-chair"],
  ["dinning tabel", "dining table", "holm-dining-table"],
  ["wallnut", "walnut", "lind-chair"],
])("forgives %s", async (q, correctedTo, handle) => {
  const found = await search(q);
  expect(found.correctedTo).toBe(correctedTo);
  expect(found.handles).toContain(handle);
});

test("what is nowhere near any word is not found and not corrected", async () => {
  const found = await search("xylophone quartet");
  expect(found).toMatchObject({ total: 0, products: [], correctedTo: null, next: null });
});

test("a word in the title comes before the same word elsewhere", async () => {
  expect((await search("chair")).handles[0]).toBe("lind-chair");
});

test("pages follow each other", async () => {
  const first = await shop.call(searchProducts, { query: { q: "oak", limit: 2 } });
  expect(first.total).toBe(3);
  const rest = await shop.call(searchProducts, {
    query: { q: "oak", limit: 2, after: first.next ?? "" },
  });
  const ids = [...first.products, ...rest.products].map(({ id }) => id);
  expect(new Set(ids).size).toBe(3);
  expect(rest.next).toBeNull();
});

test("suggestions name products and categories", async () => {
  const found = await shop.call(suggestProducts, { query: { q: "cha" } });
  expect(found.products.length).toBeGreaterThan(0);
  expect(found.categories).toMatchObject([{ name: "Chairs" }]);
});

test("nothing is asked of the database for no words, and two round trips for any", async () => {
  await search("oak");
  const empty = () => shop.call(searchProducts, { query: { q: " -!? " } });
  expect(await shop.roundTrips(empty)).toHaveLength(0);
  for (const q of ["oak", "chiar", "lind-o", "xylophone"]) {
    const trips = await shop.roundTrips(() => shop.call(searchProducts, { query: { q } }));
    expect(trips.length).toBeLessThanOrEqual(2);
  }
});

test("a changed title is found by its new words, not by its old ones", async () => {
  const { products } = await shop.call(listAdminProducts, { query: { q: "holm" } }, owner);
  const id = products[0]?.id ?? "";
  const { version, categoryIds, variants } = await shop.call(
    getAdminProduct,
    { params: { id } },
    owner,
  );
  const body = {
    ...aProduct("HOLM"),
    texts: { en: { title: "Kelp desk" } },
    variants: variants.map((each) => ({
      id: each.id,
      sku: each.sku,
      options: each.options,
      weightGrams: 1,
    })),
    categoryIds,
    version,
  };
  await shop.call(changeProduct, { params: { id }, body }, owner);
  await shop.drainJobs();
  expect((await search("kelp")).handles).toEqual(["holm-dining-table"]);
  expect((await search("holm dining")).handles).toEqual([]);
});
