import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { goodPassword } from "../../src/modules/identity/examples.ts";
import { decimal, priceOf } from "../support/expected-money.ts";
import { type JourneyShop, openJourneyShop } from "../support/journey-shop.ts";
import {
  booksOf,
  chargesFor,
  mailsAbout,
  mailTo,
  orderNumbered,
  stockOf,
} from "../support/order-record.ts";
import {
  addToBasket,
  choose,
  fillCheckout,
  findProduct,
  order,
  orderShown,
} from "../support/shopper.ts";
import { shopperDevices, type Visitor } from "../support/visitor.ts";
import { eventually } from "../support/waiting.ts";

const sku = "VAS-KNOP-WHT";
const deliveryMinor = 490n;
const cashFeeMinor = 490n;
const home = { name: "Jonte Brink", street: "Elbchaussee 4", postcode: "22765", city: "Hamburg" };

let shop: JourneyShop;
beforeAll(async () => {
  shop = await openJourneyShop();
});
afterAll(() => shop?.close());

describe.each(shopperDevices)("on a $name", (device) => {
  test("somebody opens an account, orders for cash on delivery and finds the order there", async () => {
    const visitor = await shop.visitor(device);
    const { page } = visitor;
    const email = `jonte.${Date.now()}@example.com`;
    await page.goto("/");
    await findProduct(visitor, "knopp vase", "Knopp bud vase");
    await choose(visitor, "White");
    await addToBasket(visitor);
    await openAccount(visitor, email);

    const before = await stockOf(shop, sku);
    await page.goto("/basket"); // what a guest put in is still there
    await fillCheckout(visitor, { ...home, email }, "cash-on-delivery");
    const total = priceOf(sku, "EUR") + deliveryMinor + cashFeeMinor;
    expect(await page.locator("#summary .totals-sum").textContent()).toContain(decimal(total));
    await order(visitor);
    const { number } = await orderShown(visitor);
    expect(await page.locator("main").textContent()).toContain("in cash");

    await page.goto("/account");
    await page.getByRole("link", { name: `Order ${number}` }).click();
    await page.getByRole("heading", { level: 1, name: `Order ${number}` }).waitFor();
    expect(await page.locator(".totals-sum").textContent()).toContain(decimal(total));

    await shop.expectAgreement();
    const placed = await orderNumbered(shop, number);
    expect(placed).toMatchObject({
      status: "placed",
      paymentStatus: "authorised",
      email,
      customer: { name: home.name, orderCount: 1 },
    });
    expect(placed.money.total).toEqual({ minor: total.toString(), currency: "EUR" });
    const { net, tax } = placed.money;
    expect(BigInt(net.minor) + BigInt(tax.minor)).toBe(total);
    expect(await chargesFor(shop, placed)).toEqual([]);
    expect(await booksOf(shop, placed)).toEqual({});
    expect(await stockOf(shop, sku)).toEqual({
      onHand: before.onHand,
      reserved: before.reserved + 1,
    });
    expect(await mailsAbout(shop, placed)).toEqual(["order_confirmation"]);
  });
});

/** Signs up and follows the link from the mail. */
async function openAccount({ page }: Visitor, email: string): Promise<void> {
  await page.goto("/account/sign-up");
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByRole("button", { name: "Send the link" }).click();
  await page.locator(".notice-good").waitFor();
  const mail = await eventually("the sign-up mail", () => mailTo(shop, email, "sign_up"));
  const link = /https?:\/\/\S+\/account\/verify\S+/.exec(mail)?.[0];
  if (link === undefined) throw new Error(`The mail has no link: ${mail}`);
  await page.goto(link);
  await page.getByLabel("Name", { exact: true }).fill(home.name);
  await page.getByLabel("New password").fill(goodPassword);
  await page.getByRole("button", { name: "Open the account" }).click();
  await page.getByRole("heading", { name: `Hello, ${home.name}` }).waitFor();
}
