import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { owner, testShop } from "../../../test/support/test-shop.ts";
import { folderStorage, useStorage } from "../../platform/storage.ts";
import { aCategory } from "../catalog/examples.ts";
import { createCategory, getAdminProduct, listAdminProducts } from "../catalog/contract.ts";
import { checkedImport, importedFile, itemsOf } from "./examples.ts";

const folder = mkdtempSync(path.join(tmpdir(), "shopwright-exchange-"));
useStorage(folderStorage(folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const shop = await testShop();
await shop.call(createCategory, { body: aCategory("chairs") }, owner);

async function productWith(handle: string) {
  const { products } = await shop.call(listAdminProducts, { query: { q: handle } }, owner);
  const row = products.find((product) => product.handle === handle);
  return row === undefined ? null : shop.call(getAdminProduct, { params: { id: row.id } }, owner);
}

const shopify = `Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Grams,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,Variant Barcode,SEO Title,Status
lind,Lind chair,"<p>Made of <b>oak</b>.</p><ul><li>light</li><li>strong</li></ul>",Tide,Chair,wood,TRUE,Wood,Oak,Size,Small,LIND-O-S,4200,3,deny,199.00,249.00,4006381333931,Lind,active
lind,,,,,,,,Oak,,Large,LIND-O-L,4700,1,continue,219.00,,,,
lind,,,,,,,,Walnut,,Large,,4800,1,deny,259,,,,
mug,Mug 🫖,,,,,TRUE,Title,Default Title,,,MUG,300,9,deny,12.5,0.00,,,active
`;

test("rows with one handle are one product, in Shopify's dialect", async () => {
  const { dialect, counts, state } = await importedFile(shop, shopify, {
    locale: "en",
    currency: "EUR",
  });
  expect([dialect, state, counts]).toEqual(["shopify", "done", { create: 2 }]);
  const lind = await productWith("lind");
  expect(lind).toMatchObject({
    status: "published",
    texts: {
      en: {
        title: "Lind chair",
        description: "Made of oak.\n\n- light\n- strong",
        seoTitle: "Lind",
      },
    },
    options: [
      { code: "wood", names: { en: "Wood" }, values: [{ code: "oak" }, { code: "walnut" }] },
      { code: "size", values: [{ code: "small" }, { code: "large" }] },
    ],
  });
  expect(
    lind?.variants.map(({ sku, weightGrams, stockPolicy, options, prices }) => [
      sku,
      weightGrams,
      stockPolicy,
      options,
      prices[0]?.amount.minor,
      prices[0]?.compareAt?.minor,
    ]),
  ).toEqual([
    ["LIND-O-S", 4200, "refuse", { wood: "oak", size: "small" }, "19900", "24900"],
    ["LIND-O-L", 4700, "order_from_supplier", { wood: "oak", size: "large" }, "21900", undefined],
    ["LIND-WALNUT-LARGE", 4800, "refuse", { wood: "walnut", size: "large" }, "25900", undefined],
  ]);
  expect(await productWith("mug")).toMatchObject({
    options: [],
    texts: { en: { title: "Mug 🫖" } },
  });
  const again = await checkedImport(shop, shopify, { locale: "en", currency: "EUR" });
  expect(again.counts).toEqual({ unchanged: 2 });
});

test("a missing column keeps, a blank cell empties, and overwriting is opted into", async () => {
  const file = "Handle,Variant SKU,Variant Price,Variant Compare At Price\nlind,LIND-O-S,179,\n";
  const kept = await importedFile(shop, file, { locale: "en", currency: "EUR" });
  expect(kept.counts).toEqual({ kept: 1 });
  expect((await productWith("lind"))?.variants[0]?.prices[0]?.amount.minor).toBe("19900");
  const { id, counts } = await importedFile(shop, file, {
    locale: "en",
    currency: "EUR",
    overwrite: true,
  });
  expect(counts).toEqual({ change: 1 });
  expect((await itemsOf(shop, id))[0]).toMatchObject({
    title: "Lind chair",
    done: true,
    differences: [
      { field: "LIND-O-S: price_eur", before: "199.00", after: "179.00" },
      { field: "LIND-O-S: compare_at_eur", before: "249.00", after: "" },
    ],
  });
  const lind = await productWith("lind");
  expect(lind?.variants).toHaveLength(3);
  expect(lind?.texts.en?.description).toContain("oak");
  const blank = "handle,title_en,description_en\nlind,Lind,\n";
  await importedFile(shop, blank, { overwrite: true });
  expect((await productWith("lind"))?.texts.en).toMatchObject({
    title: "Lind",
    description: "",
    seoTitle: "Lind",
  });
});

test("one bad row never stops the rest, and each is named with its reason", async () => {
  const file = [
    "handle;title_de;sku;price_eur;status;categories;tax_category",
    "gut;Guter Stuhl;GUT-1;1.299,50;published;chairs;reduced",
    "preis;Stuhl;PREIS-1;viel;published;;",
    "nichts;;NICHTS-1;10;draft;;",
    "fremd;Stuhl;FREMD-1;10;draft;sofas;",
    "geklaut;Stuhl;LIND-O-S;10;draft;;",
    "doppelt;Stuhl;GUT-1;10;draft;;",
    "ohne;Stuhl;;10;published;;",
    "",
  ].join("\r\n");
  const { id, counts, format } = await importedFile(shop, file, { locale: "de", currency: "EUR" });
  expect(format).toBe("utf-8, ;");
  expect(counts).toEqual({ create: 1, refused: 6 });
  const items = await itemsOf(shop, id);
  expect(items.map(({ key, problem }) => [key, problem?.code, problem?.row])).toEqual([
    ["gut", undefined, undefined],
    ["preis", "price_invalid", 3],
    ["nichts", "title_missing", 4],
    ["fremd", "unknown_category", 5],
    ["geklaut", "sku_taken", 6],
    ["doppelt", "sku_twice", 7],
    ["ohne", "variant_missing", 8],
  ]);
  expect(await productWith("gut")).toMatchObject({
    status: "published",
    taxCategory: "reduced",
    variants: [{ prices: [{ amount: { minor: "129950" } }] }],
  });
});

test("WooCommerce's variations find their parent, sale prices become prices", async () => {
  const file = `ID,Type,SKU,Name,Published,"Is featured?","Short description",Description,"Weight (kg)","Length (cm)","Sale price","Regular price",Categories,Images,Parent,"Attribute 1 name","Attribute 1 value(s)"
10,variable,VASE,Vase,1,1,<p>Tall</p>,Blown\\nby hand,,,,,Category chairs,,,Colour,"Blue, Green"
11,variation,VASE-B,Vase - Blue,1,0,,,0.8,12.5,,49,,,VASE,Colour,Blue
12,variation,VASE-G,Vase - Green,1,0,,,0.8,,39.90,49,,,VASE,Colour,Green
13,simple,BOWL,Bowl,-1,0,,,,,,15,,,,,
14,grouped,SET,Set,1,0,,,,,,,,,,,
`;
  const { dialect, counts, id } = await importedFile(shop, file, { locale: "en", currency: "EUR" });
  expect([dialect, counts]).toEqual(["woocommerce", { create: 2, refused: 1 }]);
  expect(await productWith("vase")).toMatchObject({
    featured: true,
    texts: { en: { subtitle: "Tall", description: "Blown by hand" } },
    options: [{ code: "colour", values: [{ code: "blue" }, { code: "green" }] }],
    variants: [
      {
        sku: "VASE-B",
        weightGrams: 800,
        depthMm: 125,
        prices: [{ amount: { minor: "4900" }, compareAt: null }],
      },
      { sku: "VASE-G", prices: [{ amount: { minor: "3990" }, compareAt: { minor: "4900" } }] },
    ],
  });
  expect(await productWith("bowl")).toMatchObject({ status: "draft" });
  expect((await itemsOf(shop, id))[2]?.problem?.code).toBe("kind_unsupported");
});
