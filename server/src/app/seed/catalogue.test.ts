import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  categories as demoCategories,
  products as demoProducts,
} from "../../../../demo/catalogue/index.ts";
import { testShop } from "../../../test/support/test-shop.ts";
import { getProduct, listCategories, listProducts } from "../../modules/catalog/contract.ts";
import { mediaFile } from "../../modules/media/index.ts";
import { writeAttributes } from "../../modules/catalog/index.ts";
import { searchProducts } from "../../modules/search/contract.ts";
import { seedSettings } from "../../modules/settings/index.ts";
import { sql } from "../../platform/sql.ts";
import { folderStorage, useStorage } from "../../platform/storage.ts";
import { seedCatalogue } from "./catalogue.ts";
import { generateCatalogue } from "./generate-catalogue.ts";
import { readDemoPictures, storeDemoPictures } from "./pictures.ts";

const folder = mkdtempSync(path.join(tmpdir(), "shopwright-seed-"));
useStorage(folderStorage(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shop = await testShop();

beforeAll(async () => {
  await storeDemoPictures();
  await shop.edge().transaction(async (ctx) => {
    await seedSettings(ctx);
    await seedCatalogue(ctx);
  });
});

test("every demo product is on sale with all its variants, in both markets and languages", async () => {
  const variants = demoProducts.reduce((sum, product) => sum + product.variants.length, 0);
  for (const [marketCode, locale] of [
    ["eu", "de"],
    ["us", "en"],
  ] as const) {
    const list = await shop.call(listProducts, { query: { limit: 100 } }, undefined, {
      marketCode,
      locale,
    });
    // The gift card is none of those that are modelled.
    expect(list.total).toBe(demoProducts.length + 1);
    expect(list.products.reduce((sum, card) => sum + card.variantCount, 0)).toBe(variants + 4);
  }
});

test("a product page shows what its data says", async () => {
  for (const product of demoProducts.slice(0, 5)) {
    const page = await shop.call(getProduct, { params: { handle: product.handle } }, undefined, {
      locale: "de",
    });
    expect(page.title).toBe(product.text.de.title);
    expect(page.description.split("\n\n")).toEqual(product.text.de.description);
    expect(page.variants.map(({ sku }) => sku)).toEqual(product.variants.map(({ sku }) => sku));
    expect(page.variants.map(({ price }) => BigInt(price.amount.minor))).toEqual(
      product.variants.map(({ priceEurMinor }) => priceEurMinor),
    );
    expect(page.related.map(({ handle }) => handle)).toEqual(product.related);
  }
});

test("every demo product has a type, and values that fit it", async () => {
  const rows = await shop.database.all<{ id: string; type: string | null }>(sql`
    select id, type_id as type from catalog.product where kind = 'physical'`);
  expect(rows.filter(({ type }) => type === null)).toEqual([]);
  const faults = await shop.edge().transaction((ctx) =>
    writeAttributes(
      ctx,
      rows.map(({ id }) => ({ productId: id, variants: [], attributes: {}, merge: true })),
    ),
  );
  expect([...faults]).toEqual([]);
  const { facets } = await shop.call(listProducts, { query: { category: "lighting" } });
  expect(facets.attributes.map(({ code }) => code)).toEqual(
    expect.arrayContaining(["socket", "dimmable", "max-power", "designer", "shade"]),
  );
});

test("every picture on a page has a file in every width it names", async () => {
  const { products } = await readDemoPictures();
  const handle =
    demoProducts.find((product) => products[product.handle] !== undefined)?.handle ?? "";
  const page = await shop.call(getProduct, { params: { handle } });
  expect(page.pictures).toHaveLength(products[handle]?.length ?? 0);
  for (const { key, widths, alt } of page.pictures) {
    expect(alt).not.toBe("");
    for (const width of widths) expect(await mediaFile(`${key}-${width}.webp`)).not.toBeNull();
  }
});

test("categories count what they hold, and search knows the goods", async () => {
  const { categories } = await shop.call(listCategories, {});
  expect(categories.map(({ slug, name }) => [slug, name])).toEqual(
    expect.arrayContaining(demoCategories.map((each) => [each.handle.en, each.name.en])),
  );
  const roots = categories.filter(({ depth }) => depth === 0);
  expect(roots.reduce((sum, each) => sum + each.productCount, 0)).toBe(demoProducts.length + 1);
  const [first] = demoProducts;
  const found = await shop.call(searchProducts, { query: { q: first?.text.en.title ?? "" } });
  expect(found.products[0]?.handle).toBe(first?.handle);
});

test("seeding again changes nothing", async () => {
  const trips = await shop.roundTrips(() => shop.edge().transaction((ctx) => seedCatalogue(ctx)));
  expect(trips).toHaveLength(3);
});

test("invented goods stand beside them, sellable", async () => {
  const ids = await shop
    .edge()
    .transaction((ctx) => generateCatalogue(ctx, { products: 25, variantsEach: 5 }));
  expect(ids).toHaveLength(125);
  const list = await shop.call(listProducts, { query: { category: "bench" } });
  expect(list.total).toBe(25);
  expect(list.next).not.toBeNull();
  const { orphans } = await shop.database.one<{ orphans: bigint }>(sql`
    select count(*) as orphans from catalog.variant v
    where not exists (select 1 from pricing.listed_price p where p.variant_id = v.id)`);
  expect(orphans).toBe(0n);
});
