import { beforeAll, expect, test } from "vitest";
import { owner, testShop } from "../../../test/support/test-shop.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import { sql } from "../../platform/sql.ts";
import { listPriceChanges } from "./contract.ts";
import { priceOf, setPrices } from "./index.ts";

const shop = await testShop();
const variantId: Uuid = newId();

beforeAll(async () => {
  const productId = newId();
  await shop.database.run(sql`
    insert into catalog.product (id, handle, created_at, changed_at) values (${productId}, 'p', now(), now())`);
  await shop.database.run(sql`
    insert into catalog.variant (id, product_id, sku, weight_grams) values (${variantId}, ${productId}, 'P', 1)`);
});

const set = (amount: bigint | null, compareAt: bigint | null = null) =>
  shop
    .edge()
    .transaction((ctx) => setPrices(ctx, [{ variantId, currency: "EUR", amount, compareAt }]));

test("a price is set, kept when it stays the same, changed and taken away, each change remembered", async () => {
  expect(await set(1000n)).toEqual([{ variantId, currency: "EUR", before: null, amount: 1000n }]);
  expect(await set(1000n)).toEqual([]);
  expect(await set(900n, 1000n)).toEqual([
    { variantId, currency: "EUR", before: 1000n, amount: 900n },
  ]);
  expect(await priceOf(shop.edge().reading(), variantId, "EUR")).toEqual({
    minor: 900n,
    currency: "EUR",
  });
  expect(await set(null)).toEqual([{ variantId, currency: "EUR", before: 900n, amount: null }]);
  expect(await priceOf(shop.edge().reading(), variantId, "EUR")).toBeNull();
});

test("the history pages through every change, newest first", async () => {
  const params = { id: typeId("variant", variantId) };
  const amounts: (string | null)[] = [];
  let after: string | undefined;
  do {
    const page = await shop.call(listPriceChanges, { params, query: { limit: 2, after } }, owner);
    amounts.push(...page.changes.map(({ amount }) => amount?.minor ?? null));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect(amounts).toEqual([null, "900", "1000"]);
});

test("the history cannot be altered", async () => {
  await expect(
    shop.database.run(sql`update pricing.price_change set amount_minor = 1`),
  ).rejects.toThrow(/append-only/);
});

test("a variant that does not exist has no history to ask for", async () => {
  const params = { id: typeId("variant", newId()) };
  await expect(shop.call(listPriceChanges, { params, query: {} }, owner)).rejects.toMatchObject({
    kind: { code: "not_found" },
  });
});
