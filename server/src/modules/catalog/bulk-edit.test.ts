import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { owner, testShop } from "../../../test/support/test-shop.ts";
import type { CallInput } from "../../kernel/endpoint.ts";
import { newId } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import { sql } from "../../platform/sql.ts";
import { seedSettings } from "../settings/index.ts";
import { priceAfter } from "./bulk-change.ts";
import * as contract from "./contract.ts";
import { aCategory, aLampType, aProduct } from "./examples.ts";

const shop = await testShop();

beforeAll(() => shop.edge().transaction((ctx) => seedSettings(ctx)));

const refusal = (code: string) => ({ kind: { code } });

async function create(sku: string, more: Parameters<typeof aProduct>[1] = {}) {
  return shop.call(contract.createProduct, { body: aProduct(sku, more) }, owner);
}

type Change = CallInput<typeof contract.startBulkEdit>["body"]["change"];
type Selection = CallInput<typeof contract.startBulkEdit>["body"]["selection"];

const preview = (selection: Selection, change: Change) =>
  shop.call(contract.previewBulkEdit, { body: { selection, change } }, owner);

/** Starts an edit and waits for its end. */
async function edit(selection: Selection, change: Change) {
  const started = await shop.call(
    contract.startBulkEdit,
    { body: { selection, change }, idempotencyKey: newId() },
    owner,
  );
  return finished(started.id);
}

async function finished(id: string) {
  await shop.drainJobs();
  return shop.call(contract.getBulkEdit, { params: { id } }, owner);
}

const undo = async (id: string) => {
  const params = { id };
  const started = await shop.call(
    contract.undoBulkEdit,
    { params, idempotencyKey: newId() },
    owner,
  );
  return finished(started.id);
};

const read = (id: string) => shop.call(contract.getAdminProduct, { params: { id } }, owner);

const pricesOf = (product: contract.AdminProductView) =>
  product.variants.map(({ prices }) =>
    prices.map(({ amount, compareAt }) => [amount.minor, compareAt?.minor ?? null]),
  );

test("prices change by per cent to the wished ending, are previewed, and undone", async () => {
  const product = await create("PRICE");
  const chosen = { productIds: [product.id] };
  const change = { kind: "price", percent: "-10", currency: "EUR", ending: 99 } as const;
  const seen = await preview(chosen, change);
  expect(seen).toMatchObject({ total: 1, looked: 1, changes: 1 });
  expect(seen.examples[0]?.differences).toContainEqual({
    path: "variants.PRICE-OAK.prices.EUR",
    before: "10000",
    after: "8999",
  });
  expect(pricesOf(await read(product.id))).toEqual(pricesOf(product));
  const done = await edit(chosen, change);
  expect(done).toMatchObject({ state: "done", total: 1, done: 1, changed: 1, undoable: true });
  expect(pricesOf(await read(product.id))).toEqual([
    [
      ["8999", null],
      ["11000", null],
    ],
    [
      ["14399", "20000"],
      ["17000", null],
    ],
  ]);
  const { revisions } = await shop.call(
    contract.listRevisions,
    { params: { id: product.id }, query: {} },
    owner,
  );
  expect(revisions[0]?.savedBy).toBe("staff:Olive Owner");
  expect(await undo(done.id)).toMatchObject({ kind: "undo", changed: 1, undoable: false });
  expect(pricesOf(await read(product.id))).toEqual(pricesOf(product));
  await expect(undo(done.id)).rejects.toMatchObject(refusal("bulk_edit_not_undoable"));
});

test("all of a filter is published; what cannot be is told and left as it was; undo takes it back", async () => {
  const category = await shop.call(contract.createCategory, { body: aCategory("bulk") }, owner);
  const type = await shop.call(contract.createProductType, { body: aLampType("bulk") }, owner);
  const categoryIds = [category.id];
  const good = await create("GOOD", { categoryIds });
  const lacking = await create("LACKS", { categoryIds, typeId: type.id });
  await create("OTHER");
  const selection = { filter: { category: category.id } };
  expect(await preview(selection, { kind: "publish" })).toMatchObject({ total: 2, changes: 2 });
  const done = await edit(selection, { kind: "publish" });
  expect(done).toMatchObject({ total: 2, changed: 1, failed: 1 });
  expect(done.failures).toEqual([
    { productId: lacking.id, title: "Chair LACKS", problem: "attributes_invalid" },
  ]);
  expect((await read(good.id)).status).toBe("published");
  expect((await read(lacking.id)).status).toBe("draft");
  await undo(done.id);
  expect((await read(good.id)).status).toBe("draft");
});

test("attributes, categories and tax are set; what is so already is left alone", async () => {
  const category = await shop.call(contract.createCategory, { body: aCategory("set") }, owner);
  const type = await shop.call(contract.createProductType, { body: aLampType("set") }, owner);
  const lamp = await create("SET", { typeId: type.id, attributes: { socket: "e27" } });
  const plain = await create("PLAIN");
  const both = { productIds: [lamp.id, plain.id] };
  const socket = await edit(both, { kind: "attribute", code: "socket", value: "e14" });
  expect(socket).toMatchObject({ done: 2, changed: 1, failed: 0 });
  await edit(both, { kind: "attribute", code: "dimmable", value: true });
  await edit(both, { kind: "add_category", categoryId: category.id });
  expect(await edit(both, { kind: "tax_category", taxCategory: "reduced" })).toMatchObject({
    changed: 2,
  });
  expect(await edit(both, { kind: "tax_category", taxCategory: "reduced" })).toMatchObject({
    changed: 0,
    done: 2,
    undoable: false,
  });
  const after = await read(lamp.id);
  expect(after).toMatchObject({
    attributes: { socket: "e14" },
    categoryIds: [category.id],
    taxCategory: "reduced",
  });
  expect(after.variants[0]?.attributes).toEqual({ dimmable: true });
  await edit(both, { kind: "remove_category", categoryId: category.id });
  expect((await read(lamp.id)).categoryIds).toEqual([]);
});

test("what was changed since an edit is not undone", async () => {
  const product = await create("SINCE");
  const done = await edit({ productIds: [product.id] }, { kind: "archive" });
  const { version } = await read(product.id);
  await shop.call(
    contract.publishProduct,
    { params: { id: product.id }, body: { version } },
    owner,
  );
  const undone = await undo(done.id);
  expect(undone).toMatchObject({ failed: 1, changed: 0 });
  expect(undone.failures[0]?.problem).toBe("changed_meanwhile");
  expect((await read(product.id)).status).toBe("published");
});

test("an edit goes on where a crash left it, and asks for products and categories that exist", async () => {
  const product = await create("CRASH");
  const started = await shop.call(
    contract.startBulkEdit,
    {
      body: { selection: { productIds: [product.id] }, change: { kind: "archive" } },
      idempotencyKey: newId(),
    },
    owner,
  );
  // The worker died: its lease has run out, the job is anyone's again.
  await shop.database.run(sql`
    update platform.job set leased_by = 'dead', leased_until = now() - interval '1 minute', attempts = 1
    where name = 'catalog: bulk edit' and state = 'ready'`);
  expect(await finished(started.id)).toMatchObject({ state: "done", changed: 1 });
  await expect(
    edit({ productIds: [typeId("product", newId())] }, { kind: "publish" }),
  ).rejects.toMatchObject(refusal("nothing_chosen"));
  const lost = { kind: "add_category", categoryId: typeId("category", newId()) } as const;
  await expect(preview({ productIds: [product.id] }, lost)).rejects.toMatchObject(
    refusal("unknown_category"),
  );
});

test("a price ends as wished and lies at most half a unit away", () => {
  expect(priceAfter(28_900n, "EUR", { percent: "-10", ending: 99 })).toBe(25_999n);
  expect(priceAfter(28_900n, "EUR", { percent: "-10", ending: 95 })).toBe(25_995n);
  expect(priceAfter(1001n, "JPY", { percent: "2.5", ending: 99 })).toBe(1026n);
  fc.assert(
    fc.property(
      fc.bigInt(1n, 10n ** 9n),
      fc.integer({ min: -9999, max: 20_000 }),
      fc.constantFrom(99, 95, 0, 50),
      (amount, bp, ending) => {
        const percent = (bp / 100).toFixed(2);
        const plain = priceAfter(amount, "EUR", { percent, ending: null });
        const ended = priceAfter(amount, "EUR", { percent, ending });
        const exact = amount * BigInt(10_000 + bp);
        const off = plain * 10_000n - exact;
        expect(off >= -5000n && off <= 5000n).toBe(true);
        if (plain === 0n) return;
        expect(ended > 0n && ended % 100n === BigInt(ending)).toBe(true);
        const away = ended > plain ? ended - plain : plain - ended;
        expect(away <= (plain < 100n ? 100n : 50n)).toBe(true);
      },
    ),
  );
});
