import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { decimal, priceOf, taxInside } from "../support/expected-money.ts";
import { type JourneyShop, openJourneyShop } from "../support/journey-shop.ts";
import {
  booksOf,
  chargesFor,
  mailsAbout,
  orderNumbered,
  stockOf,
} from "../support/order-record.ts";
import {
  addToBasket,
  changeQuantity,
  choose,
  fillCheckout,
  findProduct,
  order,
  orderShown,
  payByCard,
} from "../support/shopper.ts";
import { shopperDevices } from "../support/visitor.ts";

const sku = "CHA-SUND-OAK";
const authenticationRequired = "4000 0025 0000 3155";
const guest = {
  name: "Ines Falk",
  street: "Lange Reihe 12",
  postcode: "20099",
  city: "Hamburg",
};

let shop: JourneyShop;
beforeAll(async () => {
  shop = await openJourneyShop();
});
afterAll(() => shop?.close());

describe.each(shopperDevices)("on a $name", (device) => {
  test("a guest finds a chair, buys two and pays by a card that asks to authenticate", async () => {
    const visitor = await shop.visitor(device);
    const { page } = visitor;
    const before = await stockOf(shop, sku);
    const email = `ines.${Date.now()}@example.com`;

    await page.goto("/");
    await findProduct(visitor, "sund chair", "Sund chair");
    await choose(visitor, "Oak");
    await addToBasket(visitor);
    await changeQuantity(visitor, 2);
    await fillCheckout(visitor, { ...guest, email }, "test-card");

    const total = 2n * priceOf(sku, "EUR"); // delivery is free from here on
    expect(await page.locator("#summary .totals-sum").textContent()).toContain(decimal(total));
    await order(visitor);
    await payByCard(visitor, authenticationRequired, true);
    const { number } = await orderShown(visitor);
    expect(await page.locator(".notice-good").textContent()).toContain("Thank you");
    expect(await page.locator(".states").textContent()).toContain("Payment confirmed");

    await shop.expectAgreement();
    const placed = await orderNumbered(shop, number);
    const tax = taxInside(total, 19n);
    expect(placed.money).toMatchObject({
      total: { minor: total.toString(), currency: "EUR" },
      tax: { minor: tax.toString() },
      net: { minor: (total - tax).toString() },
      authorised: { minor: total.toString() },
      captured: { minor: "0" },
    });
    expect(await chargesFor(shop, placed)).toEqual([
      {
        amount: total.toString(),
        currency: "EUR",
        captured_amount: "0",
        refunded_amount: "0",
      },
    ]);
    expect(await booksOf(shop, placed)).toEqual({}); // nothing is owed or earned until it leaves
    expect(await stockOf(shop, sku)).toEqual({
      onHand: before.onHand,
      reserved: before.reserved + 2,
    });
    expect(await mailsAbout(shop, placed)).toEqual(["order_confirmation"]);
  });
});
