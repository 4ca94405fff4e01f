import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { present } from "../../src/kernel/assert.ts";
import { parseTypeId } from "../../src/kernel/type-id.ts";
import { goods } from "../../src/modules/checkout/examples.ts";
import { cancelOrder, refundOrder } from "../../src/modules/desk/contract.ts";
import { shipParcel } from "../../src/modules/fulfilment/contract.ts";
import { returnFromPayment } from "../../src/modules/payments/contract.ts";
import { sql } from "../../src/platform/sql.ts";
import { apiClient } from "../support/api-client.ts";
import { brokenInvariants, durableShop } from "../support/durable-shop.ts";
import { deskOrder, parcelOf, workFor } from "../support/office.ts";
import { type FilledCart, fillCart, manyAtOnce, order } from "../support/shopping.ts";
import { followersDone } from "../support/waiting.ts";

/** Four processes share the port and many connections come to it: whoever is first is first. */
const processes = 4;
const connections = 48;
const long = process.env["SHOPWRIGHT_LONG"] === "1";

const shop = await durableShop();
const web = await shop.processes.web({ processes });
await shop.processes.worker();
const shopper = apiClient(web.url, connections);
const staff = shopper.with(await shop.staffCookies(shopper));
await behave({ webhook_url: `${web.url}/api/webhooks/test-card` });
afterAll(() => shopper.close());

const ascending = (a: number, b: number): number => a - b;

async function behave(how: object): Promise<void> {
  await shop.processes.gateway.call("POST", "/test/behaviour", how, randomUUID());
}

/** Every invariant holds once all that follows has been done, and no process met a bug. */
async function expectClean(): Promise<void> {
  await followersDone(shop.database);
  expect(await brokenInvariants(shop.database)).toEqual([]);
  const failed = sql`select name, error from platform.job where state = 'failed'`;
  expect(await shop.database.all(failed)).toEqual([]);
  expect(web.said()).not.toContain('"level":50');
}

async function sold(variantId: string) {
  return shop.database.one<{ reserved: number; units: bigint; orders: bigint }>(sql`
    select (select sum(reserved)::integer from inventory.stock where variant_id = ${variantId} and warehouse) as reserved,
           coalesce(sum(l.quantity - l.quantity_cancelled), 0) as units, count(distinct l.order_id) as orders
    from orders.line l where l.variant_id = ${variantId}`);
}

function uuidOf(kind: "order", id: string): string {
  return present(parseTypeId(kind, id), "an id of this kind");
}

async function chargesOf(orderId: string) {
  const attempts = await shop.database.all<{ id: string }>(
    sql`select id from payments.attempt where order_id = ${uuidOf("order", orderId)}`,
  );
  const { gateway } = shop.processes;
  return Promise.all(
    attempts.map(async ({ id }) => {
      const { body } = await gateway.call("GET", `/v1/charges?reference=${id}`);
      return body["charges"]?.length ?? 0;
    }),
  );
}

async function placed(method: "cash-on-delivery" | "test-card", variantId: string) {
  const token = method === "test-card" ? { token: "tok_approved" } : {};
  const cart = await fillCart(shopper, { lines: [[variantId, 1]], method, ...token });
  const reply = await order(shopper, cart);
  expect(reply.status).toBe(200);
  return reply.body.order.id;
}

describe("the last units", () => {
  const attempts = 2000;
  const stock = 500;

  test("of 2,000 attempts on 500 units exactly 500 are sold, orders of two lines of them included", async () => {
    const chair = await goods(shop, { stock, price: 1900 });
    // Every tenth cart wants two units, as two lines that meet on the same row of stock.
    const isPair = (index: number) => index % 10 === 0;
    const carts = await manyAtOnce(Array.from({ length: attempts }), connections, (_, index) =>
      fillCart(shopper, { lines: [[chair, isPair(index) ? 2 : 1]] }),
    );
    await splitIntoLines(carts.filter((_, index) => isPair(index)));
    const replies = await manyAtOnce(carts, connections, (cart) => order(shopper, cart));
    await joinLines();

    const codes = Map.groupBy(replies, ({ status, code }) => `${status} ${code}`);
    const success = codes.get("200 null")?.length ?? 0;
    const refused = codes.get("409 out_of_stock")?.length ?? 0;
    expect(success + refused).toBe(attempts);
    const result = await sold(chair);
    expect(result).toEqual({ reserved: stock, units: BigInt(stock), orders: BigInt(success) });
    const pairs = await shop.database.one<{ pairs: bigint }>(sql`
      select count(*) as pairs from (
        select from orders.line where variant_id = ${chair} group by order_id having count(*) = 2) pair`);
    expect(pairs.pairs).toBeGreaterThan(0n);
    await expectClean();
  }, 300_000);

  const oneLineEach = "line_cart_id_variant_id_key";

  /** No request makes a cart with two lines of one variant, so these are made where carts are kept. */
  async function splitIntoLines(carts: readonly FilledCart[]): Promise<void> {
    const ids = carts.map(({ cartId }) => present(parseTypeId("cart", cartId), "a cart's id"));
    const { pool } = shop.database;
    await pool.query(`alter table cart.line drop constraint ${oneLineEach}`);
    await pool.query(
      `with halved as (
         update cart.line set quantity = 1 where cart_id = any($1::uuid[])
         returning cart_id, variant_id, price_seen_minor, added_at)
       insert into cart.line (id, cart_id, variant_id, quantity, price_seen_minor, added_at)
       select gen_random_uuid(), cart_id, variant_id, 1, price_seen_minor, added_at from halved`,
      [ids],
    );
  }

  async function joinLines(): Promise<void> {
    await shop.database.pool.query(
      `delete from cart.line l using cart.line twin
       where twin.cart_id = l.cart_id and twin.variant_id = l.variant_id and twin.id < l.id`,
    );
    await shop.database.pool.query(
      `alter table cart.line add constraint ${oneLineEach} unique (cart_id, variant_id)`,
    );
  }

  test("five hot things in any order of lines make nobody fail and nobody wait in a circle", async () => {
    const things = await Promise.all(
      Array.from({ length: 5 }, () => goods(shop, { stock: 100_000, price: 1000 })),
    );
    const until = Date.now() + (long ? 60_000 : 10_000);
    const statuses = new Map<number, number>();
    await manyAtOnce(Array.from({ length: connections }), connections, async () => {
      while (Date.now() < until) {
        const lines = things
          .toSorted(() => Math.random() - 0.5)
          .slice(0, 2 + Math.floor(Math.random() * 4))
          .map((id) => [id, 1] as const);
        const { status } = await order(shopper, await fillCart(shopper, { lines }));
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    });
    expect([...statuses.keys()]).toEqual([200]);
    const { deadlocks } = await shop.database.one<{ deadlocks: bigint }>(sql`
      select deadlocks from pg_stat_database where datname = current_database()`);
    expect(deadlocks).toBe(0n);
    await expectClean();
  }, 180_000);
});

describe("one payment", () => {
  test("the same key fifty times is one order and one charge", async () => {
    const lamp = await goods(shop, { stock: 100, price: 4900 });
    const cart = await fillCart(shopper, {
      lines: [[lamp, 1]],
      method: "test-card",
      token: "tok_approved",
    });
    const replies = await manyAtOnce(Array.from({ length: 50 }), 50, () => order(shopper, cart));
    expect(new Set(replies.map(({ code }) => code))).toContain(null);
    for (const { code } of replies) expect([null, "in_flight"]).toContain(code);
    const last = await order(shopper, cart);
    const numbers = replies
      .filter(({ code }) => code === null)
      .map(({ body }) => body.order.number);
    expect(new Set([...numbers, last.body.order.number]).size).toBe(1);
    expect(await sold(lamp)).toMatchObject({ orders: 1n, reserved: 1 });
    expect(await chargesOf(last.body.order.id)).toEqual([1]);
    await expectClean();
  });

  test("webhook, return and sweeper at once settle it once", async () => {
    const vase = await goods(shop, { stock: 100, price: 7900 });
    await manyAtOnce(Array.from({ length: 8 }), 8, async () => {
      const cart = await fillCart(shopper, { lines: [[vase, 1]], method: "test-card" });
      const { body } = await order(shopper, cart);
      const page = present(body.payment.action, "the payment page").url;
      await payOnPage(page);
      const params = { secret: body.order.linkSecret };
      const sweep = shop.database.run(sql`
        with due as (update payments.attempt set check_at = now()
                     where order_id = ${uuidOf("order", body.order.id)} and check_at is not null)
        insert into platform.job (id, name, payload, run_at, created_at)
        values (gen_random_uuid(), 'payments.sweep', '{}', now(), now())`);
      const returns = Array.from({ length: 6 }, () => shopper.send(returnFromPayment, { params }));
      await sweep;
      for (const { status } of await Promise.all(returns)) expect(status).toBe(200);
      await followersDone(shop.database);
      const desk = await deskOrder(staff, body.order.id);
      expect(desk.money.captured.minor).toBe(cart.totalMinor.toString());
      expect(desk.attempts.flatMap((each) => each.operations)).toHaveLength(1);
      const kinds = desk.timeline.map(({ kind }) => kind);
      for (const kind of ["placed", "captured"]) {
        expect([kind, kinds.filter((each) => each === kind).length]).toEqual([kind, 1]);
      }
      expect(await chargesOf(body.order.id)).toEqual([1]);
    });
    const webhooks = await shop.database.one<{ count: bigint }>(sql`
      select count(*) from payments.webhook where outcome = 'settled'`);
    expect(webhooks.count).toBeGreaterThan(8n);
    await expectClean();
  });

  async function payOnPage(page: string): Promise<void> {
    const card = { number: "4242 4242 4242 4242", expiry: "12/34", cvc: "123", name: "Ada" };
    const body = new URLSearchParams(card);
    const answer = await fetch(page, { method: "POST", body, redirect: "manual" });
    expect(answer.status).toBe(303);
  }
});

describe("at the desk and in the warehouse", () => {
  test("invoice numbers have no gap when forty parcels leave at once, each asked for twice", async () => {
    const bowl = await goods(shop, { stock: 100, price: 2900 });
    const before = await invoiceNumbers();
    const orders = await manyAtOnce(Array.from({ length: 40 }), 8, () =>
      placed("cash-on-delivery", bowl),
    );
    const works = await manyAtOnce(orders, 8, (id) => workFor(staff, id));
    const parcels = works.map(parcelOf);
    await manyAtOnce([...parcels, ...parcels], connections, async (parcel) => {
      const { code } = await staff.send(shipParcel, parcel);
      expect([null, "in_flight"]).toContain(code);
    });
    const after = await invoiceNumbers();
    const expected = Array.from({ length: before.length + 40 }, (_, index) => BigInt(index + 1));
    expect(after).toEqual(expected);
    await expectClean();
  });

  async function invoiceNumbers(): Promise<bigint[]> {
    const rows = await shop.database.all<{ number: bigint }>(sql`
      select number from invoicing.document where kind = 'invoice' order by number`);
    return rows.map(({ number }) => number);
  }

  test("two who refund everything at once give it back once", async () => {
    const clock = await goods(shop, { stock: 100, price: 9900 });
    await manyAtOnce(Array.from({ length: 6 }), 6, async () => {
      const orderId = await placed("test-card", clock);
      const shipped = await staff.send(shipParcel, parcelOf(await workFor(staff, orderId)));
      expect(shipped.status).toBe(200);
      const replies = await Promise.all(
        Array.from({ length: 4 }, () =>
          staff.send(refundOrder, {
            params: { orderId },
            body: { reason: "broken on arrival" },
            idempotencyKey: randomUUID(),
          }),
        ),
      );
      expect(replies.map(({ status }) => status).toSorted(ascending)).toEqual([200, 409, 409, 409]);
      await followersDone(shop.database);
      const { money, refunds } = await deskOrder(staff, orderId);
      expect(money.refunded).toEqual(money.total);
      expect(refunds).toHaveLength(1);
      expect(await refundedAtGateway(orderId)).toBe(money.total.minor);
    });
    await expectClean();
  });

  async function refundedAtGateway(orderId: string): Promise<string> {
    const row = await shop.database.one<{ ref: string }>(sql`
      select provider_ref as ref from payments.attempt where order_id = ${uuidOf("order", orderId)}`);
    const { body } = await shop.processes.gateway.call("GET", `/v1/payments/${row.ref}`);
    return body["refunded_amount"] ?? "";
  }

  test("of a cancellation and a parcel at once one wins, and stock and money follow it", async () => {
    const rug = await goods(shop, { stock: 100, price: 12_900 });
    const outcomes = await manyAtOnce(Array.from({ length: 12 }), 4, async (_, index) => {
      const orderId = await placed(index % 2 === 0 ? "cash-on-delivery" : "test-card", rug);
      const work = await workFor(staff, orderId);
      const cancelling = {
        params: { orderId },
        body: { reason: "changed their mind" },
        idempotencyKey: randomUUID(),
      };
      const [parcel, cancelled] = await Promise.all([
        staff.send(shipParcel, parcelOf(work)),
        staff.send(cancelOrder, cancelling),
      ]);
      expect([parcel.status, cancelled.status].toSorted(ascending)).toEqual([200, 409]);
      await followersDone(shop.database);
      const { status, money, fulfilmentStatus } = await deskOrder(staff, orderId);
      if (parcel.status === 200) expect(fulfilmentStatus).toBe("shipped");
      else expect([status, money.refunded]).toEqual(["cancelled", money.captured]);
      return parcel.status === 200;
    });
    const shipped = outcomes.filter(Boolean).length;
    const row = await shop.database.one(sql`
      select sum(on_hand)::integer as on_hand, sum(reserved)::integer as reserved
      from inventory.stock where variant_id = ${rug} and warehouse`);
    expect(row).toEqual({ on_hand: 100 - shipped, reserved: 0 });
    await expectClean();
  });
});
