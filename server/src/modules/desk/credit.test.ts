import { describe, expect, test } from "vitest";
import { refusalOf } from "../checkout/examples.ts";
import * as cart from "../cart/contract.ts";
import { goods, place, readyCart, wanted } from "../checkout/examples.ts";
import { cancelOverdue } from "../checkout/cancel-overdue.ts";
import { payOrderAgain } from "../checkout/contract.ts";
import * as credit from "../credit/contract.ts";
import { newId } from "../../kernel/ids.ts";
import { parseTypeId } from "../../kernel/type-id.ts";
import type { Principal } from "../../platform/context.ts";
import { readPayment } from "../payments/contract.ts";
import {
  cancelOrder,
  checkOrderPayment,
  collectCash,
  markOrderPaid,
  refundOrder,
} from "./contract.ts";
import { deskShop } from "./testing.ts";

const shop = await deskShop();
await shop.query(`update settings.setting set value = '{"enabled": true, "captureMoment": "at_shipping"}'
                  where name = 'test-card'`);
shop.database.memory.held.clear();
const euros = (minor: number) => ({ minor: String(minor), currency: "EUR" }) as const;

let address = 0;
/** A caller from an address of their own: tries of codes are counted by it. */
const elsewhere = () => ({
  clientAddress: `10.0.${Math.floor(address / 250)}.${(address += 1) % 250}`,
});

async function card(minor: number) {
  const { id } = await shop.asStaff(credit.issueGiftCard, {
    body: { amount: euros(minor), reason: "for the test" },
  });
  const { code } = await shop.asStaff(credit.showGiftCardCode, { params: { id } });
  return { id, code };
}

const balanceOf = async (id: string) =>
  (await shop.asStaff(credit.getGiftCard, { params: { id } })).balance.minor;

/** A cart of one thing for 99.99, delivery included in what it comes to, with these codes entered. */
async function cartWith(codes: readonly string[], price = 10_000, as?: Principal) {
  const made = await readyCart(shop, [wanted(await goods(shop, { price, stock: 60 }), 2)], as);
  for (const code of codes) {
    await shop.call(cart.addGiftCard, { params: { id: made.id }, body: { code } }, as, elsewhere());
  }
  return shop.call(cart.getCart, { params: { id: made.id } }, as);
}

const moneyOf = async (id: string) => {
  const { paymentStatus, money, status } = await shop.read(id);
  return { status, paymentStatus, captured: money.captured.minor, refunded: money.refunded.minor };
};

describe("an order paid with gift cards", () => {
  test("that cover all of it needs no way to pay, and goes back to them when it is cancelled", async () => {
    const [first, second] = [await card(15_000), await card(10_000)];
    const ready = await cartWith([first.code, second.code.toLowerCase().replaceAll("-", " ")]);
    expect(ready.totals).toMatchObject({ total: { minor: "20000" }, due: { minor: "0" } });
    expect(ready.credits.map(({ used }) => used.minor)).toEqual(["15000", "5000"]);
    const { order, payment } = await place(shop, ready);
    expect(payment).toMatchObject({ method: "none", state: "authorised" });
    await shop.drainJobs();
    expect(await moneyOf(order.id)).toMatchObject({ status: "placed", captured: "20000" });
    expect([await balanceOf(first.id), await balanceOf(second.id)]).toEqual(["0", "5000"]);
    await shop.expectClean();
    const body = { reason: "changed their mind" };
    await shop.asStaff(cancelOrder, { params: { orderId: order.id }, body });
    await shop.drainJobs();
    expect(await moneyOf(order.id)).toMatchObject({ status: "cancelled", refunded: "20000" });
    expect([await balanceOf(first.id), await balanceOf(second.id)]).toEqual(["15000", "10000"]);
    await shop.expectClean();
  });

  test("and by card: the gift card is used up first, parcel by parcel, and refunds go to the card first", async () => {
    const { id, code } = await card(5_000);
    const ready = await cartWith([code]);
    expect(ready.totals.due.minor).toBe("15000");
    const { order } = await place(shop, ready, {
      paymentMethod: "test-card",
      paymentToken: "tok_approved",
    });
    await shop.drainJobs();
    expect(await moneyOf(order.id)).toMatchObject({ status: "placed", captured: "5000" });
    await shop.ship(order.id, { line: 0, quantity: 1 });
    expect(await moneyOf(order.id)).toMatchObject({ captured: "10000" });
    await shop.ship(order.id);
    expect(await moneyOf(order.id)).toMatchObject({ status: "completed", captured: "20000" });
    await shop.expectClean();
    const params = { orderId: order.id };
    await shop.asStaff(refundOrder, { params, body: { amount: euros(16_000), reason: "late" } });
    await shop.drainJobs();
    expect(await balanceOf(id)).toBe("1000");
    expect(await moneyOf(order.id)).toMatchObject({ refunded: "16000" });
    await shop.expectClean();
  });

  test("and by card: a refund that the card declines is what the gift card got, and the rest can be given back anew", async () => {
    const { id, code } = await card(5_000);
    const { order } = await place(shop, await cartWith([code]), {
      paymentMethod: "test-card",
      paymentToken: "tok_refund_declined",
    });
    await shop.drainJobs();
    await shop.ship(order.id);
    await shop.drainJobs();
    const params = { orderId: order.id };
    const refund = (more: { amount?: ReturnType<typeof euros>; to?: "gift_card" }) =>
      shop.asStaff(refundOrder, { params, body: { reason: "late", ...more } });
    await refund({});
    await shop.drainJobs();
    expect(await balanceOf(id)).toBe("5000");
    const { refunds, documents, money } = await shop.read(order.id);
    expect(refunds).toMatchObject([{ state: "succeeded", amount: { minor: "5000" } }]);
    expect(documents.map((each) => each.gross.minor.replace("-", ""))).toEqual(["20000", "5000"]);
    expect(money).toMatchObject({ refunded: { minor: "5000" }, refundable: { minor: "15000" } });
    await shop.expectClean();
    expect((await refusalOf(refund({ amount: euros(15_001) }))).code).toBe("line_refund_too_much");
    await refund({ to: "gift_card" });
    await shop.drainJobs();
    expect(await moneyOf(order.id)).toMatchObject({ paymentStatus: "refunded", refunded: "20000" });
    await shop.expectClean();
  });

  test("and by card: what a cancellation owes is sent again without what went back already", async () => {
    const { id, code } = await card(5_000);
    await shop.query(`update settings.setting set value = '{"enabled": true, "captureMoment": "at_order"}'
                      where name = 'test-card'`);
    shop.database.memory.held.clear();
    const { order } = await place(shop, await cartWith([code]), {
      paymentMethod: "test-card",
      paymentToken: "tok_refund_declined",
    });
    await shop.query(`update settings.setting set value = '{"enabled": true, "captureMoment": "at_shipping"}'
                      where name = 'test-card'`);
    shop.database.memory.held.clear();
    await shop.drainJobs();
    const params = { orderId: order.id };
    await shop.asStaff(cancelOrder, { params, body: { reason: "gone" } });
    await shop.drainJobs();
    expect(await balanceOf(id)).toBe("5000");
    await shop.asStaff(checkOrderPayment, { params });
    await shop.drainJobs();
    const { refunds, money } = await shop.read(order.id);
    expect(refunds.map((each) => [each.amount.minor, each.state])).toEqual([
      ["5000", "succeeded"],
      ["15000", "failed"],
    ]);
    expect(money.refunded.minor).toBe("5000");
    await shop.expectClean();
  });

  test("and by card that is declined: the gift card stays promised, pays with another try, or is let go of", async () => {
    const { id, code } = await card(5_000);
    const declined = { paymentMethod: "test-card", paymentToken: "tok_declined" } as const;
    const { order, payment } = await place(shop, await cartWith([code]), declined);
    expect(payment.state).toBe("failed");
    const held = await shop.asStaff(credit.getGiftCard, { params: { id } });
    expect([held.balance.minor, held.held.minor]).toEqual(["5000", "5000"]);
    await shop.expectClean();
    const params = { secret: order.linkSecret };
    const paid = await shop.call(payOrderAgain, {
      params,
      body: { method: "test-card", paymentToken: "tok_approved" },
      idempotencyKey: newId(),
    });
    expect(paid.order.status).toBe("placed");
    await shop.drainJobs();
    expect(await balanceOf(id)).toBe("0");
    const seen = await shop.call(readPayment, { params });
    expect(seen.credits).toEqual([
      { kind: "gift_card", codeEnd: code.slice(-4), amount: euros(5_000) },
    ]);
    await shop.expectClean();

    const other = await card(5_000);
    const lapsing = await place(shop, await cartWith([other.code]), declined);
    const orderId = parseTypeId("order", lapsing.order.id) ?? "";
    await shop.query("update orders.order set pay_by = now() - interval '1 minute' where id = $1", [
      orderId,
    ]);
    await shop.edge().transaction((ctx) => cancelOverdue(ctx, orderId));
    await shop.drainJobs();
    const free = await shop.asStaff(credit.getGiftCard, { params: { id: other.id } });
    expect([free.balance.minor, free.held.minor]).toEqual(["5000", "0"]);
    expect(free.movements.map(({ kind }) => kind)).toEqual(["released", "held", "issued"]);
    await shop.expectClean();
  });

  test("and the rest in cash: the carrier collects only what is left", async () => {
    const { id, code } = await card(15_000);
    const { order } = await place(shop, await cartWith([code]));
    await shop.drainJobs();
    await shop.ship(order.id, { line: 0, quantity: 1 });
    await shop.expectClean();
    const params = { orderId: order.id };
    const early = shop.asStaff(collectCash, { params, body: {} });
    expect((await refusalOf(early)).code).toBe("nothing_to_collect");
    await shop.ship(order.id);
    await shop.asStaff(collectCash, { params, body: {} });
    expect(await moneyOf(order.id)).toMatchObject({ status: "completed", captured: "20000" });
    expect(await balanceOf(id)).toBe("0");
    await shop.expectClean();
  });

  test("and the rest by transfer: the goods wait for it; what was cancelled comes back", async () => {
    const { id, code } = await card(15_000);
    const { order } = await place(shop, await cartWith([code]), { paymentMethod: "bank-transfer" });
    await shop.drainJobs();
    const before = await shop.read(order.id);
    expect(before).toMatchObject({ paymentStatus: "partly_paid", fulfilmentOrders: [] });
    const params = { orderId: order.id };
    const [line] = before.lines;
    const lines = [{ orderLineId: line?.id ?? "", quantity: 1 }];
    await shop.asStaff(cancelOrder, { params, body: { lines, reason: "one is enough" } });
    await shop.drainJobs();
    expect(await balanceOf(id)).toBe("5000");
    expect((await shop.read(order.id)).fulfilmentOrders).toHaveLength(1);
    await shop.expectClean();
    const again = await place(shop, await cartWith([code]), { paymentMethod: "bank-transfer" });
    await shop.asStaff(markOrderPaid, { params: { orderId: again.order.id }, body: {} });
    await shop.drainJobs();
    expect(await moneyOf(again.order.id)).toMatchObject({
      paymentStatus: "paid",
      captured: "20000",
    });
    await shop.expectClean();
  });
});

test("a refund goes to store credit or to a new gift card when staff say so, and is spent when signed in", async () => {
  const id = newId();
  await shop.query(
    `insert into customers.customer (id, email, name, created_at) values ($1, $2, 'Cora', now())`,
    [id, `${id}@example.com`],
  );
  const cora: Principal = { kind: "customer", customerId: id, name: "Cora" };
  const first = await place(shop, await cartWith([], 10_000, cora), {}, cora);
  await shop.drainJobs();
  const params = { orderId: first.order.id };
  await shop.ship(first.order.id);
  await shop.asStaff(collectCash, { params, body: {} });
  const refund = (to: "store_credit" | "gift_card", minor: number) =>
    shop.asStaff(refundOrder, { params, body: { amount: euros(minor), reason: "late", to } });
  await refund("store_credit", 6_000);
  await refund("gift_card", 4_000);
  await shop.drainJobs();
  expect(await moneyOf(first.order.id)).toMatchObject({ refunded: "10000" });
  const { items } = await shop.asStaff(credit.listGiftCards, { query: { limit: 1 } });
  expect(items[0]).toMatchObject({ source: "refund", balance: euros(4_000) });
  await shop.expectClean();

  const ready = await cartWith([], 10_000, cora);
  expect(ready.credits).toMatchObject([{ kind: "store_credit", used: euros(6_000) }]);
  const kept = await shop.call(
    cart.chooseStoreCredit,
    { params: { id: ready.id }, body: { use: false } },
    cora,
  );
  expect(kept.totals.due.minor).toBe("20000");
  // Who is not signed in neither sees nor spends it.
  const use = { params: { id: ready.id }, body: { use: true } };
  expect((await shop.call(cart.chooseStoreCredit, use, cora)).totals.due.minor).toBe("14000");
  const second = await place(shop, ready, {}, cora);
  await shop.drainJobs();
  expect(await moneyOf(second.order.id)).toMatchObject({ captured: "6000" });
  expect(await shop.call(credit.getOwnCredit, {}, cora)).toMatchObject([{ available: euros(0) }]);
  await shop.expectClean();
});

test("a gift card in the cart is taken out again, pays in its own currency only, and is not taken twice", async () => {
  const { code } = await card(2_000);
  const ready = await cartWith([code, code]);
  expect(ready.credits).toHaveLength(1);
  const params = { id: ready.id };
  const moved = await shop.call(cart.chooseCartMarket, { params, body: { market: "us" } });
  expect(moved.credits).toMatchObject([{ problem: "other_currency", used: { minor: "0" } }]);
  const cardId = ready.credits[0]?.id ?? "";
  const without = await shop.call(cart.removeGiftCard, { params: { ...params, cardId } });
  expect(without.credits).toEqual([]);
  const wrong = shop.call(
    cart.addGiftCard,
    { params, body: { code: "ABCD-EFGH-JKMN-PQRS" } },
    undefined,
    elsewhere(),
  );
  expect((await refusalOf(wrong)).code).toBe("gift_card_unknown");
});

test("fifty orders at once never spend more of a gift card than is on it", async () => {
  const { id, code } = await card(31_500);
  const thing = await goods(shop, { price: 10_000, stock: 60 });

  const carts = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const made = await readyCart(shop, [wanted(thing)]);
      const params = { id: made.id };
      return shop.call(cart.addGiftCard, { params, body: { code } }, undefined, elsewhere());
    }),
  );
  const tries = await Promise.allSettled(
    carts.map((each) => place(shop, each, { expectedDue: each.totals.due })),
  );
  const refusals = tries.flatMap((each) =>
    each.status === "rejected" ? [(each.reason as { kind: { code: string } }).kind.code] : [],
  );
  expect(refusals).toEqual(Array(47).fill("credit_changed"));
  await shop.drainJobs();
  expect(await balanceOf(id)).toBe("1500");
  await shop.expectClean();
}, 60_000);
