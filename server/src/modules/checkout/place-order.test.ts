import { describe, expect, test } from "vitest";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { parseTypeId, typeId } from "../../kernel/type-id.ts";
import { runAudit } from "../../platform/audit.ts";
import type { Principal } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { addCartLine, changeCartDetails, createCart, getCart } from "../cart/contract.ts";
import { checks as stockChecks } from "../inventory/audit.ts";
import { checks } from "../orders/audit.ts";
import { getAccountOrder, getOrderByLink, listAccountOrders } from "../orders/contract.ts";
import { cancelOverdue } from "./cancel-overdue.ts";
import { copyOrderToCart, payOrderAgain } from "./contract.ts";
import { berlin, goods, place, readyCart, refusalOf, stockedShop, wanted } from "./examples.ts";

const shop = await stockedShop({ poolSize: 30 });

async function availableOf(variantId: Uuid): Promise<number> {
  const row = await shop.database.one<{ available: bigint }>(
    sql`select available from inventory.availability where variant_id = ${variantId}`,
  );
  return Number(row.available);
}

async function ordersOf(cartId: string): Promise<number> {
  const uuid = parseTypeId("cart", cartId);
  return (await shop.database.all(sql`select id from orders.order where cart_id = ${uuid}`)).length;
}

const orderIdOf = (id: string): Uuid => parseTypeId("order", id) ?? "";

async function expectSound(): Promise<void> {
  const results = await runAudit(shop.database, [...checks, ...stockChecks]);
  expect(results.filter(({ offences }) => offences.length > 0)).toEqual([]);
}

describe("placing an order", () => {
  test("copies the cart, reserves the goods and tells where to follow it", async () => {
    const chair = await goods(shop, { title: "Chair", price: 14_900, stock: 5 });
    const cart = await readyCart(shop, [wanted(chair, 2)]);
    const placed = await place(shop, cart);
    expect(placed.order.number).toMatch(/^SO-1\d{4}$/);
    expect(placed).toMatchObject({
      order: { status: "placed", total: { minor: "29800", currency: "EUR" } },
      payment: { method: "cash-on-delivery", state: "offline", action: null, failure: null },
    });
    expect(placed.order.statusLink).toBe(`/order/${placed.order.linkSecret}`);
    const params = { secret: placed.order.linkSecret };
    const order = await shop.call(getOrderByLink, { params });
    expect(order).toMatchObject({
      number: placed.order.number,
      paymentStatus: "authorised",
      fulfilmentStatus: "unshipped",
      email: cart.email,
      shippingAddress: berlin,
      billingAddress: berlin,
      lines: [
        { kind: "item", title: "Chair", quantity: 2, tax: { minor: "4758", currency: "EUR" } },
        { kind: "delivery", quantity: 1, total: { minor: "0", currency: "EUR" } },
      ],
      taxLines: [{ rate: "19", jurisdiction: "DE", tax: { minor: "4758", currency: "EUR" } }],
    });
    expect(order.timeline.map(({ kind }) => kind)).toContain("placed");
    expect(await availableOf(chair)).toBe(3);
    const after = await shop.call(getCart, { params: { id: cart.id } });
    expect(after.ordered).toBe(true);
    const add = shop.call(addCartLine, { params: { id: cart.id }, body: wanted(chair) });
    expect((await refusalOf(add)).code).toBe("cart_ordered");
    await expectSound();
  });

  test("is caught by the audit when goods that were promised are promised no more", async () => {
    const chair = await goods(shop, { stock: 5 });
    await place(shop, await readyCart(shop, [wanted(chair, 2)]));
    await expectSound();
    const undo = new Error("undo");
    const harmed = shop.edge().transaction(async ({ db }) => {
      await db.run(sql`delete from inventory.reservation where variant_id = ${chair}`);
      const results = await runAudit(db, checks);
      expect(results.filter(({ offences }) => offences.length > 0).map(({ id }) => id)).toEqual([
        "I9-goods",
      ]);
      throw undo;
    });
    await expect(harmed).rejects.toBe(undo);
  });

  test("takes all details with it, so that two calls are enough", async () => {
    const lamp = await goods(shop);
    const cart = await shop.call(createCart, { body: { lines: [wanted(lamp)] } });
    const parcel = cart.deliveryChoices.find(({ kind }) => kind === "shipping");
    const placed = await place(shop, cart, {
      email: "Ada@Example.com",
      shippingAddress: berlin,
      deliveryOptionId: parcel?.id ?? "",
      paymentMethod: "bank-transfer",
    });
    const order = await shop.call(getOrderByLink, { params: { secret: placed.order.linkSecret } });
    expect(order).toMatchObject({
      email: "ada@example.com",
      status: "placed",
      paymentStatus: "unpaid",
      paymentMethod: "bank-transfer",
    });
    expect(order.payBy).not.toBeNull();
    await expectSound();
  });

  test("gives the same order for the same key, and for the same cart with another key", async () => {
    const mug = await goods(shop, { stock: 100 });
    const cart = await readyCart(shop, [wanted(mug)]);
    const first = await place(shop, cart, { key: "once" });
    expect(await place(shop, cart, { key: "once" })).toEqual(first);
    expect(await place(shop, cart, { key: "twice" })).toEqual(first);
    expect(await availableOf(mug)).toBe(99);
    const reused = place(shop, await readyCart(shop, [wanted(mug)]), { key: "once" });
    expect((await refusalOf(reused)).code).toBe("idempotency_key_reused");
  });

  test("makes one order of fifty requests at once, whatever their keys", async () => {
    const mug = await goods(shop, { stock: 100 });
    for (const keyOf of [() => "the-same", () => newId()]) {
      const cart = await readyCart(shop, [wanted(mug)]);
      const tries = Array.from({ length: 50 }, () => place(shop, cart, { key: keyOf() }));
      const outcomes = await Promise.allSettled(tries);
      const numbers = outcomes.flatMap((each) =>
        each.status === "fulfilled" ? [each.value.order.number] : [],
      );
      expect(numbers.length).toBeGreaterThan(0);
      expect(new Set(numbers).size).toBe(1);
      for (const each of outcomes) {
        if (each.status === "rejected") {
          expect((each.reason as { kind: { code: string } }).kind.code).toBe("in_flight");
        }
      }
      expect(await ordersOf(cart.id)).toBe(1);
    }
    expect(await availableOf(mug)).toBe(98);
    await expectSound();
  });

  test("refuses another total than the one agreed to, and changes nothing", async () => {
    const vase = await goods(shop, { price: 2_000 });
    const cart = await readyCart(shop, [wanted(vase)]);
    await shop.database.run(
      sql`update pricing.price set amount_minor = 2500 where variant_id = ${vase}`,
    );
    const { code, details } = await refusalOf(place(shop, cart));
    expect(code).toBe("price_changed");
    expect(details).toMatchObject({
      expected: { minor: "2490" },
      actual: { minor: "2990" },
      cart: { id: cart.id, version: cart.version, ordered: false },
    });
    expect(await ordersOf(cart.id)).toBe(0);
    const again = await shop.call(getCart, { params: { id: cart.id } });
    expect((await place(shop, again)).order.total.minor).toBe("2990");
  });

  test("refuses a cart that was changed elsewhere, when the shopper says which they saw", async () => {
    const vase = await goods(shop, { price: 2_000 });
    const cart = await readyCart(shop, [wanted(vase)]);
    await shop.call(changeCartDetails, { params: { id: cart.id }, body: { note: "Other tab" } });
    const { code } = await refusalOf(place(shop, cart, { cartVersion: cart.version }));
    expect(code).toBe("cart_changed");
    expect((await place(shop, cart)).order.status).toBe("placed");
  });

  test("lists all that is missing, with the codes of the cart", async () => {
    const vase = await goods(shop);
    const cart = await shop.call(createCart, { body: { lines: [wanted(vase)] } });
    const { code, details } = await refusalOf(place(shop, cart));
    expect(code).toBe("requirements_open");
    expect(details).toEqual({ requirements: cart.requirements });
    expect(await ordersOf(cart.id)).toBe(0);
  });

  test("says which goods are short and what is left of them", async () => {
    const lamp = await goods(shop, { stock: 2 });
    const cart = await readyCart(shop, [wanted(lamp, 2)]);
    await place(shop, await readyCart(shop, [wanted(lamp, 1)]));
    const { code, details } = await refusalOf(place(shop, cart));
    expect(code).toBe("out_of_stock");
    expect(details).toMatchObject({
      lines: [{ variantId: typeId("variant", lamp), wanted: 2, available: 1 }],
    });
  });

  test("sells the last units once, however many want them", async () => {
    const last = await goods(shop, { stock: 7 });
    const carts = await Promise.all(
      Array.from({ length: 20 }, () => readyCart(shop, [wanted(last)])),
    );
    const outcomes = await Promise.allSettled(carts.map((cart) => place(shop, cart)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(7);
    for (const each of outcomes) {
      if (each.status === "rejected") {
        expect((each.reason as { kind: { code: string } }).kind.code).toBe("out_of_stock");
      }
    }
    expect(await availableOf(last)).toBe(0);
    await expectSound();
  });

  test("orders from the supplier what the shelf does not have", async () => {
    const desk = await goods(shop, { stock: 1, policy: "order_from_supplier", days: 14 });
    const placed = await place(shop, await readyCart(shop, [wanted(desk, 3)]));
    const requests = await shop.database.all<{ quantity: bigint; needed_by: string }>(sql`
      select quantity, needed_by from purchasing.purchase_request
      where order_id = ${orderIdOf(placed.order.id)}`);
    const order = await shop.call(getOrderByLink, { params: { secret: placed.order.linkSecret } });
    expect(requests).toEqual([{ quantity: 2n, needed_by: order.lines[0]?.promisedBy }]);
    await expectSound();
  });

  test("charges the fee for cash as a line with its tax", async () => {
    await shop.database.run(sql`
      update settings.setting set value = jsonb_set(value, '{fees}', '[{"minor":"595","currency":"EUR"}]')
      where name = 'cash-on-delivery'`);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const cart = await readyCart(shop, [wanted(await goods(shop, { price: 20_000 }))]);
    const placed = await place(shop, cart);
    const order = await shop.call(getOrderByLink, { params: { secret: placed.order.linkSecret } });
    expect(order.lines.find(({ kind }) => kind === "payment_fee")).toMatchObject({
      total: { minor: "595" },
      tax: { minor: "95" },
    });
    expect(order.total.minor).toBe("20595");
    await shop.database.run(sql`
      update settings.setting set value = jsonb_set(value, '{fees}', '[]') where name = 'cash-on-delivery'`);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await expectSound();
  });

  test("keeps HTML in every text as text", async () => {
    const nasty = `<img src=x onerror=alert(1)>"'&`;
    const cart = await readyCart(shop, [wanted(await goods(shop, { title: nasty }))]);
    const address = { ...berlin, name: nasty, company: nasty, line1: nasty, line2: nasty };
    const placed = await place(shop, cart, { note: nasty, shippingAddress: address });
    const order = await shop.call(getOrderByLink, { params: { secret: placed.order.linkSecret } });
    expect(order).toMatchObject({ note: nasty, shippingAddress: address });
    expect(order.lines[0]?.title).toBe(nasty);
  });

  test("stays within fifteen round trips for cash on delivery, with one line and with thirty", async () => {
    const things = await Promise.all(
      Array.from({ length: 30 }, () => goods(shop, { price: 1_000 })),
    );
    for (const count of [1, 30]) {
      const lines = things.slice(0, count).map((each) => wanted(each));
      const cart = await readyCart(shop, lines);
      const texts = await shop.roundTrips(() => place(shop, cart));
      expect(texts.length).toBeLessThanOrEqual(15);
    }
  });
});

describe("a customer who orders", () => {
  test("finds the order in the account, and nobody else does", async () => {
    const customer = async (): Promise<Principal> => {
      const id = newId();
      await shop.database.run(sql`
        insert into customers.customer (id, email, name, created_at)
        values (${id}, ${`${id}@example.com`}, 'Cora', now())`);
      return { kind: "customer", customerId: id, name: "Cora" };
    };
    const [cora, carl] = [await customer(), await customer()];
    const cup = await goods(shop);
    const placed = [];
    for (let index = 0; index < 3; index += 1) {
      const cart = await readyCart(shop, [wanted(cup)], cora);
      placed.push((await place(shop, cart, {}, cora)).order);
    }
    const { orders, next } = await shop.call(listAccountOrders, { query: { limit: 2 } }, cora);
    const rest = await shop.call(listAccountOrders, { query: { after: next ?? "" } }, cora);
    expect([...orders, ...rest.orders].map(({ number }) => number)).toEqual(
      placed.map(({ number }) => number).toReversed(),
    );
    expect(rest.next).toBeNull();
    const params = { id: placed[0]?.id ?? "" };
    const own = await shop.call(getAccountOrder, { params }, cora);
    expect(own.linkSecret).toBe(placed[0]?.linkSecret);
    expect((await refusalOf(shop.call(getAccountOrder, { params }, carl))).code).toBe("not_found");
    expect(await shop.call(listAccountOrders, {}, carl)).toEqual({ orders: [], next: null });
  });
});

describe("an order that is not paid in time", () => {
  async function anUnpaidOrder(thing: Uuid) {
    const cart = await readyCart(shop, [wanted(thing)]);
    return place(shop, cart, { paymentMethod: "bank-transfer" });
  }

  test("is cancelled when its day is over, and gives its goods back", async () => {
    const cup = await goods(shop, { stock: 1 });
    const { order } = await anUnpaidOrder(cup);
    const id = orderIdOf(order.id);
    await shop.edge().transaction((ctx) => cancelOverdue(ctx, id));
    expect(await availableOf(cup)).toBe(0);
    await shop.database.run(
      sql`update orders.order set pay_by = now() - interval '1 minute' where id = ${id}`,
    );
    await shop.edge().transaction((ctx) => cancelOverdue(ctx, id));
    await shop.edge().transaction((ctx) => cancelOverdue(ctx, id));
    const view = await shop.call(getOrderByLink, { params: { secret: order.linkSecret } });
    expect(view).toMatchObject({ status: "cancelled", cancelReason: "not_paid_in_time" });
    expect(view.timeline.filter(({ kind }) => kind === "cancelled")).toHaveLength(1);
    expect(await availableOf(cup)).toBe(1);
    await expectSound();
    const params = { secret: order.linkSecret };
    const pay = shop.call(payOrderAgain, {
      params,
      body: { method: "cash-on-delivery" },
      idempotencyKey: newId(),
    });
    expect((await refusalOf(pay)).code).toBe("order_not_in_state");
  });

  test("can be put into a new cart at today's prices, without what is gone", async () => {
    const [cup, gone] = [await goods(shop), await goods(shop, { title: "Gone" })];
    const cart = await readyCart(shop, [wanted(cup, 3), wanted(gone)]);
    const { order } = await place(shop, cart);
    await shop.database.run(sql`update catalog.variant set active = false where id = ${gone}`);
    const params = { secret: order.linkSecret };
    const copy = await shop.call(copyOrderToCart, { params, idempotencyKey: newId() });
    expect(copy.id).not.toBe(cart.id);
    expect(copy.lines).toMatchObject([{ variantId: typeId("variant", cup), quantity: 3 }]);
    expect(copy.changes).toEqual([{ kind: "line_dropped", title: "Gone" }]);
    expect(copy).toMatchObject({ email: cart.email, shippingAddress: berlin, ordered: false });
  });
});
