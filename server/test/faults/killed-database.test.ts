import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { goods } from "../../src/modules/checkout/examples.ts";
import { sql } from "../../src/platform/sql.ts";
import { apiClient } from "../support/api-client.ts";
import { brokenInvariants, durableShop } from "../support/durable-shop.ts";
import { type FilledCart, fillCart, order } from "../support/shopping.ts";
import { eventually, followersDone } from "../support/waiting.ts";

const shop = await durableShop();
const hands = 16;

test("what was acknowledged before PostgreSQL was killed under load is all there, and the shop goes on by itself", async () => {
  const chair = await goods(shop, { stock: 100_000, price: 4900 });
  const web = await shop.processes.web({ processes: 2 });
  const worker = await shop.processes.worker();
  const client = apiClient(web.url, hands);
  const acknowledged = new Map<FilledCart, string>();
  const unanswered: FilledCart[] = [];
  let shopping = true;

  const buy = async (index: number): Promise<void> => {
    const card = { method: "test-card", token: "tok_approved" } as const;
    const cart = await fillCart(client, {
      lines: [[chair, 1]],
      ...(index % 4 === 0 ? card : {}),
    });
    // From here on the shopper has pressed the button, and whatever comes has to be one order.
    unanswered.push(cart);
    const { status, body } = await order(client, cart);
    if (status !== 200) return;
    acknowledged.set(cart, body.order.number);
    unanswered.splice(unanswered.indexOf(cart), 1);
  };
  const shopper = async (index: number): Promise<void> => {
    while (shopping) {
      // While the database is away a shopper sees errors, and tries again a little later.
      await buy(index).catch(() => pause(100));
    }
  };
  const shoppers = Array.from({ length: hands }, (_, index) => shopper(index));
  for (let round = 0; round < 2; round += 1) {
    const before = acknowledged.size;
    await eventually("orders under load", async () =>
      acknowledged.size > before + 100 ? true : null,
    );
    await shop.postgres.crash();
    await pause(500);
    await shop.postgres.start();
  }
  const before = acknowledged.size;
  await eventually("orders after the crash", async () =>
    acknowledged.size > before ? true : null,
  );
  shopping = false;
  await Promise.all(shoppers);

  expect([web.child.exitCode, worker.child.exitCode]).toEqual([null, null]);
  expect(unanswered.length).toBeGreaterThan(0);
  for (const cart of unanswered) {
    const number = await eventually("an answer with the same key", async () => {
      const { status, code, body } = await order(client, cart);
      if (status === 200) return body.order.number;
      expect(code).toBe("in_flight");
      return null;
    });
    acknowledged.set(cart, number);
  }
  client.close();
  await followersDone(shop.database);

  const kept = await shop.database.all<{ number: string; captured: bigint; total: bigint }>(sql`
    select number, captured_minor as captured, total_minor as total from orders.order
    where status = 'placed' order by number`);
  expect(kept.map(({ number }) => number)).toEqual([...acknowledged.values()].toSorted());
  const { reserved } = await shop.database.one<{ reserved: bigint }>(sql`
    select reserved from inventory.stock where variant_id = ${chair} and warehouse`);
  expect(Number(reserved)).toBe(acknowledged.size);
  const byCard = [...acknowledged.keys()].filter(
    ({ request }) => request.body.paymentMethod === "test-card",
  );
  expect(kept.filter(({ captured, total }) => captured === total)).toHaveLength(byCard.length);
  expect(await brokenInvariants(shop.database)).toEqual([]);
});
