import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { spawnGateway } from "../../../tools/test-card-gateway/running-gateway.ts";
import { goods, stockedShop } from "../../src/modules/checkout/examples.ts";
import { sql } from "../../src/platform/sql.ts";
import { brokenInvariants } from "../support/durable-shop.ts";

/** What the races are judged by must notice a shop that does it wrong. */
const shop = await stockedShop({ poolSize: 20 });
const gateway = await spawnGateway();
afterAll(() => gateway.stop());

test("a shop that looks first and reserves afterwards is seen to sell too much", async () => {
  const chair = await goods(shop, { stock: 5 });
  await shop.database.pool.query("alter table inventory.stock drop constraint never_oversold");
  const careless = () =>
    shop.database.transaction(async (db) => {
      const { left } = await db.one<{ left: bigint }>(sql`
        select on_hand - reserved as left from inventory.stock
        where variant_id = ${chair} and warehouse`);
      if (left <= 0n) return false;
      await db.run(sql`select pg_sleep(0.05)`);
      await db.run(sql`
        with promised as (
          insert into inventory.reservation (id, order_id, order_line_id, variant_id, location_id, lot,
            quantity, backordered, state, changed_at)
          values (${randomUUID()}, ${randomUUID()}, ${randomUUID()}, ${chair}, ${shop.warehouse.id}, '',
            1, false, 'allocated', now()))
        update inventory.stock set reserved = reserved + 1 where variant_id = ${chair} and warehouse`);
      return true;
    });
  const outcomes = await Promise.all(Array.from({ length: 15 }, careless));
  expect(outcomes.filter(Boolean).length).toBeGreaterThan(5);
  expect((await brokenInvariants(shop.database)).map(({ id }) => id)).toContain("I1");
});

test("a shop that opens a payment under a new key each time is seen to charge twice", async () => {
  const reference = randomUUID();
  const payment = {
    amount: "4900",
    currency: "EUR",
    reference,
    capture: "manual",
    return_url: "http://shop.test/",
    card_token: "tok_approved",
  };
  for (let tries = 0; tries < 2; tries += 1) {
    await gateway.call("POST", "/v1/payments", payment, randomUUID());
  }
  const { body } = await gateway.call("GET", `/v1/charges?reference=${reference}`);
  expect(body["charges"]).toHaveLength(2);
});
