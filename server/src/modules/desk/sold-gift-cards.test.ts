import { expect, test } from "vitest";
import { newId } from "../../kernel/ids.ts";
import * as cart from "../cart/contract.ts";
import { payOrderAgain } from "../checkout/contract.ts";
import { berlin, goods, place, readyCart, refusalOf, wanted } from "../checkout/examples.ts";
import * as credit from "../credit/contract.ts";
import { listMails } from "../notifications/contract.ts";
import { cancelOrder, markOrderPaid, refundOrder } from "./contract.ts";
import { deskShop } from "./testing.ts";

const shop = await deskShop();
await shop.query(`update settings.setting set value = '{"enabled": true, "captureMoment": "at_shipping"}'
                  where name = 'test-card'`);
shop.database.memory.held.clear();
const euros = (minor: number) => ({ minor: String(minor), currency: "EUR" }) as const;

const cardsOf = async (search: string) =>
  (await shop.asStaff(credit.listGiftCards, { query: { search } })).items;

test("a gift card alone needs no delivery, is mailed once it is paid, and bears no tax and no revenue", async () => {
  const voucher = await goods(shop, { price: 5_000, giftCard: true });
  const { id } = await shop.call(cart.createCart, { body: { lines: [wanted(voucher, 2)] } });
  const params = { id };
  const email = `${newId()}@example.com`;
  const body = { email, shippingAddress: berlin };
  const told = await shop.call(cart.changeCartDetails, { params, body });
  expect(told).toMatchObject({ needsDelivery: false, deliveryChoices: [] });
  const cash = told.paymentMethods.find(({ method }) => method === "cash-on-delivery");
  expect(cash).toMatchObject({ available: false, reason: "paid_first" });
  const { order } = await place(shop, told, { paymentMethod: "bank-transfer" });
  await shop.drainJobs();
  expect(await cardsOf(email)).toEqual([]);
  const before = await shop.read(order.id);
  expect(before.delivery.kind).toBe("email");
  expect(before.lines.map(({ kind, tax }) => [kind, tax.minor])).toEqual([["item", "0"]]);
  await shop.expectClean();
  await shop.asStaff(markOrderPaid, { params: { orderId: order.id }, body: {} });
  await shop.drainJobs();
  const after = await shop.read(order.id);
  expect(after).toMatchObject({ status: "completed", paymentStatus: "paid", fulfilmentOrders: [] });
  const cards = await cardsOf(email);
  expect(cards.map(({ source, balance }) => [source, balance.minor])).toEqual([
    ["sold", "5000"],
    ["sold", "5000"],
  ]);
  const { items: mails } = await shop.asStaff(listMails, { query: { kind: "gift_card" } });
  expect(mails.filter(({ recipient }) => recipient === email)).toHaveLength(2);
  await shop.expectClean();

  // One is spent in part: only the other is given back for money.
  const [first] = cards;
  await shop.asStaff(credit.adjustGiftCard, {
    params: { id: first?.id ?? "" },
    body: { amount: euros(-100), reason: "as if it were spent" },
  });
  const [line] = after.lines;
  const give = (quantity: number) =>
    shop.asStaff(refundOrder, {
      params: { orderId: order.id },
      body: { lines: [{ orderLineId: line?.id ?? "", quantity }], reason: "r", to: "store_credit" },
    });
  expect((await refusalOf(give(2))).code).toBe("gift_card_used");
  await give(1);
  await shop.drainJobs();
  const left = (await cardsOf(email)).map(({ balance }) => balance.minor);
  expect(left.sort()).toEqual(["0", "4900"]);
  await shop.expectClean();
});

test("a gift card among goods is paid at the order, mailed at once, and pays for no gift card", async () => {
  const things = [
    wanted(await goods(shop, { price: 5_000, giftCard: true })),
    wanted(await goods(shop, { price: 20_000, stock: 5 })),
  ];
  const made = await shop.asStaff(credit.issueGiftCard, {
    body: { amount: euros(50_000), reason: "for the test" },
  });
  const { code } = await shop.asStaff(credit.showGiftCardCode, { params: { id: made.id } });
  const { id, email } = await readyCart(shop, things);
  const ready = await shop.call(cart.addGiftCard, { params: { id }, body: { code } });
  // Twenty for the goods, their delivery free; the gift card is left to pay.
  expect(ready.totals).toMatchObject({ total: { minor: "25000" }, due: { minor: "5000" } });
  const declined = { paymentMethod: "test-card", paymentToken: "tok_declined" } as const;
  const { order } = await place(shop, ready, declined);
  const again = (method: "cash-on-delivery" | "test-card") =>
    shop.call(payOrderAgain, {
      params: { secret: order.linkSecret },
      body: { method, ...(method === "test-card" ? { paymentToken: "tok_approved" } : {}) },
      idempotencyKey: newId(),
    });
  const { details } = await refusalOf(again("cash-on-delivery"));
  expect(details).toEqual({ reason: "paid_first" });
  await again("test-card");
  await shop.drainJobs();
  const placed = await shop.read(order.id);
  expect(placed).toMatchObject({ paymentStatus: "paid", fulfilmentStatus: "partly_shipped" });
  expect(await cardsOf(email ?? "")).toMatchObject([{ balance: euros(5_000), source: "sold" }]);
  await shop.expectClean();

  // The goods are cancelled: their delivery goes with them, the mailed card stays sold.
  const lines = placed.lines
    .filter(({ cancellable }) => cancellable > 0)
    .map((line) => ({ orderLineId: line.id, quantity: line.cancellable }));
  await shop.asStaff(cancelOrder, {
    params: { orderId: order.id },
    body: { lines, reason: "not needed" },
  });
  await shop.drainJobs();
  const ended = await shop.read(order.id);
  expect(ended).toMatchObject({ status: "completed", fulfilmentOrders: [{ state: "cancelled" }] });
  expect(ended.money.refunded.minor).toBe("20000");
  await shop.expectClean();
});

test("a sold gift card is worth what it was again when the money for it could not be given back", async () => {
  const voucher = await goods(shop, { price: 5_000, giftCard: true });
  const { id } = await shop.call(cart.createCart, { body: { lines: [wanted(voucher)] } });
  const email = `${newId()}@example.com`;
  const body = { email, shippingAddress: berlin };
  const told = await shop.call(cart.changeCartDetails, { params: { id }, body });
  const { order } = await place(shop, told, {
    paymentMethod: "test-card",
    paymentToken: "tok_refund_declined",
  });
  await shop.drainJobs();
  const [line] = (await shop.read(order.id)).lines;
  const lines = [{ orderLineId: line?.id ?? "", quantity: 1 }];
  const give = { params: { orderId: order.id }, body: { lines, reason: "changed their mind" } };
  await shop.asStaff(refundOrder, give);
  expect((await cardsOf(email)).map(({ balance }) => balance.minor)).toEqual(["0"]);
  await shop.drainJobs();
  expect((await cardsOf(email)).map(({ balance }) => balance.minor)).toEqual(["5000"]);
  await shop.expectClean();
});
