import { beforeAll, expect, test } from "vitest";
import { owner, testShop } from "../../../test/support/test-shop.ts";
import { newId } from "../../kernel/ids.ts";
import { parseTypeId } from "../../kernel/type-id.ts";
import { sql } from "../../platform/sql.ts";
import { seedSettings } from "../settings/index.ts";
import * as contract from "./contract.ts";
import { aCategory, aProduct, aVariant } from "./examples.ts";

const shop = await testShop();

/** furniture > chairs, tables; a chair and a table in stock, one chair that is not, one draft. */
beforeAll(async () => {
  await shop.edge().transaction((ctx) => seedSettings(ctx));
  const furniture = await category("furniture", null);
  const chairs = await category("chairs", furniture);
  const tables = await category("tables", furniture);
  await product("LIND", [chairs], { featured: true });
  await product("SUND", [chairs]);
  await product("HOLM", [tables], {
    texts: { en: { title: "Table HOLM" } },
    variants: [aVariant("HOLM-OAK", "oak", { prices: [{ currency: "EUR", amount: "90000" }] })],
  });
  await shop.call(
    contract.createProduct,
    { body: aProduct("DRAFT", { categoryIds: [chairs] }) },
    owner,
  );
  await stock("LIND-OAK", 12);
  await stock("LIND-WAL", 3);
});

async function category(code: string, parentId: string | null): Promise<string> {
  return (await shop.call(contract.createCategory, { body: aCategory(code, { parentId }) }, owner))
    .id;
}

async function product(
  sku: string,
  categoryIds: string[],
  more: Parameters<typeof aProduct>[1] = {},
): Promise<void> {
  const body = aProduct(sku, { categoryIds, ...more });
  const { id, version } = await shop.call(contract.createProduct, { body }, owner);
  await shop.call(contract.publishProduct, { params: { id }, body: { version } }, owner);
}

async function stock(sku: string, units: number): Promise<void> {
  await shop.database.run(sql`
    insert into inventory.location (id, code, name, kind) values (${newId()}, 'TEST', 'Test', 'warehouse')
    on conflict (code) do nothing`);
  await shop.database.run(sql`
    insert into inventory.stock (variant_id, location_id, warehouse, on_hand)
    select v.id, l.id, true, ${units} from catalog.variant v, inventory.location l
    where v.sku = ${sku} and l.code = 'TEST'`);
}

const handles = (list: contract.ProductListView) => list.products.map(({ handle }) => handle);

test("a category lists the published products of its descendants, featured ones first", async () => {
  const list = await shop.call(contract.listProducts, { query: { category: "furniture" } });
  expect(handles(list)).toEqual(["chair-lind", "table-holm", "chair-sund"]);
  expect(list.total).toBe(3);
  expect(list.category).toMatchObject({ code: "furniture", productCount: 3, depth: 0 });
  const chairs = await shop.call(contract.listProducts, { query: { category: "chairs" } });
  expect(handles(chairs)).toEqual(["chair-lind", "chair-sund"]);
  expect(chairs.ancestors.map(({ code }) => code)).toEqual(["furniture"]);
});

test("a card shows the lowest price, the best availability and the swatches", async () => {
  const list = await shop.call(contract.listProducts, { query: { category: "chairs" } });
  expect(list.products[0]).toMatchObject({
    title: "Chair LIND",
    price: {
      amount: { minor: "10000", currency: "EUR" },
      net: { minor: "8403" },
      gross: { minor: "10000" },
      taxRate: "19",
      compareAt: null,
    },
    priceVaries: true,
    availability: { state: "in_stock", left: null },
    swatches: [{ code: "oak" }, { code: "walnut" }],
    variantCount: 2,
  });
});

test("facets count products, each option with its own filter left out", async () => {
  const list = await shop.call(contract.listProducts, {
    query: { category: "furniture", options: "material:walnut" },
  });
  expect(handles(list)).toEqual(["chair-lind", "chair-sund"]);
  expect(list.facets.options).toMatchObject([
    {
      code: "material",
      name: "Wood",
      values: [
        { code: "oak", label: "Oak", count: 3 },
        { code: "walnut", count: 2 },
      ],
    },
  ]);
  expect(list.facets.price).toEqual({
    min: { minor: "16000", currency: "EUR" },
    max: { minor: "16000", currency: "EUR" },
  });
});

test("price and option must fit one and the same variant", async () => {
  const query = { options: "material:walnut", maxPrice: "12000" };
  expect((await shop.call(contract.listProducts, { query })).total).toBe(0);
  const oak = { options: "material:oak", maxPrice: "12000" };
  expect((await shop.call(contract.listProducts, { query: oak })).total).toBe(2);
});

test("only goods on the shelf are listed when that was asked for", async () => {
  const list = await shop.call(contract.listProducts, { query: { inStock: "true" } });
  expect(handles(list)).toEqual(["chair-lind"]);
  expect(contract.tagsOfList(list)).toContain("availability");
});

test.each(contract.productSorts)(
  "sorted by %s, pages follow each other without gap or repeat",
  async (sort) => {
    const whole = handles(await shop.call(contract.listProducts, { query: { sort } }));
    const paged: string[] = [];
    let after: string | undefined;
    do {
      const page = await shop.call(contract.listProducts, { query: { sort, limit: 1, after } });
      paged.push(...handles(page));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(paged).toEqual(whole);
    expect(whole).toHaveLength(3);
    expect(whole.at(0)).toBe(
      {
        recommended: "chair-lind",
        newest: "table-holm",
        price: "chair-lind",
        price_desc: "table-holm",
        name: "chair-lind",
      }[sort],
    );
  },
);

test("a market without prices in its currency does not list the product", async () => {
  const list = await shop.call(contract.listProducts, { query: {} }, undefined, {
    marketCode: "us",
  });
  expect(handles(list)).toEqual(["chair-lind", "chair-sund"]);
  expect(list.products[0]?.price).toMatchObject({
    amount: { minor: "11000", currency: "USD" },
    gross: null,
    taxIncluded: false,
    taxRate: null,
  });
});

test("a product page has variants with prices, availability and words of the language", async () => {
  const page = await shop.call(
    contract.getProduct,
    { params: { handle: "chair-lind" } },
    undefined,
    { locale: "de" },
  );
  expect(page.title).toBe("Stuhl LIND");
  expect(page.breadcrumb.map(({ name }) => name)).toEqual([
    "Kategorie furniture",
    "Kategorie chairs",
  ]);
  expect(page.variants).toMatchObject([
    { sku: "LIND-OAK", optionText: "Eiche", availability: { state: "in_stock", left: null } },
    {
      sku: "LIND-WAL",
      optionText: "Nussbaum",
      price: { amount: { minor: "16000" }, compareAt: { minor: "20000" } },
      availability: { state: "low", left: 3 },
    },
  ]);
});

test("a text that is missing in a language falls back to English", async () => {
  const page = await shop.call(
    contract.getProduct,
    { params: { handle: "table-holm" } },
    undefined,
    { locale: "de" },
  );
  expect(page.title).toBe("Table HOLM");
});

test("a variant that may be sold ahead is promised by its lead time, until its cap is sold", async () => {
  const { id, version, variants, ...rest } = await adminProduct("SUND");
  const [oak] = variants;
  const body = {
    ...aProduct("SUND"),
    version,
    categoryIds: rest.categoryIds,
    variants: variants.map((variant) => ({
      id: variant.id,
      sku: variant.sku,
      options: variant.options,
      weightGrams: 1,
      stockPolicy: "backorder" as const,
      backorderCap: variant.id === oak?.id ? 4 : 0,
      backorderDays: 28,
    })),
  };
  await shop.call(contract.changeProduct, { params: { id }, body }, owner);
  const page = await shop.call(contract.getProduct, { params: { handle: "chair-sund" } });
  const day = new Date(Date.now() + 28 * 86_400_000).toISOString().slice(0, 8);
  expect(page.variants.map(({ availability }) => availability.state)).toEqual(["backorder", "out"]);
  expect(page.variants[0]?.availability.promiseDate).toContain(day);
});

async function adminProduct(sku: string): Promise<contract.AdminProductView> {
  const { products } = await shop.call(
    contract.listAdminProducts,
    { query: { q: `${sku}-OAK` } },
    owner,
  );
  return shop.call(contract.getAdminProduct, { params: { id: products[0]?.id ?? "" } }, owner);
}

test("drafts, unknown handles and unknown categories are not found", async () => {
  const missing = [
    () => shop.call(contract.getProduct, { params: { handle: "chair-draft" } }),
    () => shop.call(contract.getProduct, { params: { handle: "nothing" } }),
    () => shop.call(contract.listProducts, { query: { category: "nothing" } }),
  ];
  for (const call of missing) {
    await expect(call()).rejects.toMatchObject({ kind: { code: "not_found" } });
  }
});

test("a cursor of another sort or of nobody's making is a bad request", async () => {
  const first = await shop.call(contract.listProducts, { query: { sort: "name", limit: 1 } });
  const attempts = [
    first.next ?? "",
    "x",
    Buffer.from('["price","1;drop","x"]').toString("base64url"),
  ];
  for (const after of attempts) {
    await expect(
      shop.call(contract.listProducts, { query: { sort: "price", after } }),
    ).rejects.toMatchObject({ kind: { code: "bad_request" } });
  }
});

test("a list costs two round trips, a product page one, the tree one", async () => {
  const warm = await shop.call(contract.listProducts, { query: { category: "chairs" } });
  expect(warm.total).toBe(2);
  const list = { query: { category: "chairs", options: "material:oak", inStock: "true" as const } };
  expect(await shop.roundTrips(() => shop.call(contract.listProducts, list))).toHaveLength(2);
  const page = { params: { handle: "chair-lind" } };
  expect(await shop.roundTrips(() => shop.call(contract.getProduct, page))).toHaveLength(1);
  expect(await shop.roundTrips(() => shop.call(contract.listCategories, {}))).toHaveLength(1);
});

test("replies name the content tags of what they show", async () => {
  const page = await shop.call(contract.getProduct, { params: { handle: "chair-lind" } });
  expect(contract.tagsOfProduct(page)).toContain(`product:${parseTypeId("product", page.id)}`);
  const { categories } = await shop.call(contract.listCategories, {});
  expect(categories.map(({ code, depth }) => [code, depth])).toEqual([
    ["furniture", 0],
    ["chairs", 1],
    ["tables", 1],
  ]);
});
