import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { priceOf, taxInside } from "../support/expected-money.ts";
import { type JourneyShop, openJourneyShop } from "../support/journey-shop.ts";
import { orderByApi } from "../support/order-by-api.ts";
import {
  booksOf,
  chargesFor,
  mailsAbout,
  orderNumbered,
  stockOf,
} from "../support/order-record.ts";
import {
  openOrder,
  pickAndPack,
  refundLine,
  sendParcel,
  staffAtDesk,
} from "../support/staff-desk.ts";
import { desktop, phone } from "../support/visitor.ts";

const vase = "VAS-KNOP-WHT";
const bench = "BEN-MOLE-180-OAK";

let shop: JourneyShop;
beforeAll(async () => {
  shop = await openJourneyShop();
});
afterAll(() => shop?.close());

describe.each([phone, desktop])("on a $name", (device) => {
  test("staff sends an order in two parcels and refunds one line", async () => {
    const before = await stockOf(shop, vase);
    const quantity = 4;
    const total = BigInt(quantity) * priceOf(vase, "EUR");
    const { order, statusPath } = await orderByApi(shop, {
      lines: [[vase, quantity]],
      method: "test-card",
    });
    const { number } = order;
    expect(order.money.total).toEqual({ minor: total.toString(), currency: "EUR" });
    await shop.expectAgreement();

    const clerk = await staffAtDesk(shop, device, "manager");
    await openOrder(clerk, number);
    await pickAndPack(clerk);
    await sendParcel(clerk, "00340434292135100186", 1);
    await sendParcel(clerk, "00340434292135100193");
    await shop.expectAgreement();

    const shopper = await shop.visitor(device);
    await shopper.page.goto(statusPath);
    const seen = await shopper.page.locator("main").textContent();
    for (const code of ["00340434292135100186", "00340434292135100193"])
      expect(seen).toContain(code);
    expect(await shopper.page.getByRole("heading", { name: /^Parcel \d$/ }).count()).toBe(2);

    const sent = await orderNumbered(shop, number);
    const tax = taxInside(total, 19n);
    expect(sent).toMatchObject({ fulfilmentStatus: "shipped", paymentStatus: "paid" });
    expect(sent.documents.map(({ kind, gross }) => [kind, gross.minor])).toEqual([
      ["invoice", priceOf(vase, "EUR").toString()],
      ["invoice", (total - priceOf(vase, "EUR")).toString()],
    ]);
    expect(await booksOf(shop, sent)).toEqual({
      "clearing test-card": total,
      revenue_goods: tax - total,
      "vat DE": -tax,
    });
    expect(await stockOf(shop, vase)).toEqual({
      onHand: before.onHand - quantity,
      reserved: before.reserved,
    });

    await openOrder(clerk, number);
    await refundLine(clerk, "Knopp bud vase", 1, "Arrived with a crack");
    await shop.expectAgreement();
    const refunded = await orderNumbered(shop, number);
    const back = priceOf(vase, "EUR");
    expect(refunded.paymentStatus).toBe("partly_refunded");
    expect(refunded.money.refunded.minor).toBe(back.toString());
    expect(refunded.documents.at(-1)).toMatchObject({
      kind: "credit_note",
      gross: { minor: back.toString() },
    });
    expect(await chargesFor(shop, refunded)).toEqual([
      {
        amount: total.toString(),
        currency: "EUR",
        captured_amount: total.toString(),
        refunded_amount: back.toString(),
      },
    ]);
    const books = await booksOf(shop, refunded);
    expect(books["clearing test-card"]).toBe(total - back);
    expect(books["receivables"]).toBeUndefined();
    expect(await mailsAbout(shop, refunded)).toEqual([
      "order_confirmation",
      "parcel_shipped",
      "parcel_shipped",
      "order_refunded",
    ]);
  });
});

test("what one warehouse lacks is sent by the other, and the shopper sees both parcels", async () => {
  const before = await stockOf(shop, bench);
  const { order, statusPath } = await orderByApi(shop, {
    lines: [[bench, before.onHand]],
    method: "test-card",
  });
  await shop.expectAgreement();
  const clerk = await staffAtDesk(shop, desktop, "manager");
  for (const code of ["JD014600003828374650", "1Z999AA10123456784"]) {
    await openOrder(clerk, order.number);
    await pickAndPack(clerk);
    await sendParcel(clerk, code);
  }
  await shop.expectAgreement();
  const sent = await orderNumbered(shop, order.number);
  expect(new Set(sent.fulfilmentOrders.map(({ location }) => location.code))).toEqual(
    new Set(["HAV", "NJY"]),
  );
  expect(sent.fulfilmentStatus).toBe("shipped");
  const invoiced = sent.documents.reduce((sum, { gross }) => sum + BigInt(gross.minor), 0n);
  expect(invoiced.toString()).toBe(sent.money.total.minor);
  expect(sent.money.captured).toEqual(sent.money.total);
  expect(await stockOf(shop, bench)).toEqual({ onHand: 0, reserved: 0 });
  const shopper = await shop.visitor(phone);
  await shopper.page.goto(statusPath);
  expect(await shopper.page.getByRole("link", { name: /^Follow it at/ }).count()).toBe(2);
});

test("the warehouse sees its work and the orders, but neither books nor refunds", async () => {
  const { order } = await orderByApi(shop, { lines: [[vase, 1]], method: "cash-on-delivery" });
  await shop.expectAgreement();
  const picker = await staffAtDesk(shop, phone, "warehouse");
  await openOrder(picker, order.number);
  const { page } = picker;
  await page.getByRole("link", { name: "Pick", exact: true }).waitFor();
  expect(await page.getByRole("button", { name: "Show more", exact: true }).count()).toBe(0);
  await page.goto("/admin/journal");
  await page.getByText("Your role does not include this").waitFor();
});
