import { afterAll, beforeAll, expect, test } from "vitest";
import { decimal, priceOf } from "../support/expected-money.ts";
import { type JourneyShop, openJourneyShop } from "../support/journey-shop.ts";
import { chargesFor, mailTo, orderNumbered } from "../support/order-record.ts";
import {
  addToBasket,
  choose,
  english,
  fillCheckout,
  german,
  order,
  orderShown,
  payByCard,
} from "../support/shopper.ts";
import { desktop, phone } from "../support/visitor.ts";

const approved = "4242 4242 4242 4242";

let shop: JourneyShop;
beforeAll(async () => {
  shop = await openJourneyShop();
});
afterAll(() => shop?.close());

test("a German shopper is spoken to in German, from the first page to the mail", async () => {
  const visitor = await shop.visitor({ ...phone, locale: "de-DE" });
  const { page } = visitor;
  await page.goto("/products/pell-stool");
  await page.locator(".other-language a").click();
  await page.waitForURL(/\/de\//);
  expect(await page.locator("html").getAttribute("lang")).toMatch(/^de/);
  await choose(visitor, "Esche");
  await addToBasket(visitor, german);
  const email = `käthe.${Date.now()}@example.com`.replace("ä", "ae");
  const contact = {
    email,
    name: "Käthe Groß",
    street: "Süderstraße 9",
    postcode: "20097",
    city: "Hamburg",
  };
  await fillCheckout(visitor, contact, "bank-transfer", german);
  const total = priceOf("STO-PELL-ASH", "EUR");
  const shown = decimal(total).replace(".", ",");
  expect(await page.locator("#summary .totals-sum").textContent()).toContain(shown);
  await order(visitor, german);
  const { number } = await orderShown(visitor);
  expect(new URL(page.url()).pathname).toMatch(/^\/de\/order\//);

  await shop.expectAgreement();
  const placed = await orderNumbered(shop, number);
  expect(placed.locale).toBe("de");
  expect(placed.shippingAddress).toMatchObject({ name: "Käthe Groß", line1: "Süderstraße 9" });
  const mail = await mailTo(shop, email, "payment_instructions");
  expect(mail).toContain("Verwendungszweck");
  expect(mail).toContain(shown);
});

test("an American shopper pays in dollars, with the state's tax on top", async () => {
  const visitor = await shop.visitor({ ...desktop, locale: "en-US" });
  const { page } = visitor;
  await page.goto("/products/pell-stool");
  await page.locator("select[name=market]").selectOption("us");
  await page.locator("form.market button").click();
  const net = priceOf("STO-PELL-OAK", "USD");
  await choose(visitor, "Oak");
  await page
    .getByText(`$${decimal(net)}`)
    .first()
    .waitFor();
  await addToBasket(visitor);
  const contact = {
    email: `mae.${Date.now()}@example.com`,
    name: "Mae Rivers",
    street: "12 Harbor Street",
    postcode: "07302",
    city: "Jersey City",
    state: "NJ",
  };
  await fillCheckout(visitor, contact, "test-card", { ...english, postcode: "ZIP code" });
  await order(visitor);
  await payByCard(visitor, approved);
  const { number } = await orderShown(visitor);

  await shop.expectAgreement();
  const placed = await orderNumbered(shop, number);
  const delivery = placed.lines.find(({ kind }) => kind === "delivery");
  const taxed = net + BigInt(delivery?.net.minor ?? "0");
  const tax = (taxed * 6625n + 50_000n) / 100_000n; // New Jersey: 6.625 %, half up
  expect(placed).toMatchObject({ market: "us", taxIncluded: false });
  expect(placed.money).toMatchObject({
    net: { minor: taxed.toString(), currency: "USD" },
    tax: { minor: tax.toString() },
    total: { minor: (taxed + tax).toString() },
  });
  expect(placed.taxLines.map(({ jurisdiction, rate }) => [jurisdiction, rate])).toEqual([
    ["US-NJ", "6.625"],
  ]);
  expect(await chargesFor(shop, placed)).toMatchObject([
    { amount: (taxed + tax).toString(), currency: "USD" },
  ]);
  expect(placed.fulfilmentOrders.map(({ location }) => location.code)).toEqual(["NJY"]);
});
