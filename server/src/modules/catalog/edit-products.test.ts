import { beforeAll, expect, test } from "vitest";
import { owner, staffWith, testShop } from "../../../test/support/test-shop.ts";
import { present } from "../../kernel/assert.ts";
import { newId } from "../../kernel/ids.ts";
import { parseTypeId, typeId } from "../../kernel/type-id.ts";
import { sql } from "../../platform/sql.ts";
import { listPriceChanges } from "../pricing/contract.ts";
import { listSellable } from "../pricing/index.ts";
import { seedSettings } from "../settings/index.ts";
import * as contract from "./contract.ts";
import { aCategory, aProduct, aVariant } from "./examples.ts";

const shop = await testShop();

beforeAll(() => shop.edge().transaction((ctx) => seedSettings(ctx)));

const refusal = (code: string) => ({ kind: { code } });

function create(sku: string, more: Parameters<typeof aProduct>[1] = {}) {
  return shop.call(contract.createProduct, { body: aProduct(sku, more) }, owner);
}

async function createPublished(sku: string) {
  const { id, version } = await create(sku);
  return shop.call(contract.publishProduct, { params: { id }, body: { version } }, owner);
}

/** What a product's editor would send back unchanged. */
function bodyOf(product: contract.AdminProductView) {
  const { version, handle, featured, texts, options, categoryIds, related } = product;
  return {
    version,
    handle,
    featured,
    texts,
    options,
    categoryIds,
    relatedIds: related.map(({ id }) => id),
    variants: product.variants.map(
      ({ prices: _prices, available: _available, ...variant }) => variant,
    ),
  };
}

const change = (
  product: contract.AdminProductView,
  more: Partial<ReturnType<typeof bodyOf>> = {},
) =>
  shop.call(
    contract.changeProduct,
    { params: { id: product.id }, body: { ...bodyOf(product), ...more } },
    owner,
  );

async function tagsTouchedBy(work: () => Promise<unknown>): Promise<string[]> {
  await shop.database.run(sql`delete from platform.touched_tag`);
  await work();
  const rows = await shop.database.all<{ tag: string }>(
    sql`select distinct tag from platform.touched_tag`,
  );
  return rows.map(({ tag }) => tag);
}

test("a new product is a draft whose handle comes from its title", async () => {
  const first = await create("NEW-1", { texts: { en: { title: "Sea–Sïde Größe" } } });
  const second = await create("NEW-2", { texts: { en: { title: "Sea–Sïde Größe" } } });
  expect(first).toMatchObject({ status: "draft", handle: "sea-side-groesse", version: 1 });
  expect(second.handle).toBe("sea-side-groesse-2");
  await expect(
    shop.call(contract.getProduct, { params: { handle: first.handle } }),
  ).rejects.toMatchObject(refusal("not_found"));
});

test("saving what was read changes nothing but the version", async () => {
  const product = await createPublished("SAME");
  const saved = await change(product);
  expect({ ...saved, changedAt: null }).toEqual({
    ...product,
    version: product.version + 1,
    changedAt: null,
  });
});

test("a change on an old version is refused with the current one", async () => {
  const product = await create("STALE");
  await change(product);
  await expect(change(product)).rejects.toMatchObject({
    ...refusal("changed_meanwhile"),
    details: { version: product.version + 1 },
  });
});

test("handles, SKUs and barcodes belong to one product each", async () => {
  await create("MINE", {
    handle: "mine",
    variants: [aVariant("MINE-OAK", "oak", { barcode: "4001234" })],
  });
  await expect(create("A1", { handle: "mine" })).rejects.toMatchObject(refusal("handle_taken"));
  const sku = { variants: [aVariant("MINE-OAK", "oak")] };
  await expect(create("A2", sku)).rejects.toMatchObject(refusal("sku_taken"));
  const barcode = { variants: [aVariant("A3-OAK", "oak", { barcode: "4001234" })] };
  await expect(create("A3", barcode)).rejects.toMatchObject(refusal("barcode_taken"));
  const twice = { variants: [aVariant("A4", "oak"), aVariant("A4", "walnut")] };
  await expect(create("A4", twice)).rejects.toMatchObject(refusal("sku_taken"));
});

test.each([
  ["no value of an option", [aVariant("B", "oak", { options: {} })]],
  ["a value the option does not have", [aVariant("B", "teak")]],
  [
    "an option the product does not have",
    [aVariant("B", "oak", { options: { material: "oak", size: "l" } })],
  ],
  ["the same values twice", [aVariant("B", "oak"), aVariant("C", "oak")]],
])("variants with %s are refused", async (_what, variants) => {
  await expect(create("B", { variants })).rejects.toMatchObject(refusal("options_incomplete"));
});

test("unknown categories and related products are refused, and nothing is written", async () => {
  const stranger = typeId("category", newId());
  await expect(create("LOST", { categoryIds: [stranger] })).rejects.toMatchObject(
    refusal("unknown_category"),
  );
  const nobody = typeId("product", newId());
  await expect(create("LOST", { relatedIds: [nobody] })).rejects.toMatchObject(
    refusal("unknown_product"),
  );
  const { products } = await shop.call(contract.listAdminProducts, { query: { q: "LOST" } }, owner);
  expect(products).toEqual([]);
});

test("a product without a price cannot be published", async () => {
  const { id, version } = await create("FREE", {
    variants: [aVariant("FREE", "oak", { prices: [] })],
  });
  await expect(
    shop.call(contract.publishProduct, { params: { id }, body: { version } }, owner),
  ).rejects.toMatchObject({ ...refusal("not_publishable"), details: { missing: ["price"] } });
});

test("a variant nobody speaks of is deleted; one that stock speaks of is switched off", async () => {
  const product = await createPublished("DROP");
  const [oak, walnut] = product.variants;
  const oakId = present(parseTypeId("variant", present(oak, "oak").id), "oak");
  await shop.database.run(sql`
    insert into inventory.stock (variant_id, location_id, warehouse)
    select ${oakId}, id, false from inventory.location limit 1`);
  const { categoryIds: _none, ...body } = bodyOf(product);
  const third = aVariant("DROP-3", "oak");
  const saved = await shop.call(
    contract.changeProduct,
    { params: { id: product.id }, body: { ...body, variants: [third] } },
    owner,
  );
  expect(saved.variants.map(({ sku, active }) => [sku, active])).toEqual(
    expect.arrayContaining([
      ["DROP-OAK", false],
      ["DROP-3", true],
    ]),
  );
  expect(saved.variants.map(({ id }) => id)).not.toContain(walnut?.id);
  const [sellable] = await shop
    .edge()
    .transaction((ctx) => listSellable(ctx, [oakId], { currency: "EUR", locale: "en" }));
  expect(sellable).toMatchObject({ sku: "DROP-OAK", onSale: false });
});

test("a variant of another product cannot be taken over", async () => {
  const mine = await create("THIEF");
  const theirs = await create("OWNED");
  const variants = bodyOf(mine).variants.map((variant, index) => ({
    ...variant,
    id: theirs.variants[index]?.id ?? variant.id,
  }));
  await expect(change(mine, { variants })).rejects.toMatchObject(refusal("unknown_variant"));
  const after = await shop.call(contract.getAdminProduct, { params: { id: theirs.id } }, owner);
  expect(after.variants.map(({ sku }) => sku)).toEqual(["OWNED-OAK", "OWNED-WAL"]);
});

test("what a cart needs of a variant comes in one round trip", async () => {
  const product = await createPublished("CART");
  const ids = product.variants.map(({ id }) => present(parseTypeId("variant", id), id));
  const ctx = shop.edge().reading();
  let found: Awaited<ReturnType<typeof listSellable>> = [];
  const trips = await shop.roundTrips(async () => {
    found = await listSellable(ctx, [...ids, newId()], { currency: "EUR", locale: "de" });
  });
  expect(trips).toHaveLength(1);
  expect(found.toSorted((a, b) => (a.sku < b.sku ? -1 : 1))).toMatchObject([
    {
      sku: "CART-OAK",
      title: "Stuhl CART",
      options: "Eiche",
      unitPrice: { minor: 10000n },
      compareAt: null,
      onSale: true,
    },
    {
      sku: "CART-WAL",
      options: "Nussbaum",
      unitPrice: { minor: 16000n },
      compareAt: { minor: 20000n },
    },
  ]);
  const yen = await listSellable(ctx, ids, { currency: "JPY", locale: "de" });
  expect(yen.map(({ unitPrice }) => unitPrice)).toEqual([null, null]);
});

test("a price change is kept with who made it, and drops what shows the product", async () => {
  const product = await createPublished("PRICE");
  const [oak] = product.variants;
  const variantId = present(oak, "oak").id;
  const tags = await tagsTouchedBy(() =>
    shop.call(
      contract.changePrices,
      {
        params: { id: product.id },
        body: {
          prices: [{ variantId, currency: "EUR", amount: "9000", compareAt: "10000", version: 1 }],
        },
      },
      owner,
    ),
  );
  expect(tags).toContain(`product:${parseTypeId("product", product.id)}`);
  expect(tags).toContain("catalog");
  const { changes } = await shop.call(
    listPriceChanges,
    { params: { id: variantId }, query: {} },
    owner,
  );
  expect(changes.filter(({ currency }) => currency === "EUR")).toMatchObject([
    { amount: { minor: "9000" }, changedBy: "staff:Olive Owner" },
    { amount: { minor: "10000" } },
  ]);
  const trail = await shop.database.all<{ details: unknown }>(sql`
    select details from platform.audit_trail where action = 'prices.changed' order by position desc limit 1`);
  expect(trail[0]?.details).toMatchObject({
    prices: [{ currency: "EUR", before: "10000", after: "9000" }],
  });
});

test("prices are refused on an old version, on strangers and with a compare-at below them", async () => {
  const product = await create("PRICES");
  const variantId = present(product.variants[0], "a variant").id;
  const set = (price: object) =>
    shop.call(
      contract.changePrices,
      {
        params: { id: product.id },
        body: { prices: [{ variantId, currency: "EUR", amount: "1", version: 1, ...price }] },
      },
      owner,
    );
  await expect(set({ version: 2 })).rejects.toMatchObject(refusal("changed_meanwhile"));
  await expect(set({ version: null })).rejects.toMatchObject(refusal("changed_meanwhile"));
  await expect(set({ compareAt: "1" })).rejects.toMatchObject(refusal("compare_at_too_low"));
  await expect(set({ variantId: typeId("variant", newId()) })).rejects.toMatchObject(
    refusal("unknown_variant"),
  );
  await expect(set({ amount: "-1" })).rejects.toMatchObject(refusal("bad_request"));
  const removed = await set({ amount: null });
  expect(removed.variants[0]?.prices.map(({ amount }) => amount.currency)).toEqual(["USD"]);
});

test("two editors of one price: one wins, the other is told", async () => {
  const product = await create("RACE");
  const variantId = present(product.variants[0], "a variant").id;
  const set = (amount: string) =>
    shop.call(
      contract.changePrices,
      {
        params: { id: product.id },
        body: { prices: [{ variantId, currency: "EUR", amount, version: 1 }] },
      },
      owner,
    );
  const results = await Promise.allSettled([set("1"), set("2"), set("3")]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a copy is a draft of its own with the same prices", async () => {
  const product = await createPublished("COPY");
  const copy = await shop.call(contract.duplicateProduct, { params: { id: product.id } }, owner);
  expect(copy).toMatchObject({ status: "draft", handle: "chair-copy-copy" });
  expect(copy.variants.map(({ sku }) => sku)).toEqual(["COPY-OAK-COPY", "COPY-WAL-COPY"]);
  expect(copy.variants.map(({ prices }) => prices.map(({ amount }) => amount.minor))).toEqual(
    product.variants.map(({ prices }) => prices.map(({ amount }) => amount.minor)),
  );
  const again = await shop.call(contract.duplicateProduct, { params: { id: product.id } }, owner);
  expect(again.handle).toBe("chair-copy-copy-2");
});

test("unpublished and archived products leave the shop and keep their first day in it", async () => {
  const product = await createPublished("AWAY");
  const params = { id: product.id };
  const draft = await shop.call(contract.unpublishProduct, { params }, owner);
  expect(draft.status).toBe("draft");
  await expect(
    shop.call(contract.getProduct, { params: { handle: product.handle } }),
  ).rejects.toMatchObject(refusal("not_found"));
  const back = await shop.call(
    contract.publishProduct,
    { params, body: { version: draft.version } },
    owner,
  );
  expect(back.publishedAt).toBe(product.publishedAt);
  const archived = await shop.call(
    contract.archiveProduct,
    { params, body: { version: back.version } },
    owner,
  );
  expect(archived.status).toBe("archived");
});

test("a product that moves drops the lists of the category it left and of the one it came to", async () => {
  const call = (code: string) =>
    shop.call(contract.createCategory, { body: aCategory(code) }, owner);
  const [from, to] = [await call("from"), await call("to")];
  const product = await create("MOVE", { categoryIds: [from.id] });
  const tags = await tagsTouchedBy(() => change(product, { categoryIds: [to.id] }));
  expect(tags).toEqual(
    expect.arrayContaining([from, to].map(({ id }) => `category:${parseTypeId("category", id)}`)),
  );
});

test("staff without the permission read but do not write", async () => {
  const reader = staffWith("catalog:read");
  expect(
    (await shop.call(contract.listAdminProducts, { query: { limit: 1 } }, reader)).next,
  ).not.toBeNull();
  await expect(
    shop.call(contract.createProduct, { body: aProduct("NO") }, reader),
  ).rejects.toMatchObject(refusal("not_allowed"));
});

test("the admin list pages through every product once", async () => {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await shop.call(contract.listAdminProducts, { query: { limit: 5, after } }, owner);
    ids.push(...page.products.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after !== undefined);
  const { count } = await shop.database.one<{ count: bigint }>(
    sql`select count(*) from catalog.product`,
  );
  expect(ids).toHaveLength(Number(count));
  expect(new Set(ids).size).toBe(ids.length);
});

test("text that looks like a pattern is only text", async () => {
  const { products } = await shop.call(contract.listAdminProducts, { query: { q: "%" } }, owner);
  expect(products).toEqual([]);
});
