import { beforeAll, expect, test } from "vitest";
import { owner, testShop } from "../../../test/support/test-shop.ts";
import { present } from "../../kernel/assert.ts";
import type { CallInput, Endpoint, ReplyOf } from "../../kernel/endpoint.ts";
import { sql } from "../../platform/sql.ts";
import { searchProducts, suggestProducts, tagsOfSearch } from "../search/contract.ts";
import { seedSettings } from "../settings/index.ts";
import * as contract from "./contract.ts";
import { aCategory, aProduct } from "./examples.ts";

const shop = await testShop();

interface Shown {
  readonly name: string;
  readonly reply: string;
  readonly tags: readonly string[];
}

/** A page as it would be kept; null while there is nothing to keep. */
async function look<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  tagsOf: (reply: ReplyOf<E>) => readonly string[],
): Promise<Shown | null> {
  try {
    const reply = await shop.call(endpoint, input);
    const name = `${endpoint.id} ${JSON.stringify(input)}`;
    return { name, reply: JSON.stringify(reply), tags: tagsOf(reply) };
  } catch (error) {
    if ((error as { kind?: { code: string } }).kind?.code === "not_found") return null;
    throw error;
  }
}

/** Every kind of page the catalogue and the search have. */
async function everything(): Promise<(Shown | null)[]> {
  const lists = [
    {},
    { category: "furniture" },
    { category: "chairs" },
    { category: "tables" },
    { options: "material:walnut" },
    { sort: "price" as const, limit: 2 },
  ];
  return Promise.all([
    ...lists.map((query) => look(contract.listProducts, { query }, contract.tagsOfList)),
    ...["chair-a", "chair-b", "chair-c", "chair-d"].map((handle) =>
      look(contract.getProduct, { params: { handle } }, contract.tagsOfProduct),
    ),
    look(contract.listCategories, {}, contract.tagsOfCategories),
    look(searchProducts, { query: { q: "chair" } }, tagsOfSearch),
    look(suggestProducts, { query: { q: "table" } }, tagsOfSearch),
  ]);
}

const ids = new Map<string, string>();
const idOf = (name: string) => present(ids.get(name), name);

beforeAll(async () => {
  await shop.edge().transaction((ctx) => seedSettings(ctx));
  for (const [code, parent] of [
    ["furniture", null],
    ["chairs", "furniture"],
    ["tables", "furniture"],
  ] as const) {
    const body = aCategory(code, { parentId: parent === null ? null : idOf(parent) });
    ids.set(code, (await shop.call(contract.createCategory, { body }, owner)).id);
  }
  for (const sku of ["A", "B", "C", "D"]) {
    const relatedIds = sku === "A" ? [] : [idOf("A")];
    const body = aProduct(sku, {
      categoryIds: [idOf(sku === "C" ? "tables" : "chairs")],
      relatedIds,
    });
    const { id, version } = await shop.call(contract.createProduct, { body }, owner);
    ids.set(sku, id);
    if (sku !== "D")
      await shop.call(contract.publishProduct, { params: { id }, body: { version } }, owner);
  }
  await shop.drainJobs();
});

async function edit(
  sku: string,
  more: (product: contract.AdminProductView) => object,
): Promise<void> {
  const params = { id: idOf(sku) };
  const product = await shop.call(contract.getAdminProduct, { params }, owner);
  const { version, texts, options, categoryIds, related, featured } = product;
  const variants = product.variants.map(
    ({ prices: _prices, available: _available, ...variant }) => variant,
  );
  const relatedIds = related.map(({ id }) => id);
  const body = {
    version,
    texts,
    options,
    categoryIds,
    relatedIds,
    featured,
    variants,
    ...more(product),
  };
  await shop.call(contract.changeProduct, { params, body }, owner);
}

async function withVersion(sku: string, endpoint: typeof contract.publishProduct) {
  const params = { id: idOf(sku) };
  const { version } = await shop.call(contract.getAdminProduct, { params }, owner);
  await shop.call(endpoint, { params, body: { version } }, owner);
}

const changes: readonly (readonly [string, () => Promise<unknown>])[] = [
  [
    "a product gets another title",
    () => edit("A", () => ({ texts: { en: { title: "Chair Anew" } } })),
  ],
  ["a product becomes featured", () => edit("B", () => ({ featured: true }))],
  [
    "a price falls",
    async () => {
      const product = await shop.call(
        contract.getAdminProduct,
        { params: { id: idOf("A") } },
        owner,
      );
      const variantId = present(product.variants[0], "a variant").id;
      const prices = [{ variantId, currency: "EUR" as const, amount: "500", version: 1 }];
      await shop.call(
        contract.changePrices,
        { params: { id: idOf("A") }, body: { prices } },
        owner,
      );
    },
  ],
  [
    "a variant is switched off",
    () =>
      edit("B", ({ variants }) => ({
        variants: variants.map(({ prices: _p, available: _a, ...each }, index) => ({
          ...each,
          active: index === 0,
        })),
      })),
  ],
  [
    "a product moves to another category",
    () => edit("A", () => ({ categoryIds: [idOf("tables")] })),
  ],
  ["a draft is published", () => withVersion("D", contract.publishProduct)],
  [
    "a product is taken off sale",
    () => shop.call(contract.unpublishProduct, { params: { id: idOf("A") } }, owner),
  ],
  [
    "a product comes back, to the pages that point to it, too",
    () => withVersion("A", contract.publishProduct),
  ],
  ["a product is archived", () => withVersion("C", contract.archiveProduct)],
  [
    "a category gets another name",
    async () => {
      const { categories } = await shop.call(contract.listAdminCategories, {}, owner);
      const { id, version } = present(
        categories.find(({ code }) => code === "chairs"),
        "chairs",
      );
      const texts = { en: { name: "Table chairs", slug: "seats" } };
      const body = { ...aCategory("chairs", { parentId: idOf("furniture"), texts }), version };
      await shop.call(contract.changeCategory, { params: { id }, body }, owner);
    },
  ],
];

test.each(changes)(
  "when %s, every page that changes had a tag that was touched",
  async (_what, change) => {
    const before = await everything();
    await shop.database.run(sql`delete from platform.touched_tag`);
    await change();
    await shop.drainJobs();
    const rows = await shop.database.all<{ tag: string }>(
      sql`select distinct tag from platform.touched_tag`,
    );
    const touched = new Set(rows.map(({ tag }) => tag));
    const after = await everything();
    const changed = before.filter(
      (page, index) => page !== null && page.reply !== after[index]?.reply,
    );
    expect(changed.length).toBeGreaterThan(0);
    for (const page of changed) {
      expect(
        page?.tags.some((tag) => touched.has(tag)),
        `${page?.name} is dropped`,
      ).toBe(true);
    }
  },
);
