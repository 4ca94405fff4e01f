import { beforeAll, expect, test } from "vitest";
import { owner, testShop } from "../../../test/support/test-shop.ts";
import { sql } from "../../platform/sql.ts";
import { seedSettings } from "../settings/index.ts";
import * as contract from "./contract.ts";
import { aCategory, aLampType, aProduct } from "./examples.ts";

const shop = await testShop();

beforeAll(() => shop.edge().transaction((ctx) => seedSettings(ctx)));

const refusal = (code: string) => ({ kind: { code } });

const create = (sku: string, more: Parameters<typeof aProduct>[1] = {}) =>
  shop.call(contract.createProduct, { body: aProduct(sku, more) }, owner);

async function createPublished(sku: string, more: Parameters<typeof aProduct>[1] = {}) {
  const { id, version } = await create(sku, more);
  return shop.call(contract.publishProduct, { params: { id }, body: { version } }, owner);
}

const change = (product: contract.AdminProductView, more: object) => {
  const { id, version, handle, texts, options, categoryIds, variants } = product;
  const body = {
    version,
    handle,
    texts,
    options,
    categoryIds,
    variants: variants.map(({ prices: _p, available: _a, ...each }) => each),
    ...more,
  };
  return shop.call(contract.changeProduct, { params: { id }, body }, owner);
};

const revisionsOf = async (id: string, query: object = {}) =>
  shop.call(contract.listRevisions, { params: { id }, query }, owner);

test("each save keeps a revision that says who and what; one that changes nothing keeps none", async () => {
  const first = await create("REV");
  const texts = { en: { title: "Renamed", subtitle: "New" } };
  const second = await change(first, { texts });
  await change(second, {});
  const { revisions, next } = await revisionsOf(first.id);
  expect(revisions).toMatchObject([
    {
      number: 2,
      savedBy: "staff:Olive Owner",
      changed: [
        "texts.de.description",
        "texts.de.title",
        "texts.en.description",
        "texts.en.subtitle",
        "texts.en.title",
      ],
    },
    { number: 1, changed: [] },
  ]);
  expect(next).toBeNull();
  expect((await revisionsOf(first.id, { limit: 1 })).next).toBe(2);
  const params = { id: first.id, number: 1 };
  const compared = await shop.call(contract.compareRevisions, { params, query: {} }, owner);
  expect(compared.differences).toContainEqual({
    path: "texts.en.title",
    before: "Chair REV",
    after: "Renamed",
  });
  await expect(
    shop.call(contract.compareRevisions, { params, query: { with: 9 } }, owner),
  ).rejects.toMatchObject(refusal("not_found"));
  await expect(
    shop.database.run(sql`update catalog.product_revision set saved_by = 'me'`),
  ).rejects.toThrow(/append|change/i);
});

test("what a product was before its first change is kept, whoever made it", async () => {
  const made = await create("ORIGIN");
  await shop.database.run(sql`delete from catalog.product_revision`);
  await change(made, { featured: true });
  const { revisions } = await revisionsOf(made.id);
  expect(revisions.map(({ savedBy, changed }) => [savedBy, changed])).toEqual([
    ["staff:Olive Owner", ["featured"]],
    ["system:import", []],
  ]);
});

test("an old revision is restored whole as a new one: texts, variants, prices, attributes", async () => {
  const type = await shop.call(contract.createProductType, { body: aLampType("restored") }, owner);
  const category = await shop.call(contract.createCategory, { body: aCategory("restored") }, owner);
  const first = await createPublished("BACK", {
    typeId: type.id,
    attributes: { socket: "e27" },
    categoryIds: [category.id],
  });
  const [oak] = first.variants;
  const poorer = await change(first, {
    texts: { en: { title: "Other" } },
    variants: [
      {
        ...oak,
        attributes: {},
        prices: [{ currency: "EUR", amount: "5000" }],
        available: undefined,
      },
    ],
    attributes: { socket: "e14" },
    categoryIds: [],
  });
  const params = { id: first.id, number: 1 };
  await expect(
    shop.call(contract.restoreRevision, { params, body: { version: 1 } }, owner),
  ).rejects.toMatchObject(refusal("changed_meanwhile"));
  const restored = await shop.call(
    contract.restoreRevision,
    { params, body: { version: poorer.version } },
    owner,
  );
  const { version: _v, changedAt: _c, ...same } = restored;
  const was = {
    ...first,
    variants: first.variants.map((each) => ({
      ...each,
      prices: each.prices.map(({ amount, compareAt }) => ({
        amount,
        compareAt,
        version: expect.any(Number) as number,
      })),
    })),
  };
  expect(was).toMatchObject(same);
  const latest = await shop.call(contract.compareRevisions, { params, query: {} }, owner);
  expect(latest.differences).toEqual([{ path: "status", before: "draft", after: "published" }]);
});

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** Lets so many hours pass for whatever is planned, then runs what is due. */
async function hoursPass(hours: number): Promise<void> {
  const past = `${hours} hours`;
  await shop.database.run(sql`
    update platform.job
    set run_at = run_at - ${past}::interval,
        payload = jsonb_set(payload, '{at}', to_jsonb(to_char(
          ((payload ->> 'at')::timestamptz - ${past}::interval) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
    where state = 'ready' and name = 'catalog: scheduled publication'`);
  await shop.database.run(sql`
    update catalog.product
    set publish_at = publish_at - ${past}::interval, unpublish_at = unpublish_at - ${past}::interval`);
  await shop.drainJobs();
}

test("a product goes on sale and off it at its moments, and a moment that was changed is not kept", async () => {
  const { id, version } = await create("PLAN");
  const schedule = (body: {
    version: number;
    publishAt: string | null;
    unpublishAt: string | null;
  }) => shop.call(contract.scheduleProduct, { params: { id }, body }, owner);
  await expect(
    schedule({ version, publishAt: inHours(-1), unpublishAt: null }),
  ).rejects.toMatchObject(refusal("schedule_invalid"));
  await expect(
    schedule({ version, publishAt: inHours(9), unpublishAt: inHours(8) }),
  ).rejects.toMatchObject(refusal("schedule_invalid"));
  const planned = await schedule({ version, publishAt: inHours(1), unpublishAt: null });
  const moments = { publishAt: inHours(3), unpublishAt: inHours(5) };
  expect(await schedule({ version: planned.version, ...moments })).toMatchObject(moments);
  const status = async () =>
    (await shop.call(contract.getAdminProduct, { params: { id } }, owner)).status;
  const seen = [];
  for (const hours of [1.5, 2, 2]) {
    await hoursPass(hours);
    seen.push(await status());
  }
  expect(seen).toEqual(["draft", "published", "draft"]);
  const done = await shop.call(contract.getAdminProduct, { params: { id } }, owner);
  expect([done.publishAt, done.unpublishAt]).toEqual([null, null]);
});

test("what cannot go on sale at its moment says why", async () => {
  const type = await shop.call(contract.createProductType, { body: aLampType("late") }, owner);
  const { id, version } = await create("LATE", { typeId: type.id });
  const body = { version, publishAt: inHours(1), unpublishAt: null };
  await shop.call(contract.scheduleProduct, { params: { id }, body }, owner);
  await hoursPass(2);
  const product = await shop.call(contract.getAdminProduct, { params: { id } }, owner);
  expect(product).toMatchObject({
    status: "draft",
    publishAt: null,
    scheduleProblem: "attributes_invalid",
  });
});

test("a product is found by each handle it had, until another product takes it", async () => {
  let product = await createPublished("MOVE");
  const page = (handle: string) => shop.call(contract.getProduct, { params: { handle } });
  for (const handle of ["move-two", "move-three"]) product = await change(product, { handle });
  expect((await page("chair-move")).handle).toBe("move-three");
  expect((await page("move-two")).handle).toBe("move-three");
  const next = await createPublished("NEXT", { handle: "move-two" });
  expect((await page("move-two")).id).toBe(next.id);
  await change(next, { handle: "elsewhere" });
  expect((await page("move-two")).id).toBe(next.id);
  product = await change(product, { handle: "chair-move" });
  expect((await page("chair-move")).id).toBe(product.id);
  await expect(page("never")).rejects.toMatchObject(refusal("not_found"));
});

test("a category is found by each slug it had, in each language by its own", async () => {
  const body = aCategory("old");
  const first = await shop.call(contract.createCategory, { body }, owner);
  const rename = (category: contract.AdminCategoryView, en: string) =>
    shop.call(
      contract.changeCategory,
      {
        params: { id: category.id },
        body: {
          ...body,
          version: category.version,
          texts: { en: { name: "New", slug: en }, de: { name: "Neu", slug: "old-de" } },
        },
      },
      owner,
    );
  await rename(await rename(first, "newer"), "newest");
  const find = (slug: string) =>
    shop.call(contract.findCategoryAddress, { params: { slug } }, undefined, { locale: "de" });
  expect(await find("old")).toEqual({ code: "old" });
  expect(await find("newer")).toEqual({ code: "old" });
  await expect(find("old-de")).rejects.toMatchObject(refusal("not_found"));
});
