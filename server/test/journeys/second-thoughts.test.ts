import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { present } from "../../src/kernel/assert.ts";
import {
  changePrices,
  getAdminProduct,
  listAdminProducts,
} from "../../src/modules/catalog/contract.ts";
import { decimal, priceOf } from "../support/expected-money.ts";
import { type JourneyShop, openJourneyShop } from "../support/journey-shop.ts";
import { leaveInStock } from "../support/order-by-api.ts";
import { booksOf, chargesFor, mailsAbout, mailTo, orderNumbered } from "../support/order-record.ts";
import {
  addToBasket,
  changeQuantity,
  choose,
  fillCheckout,
  order,
  orderShown,
  payByCard,
} from "../support/shopper.ts";
import { openOrder, staffAtDesk } from "../support/staff-desk.ts";
import { desktop, phone, shopperDevices, withoutScripts } from "../support/visitor.ts";

const declined = "4000 0000 0000 0002";
const home = { name: "Ada Holm", street: "Am Markt 3", postcode: "28195", city: "Bremen" };

let shop: JourneyShop;
beforeAll(async () => {
  shop = await openJourneyShop();
});
afterAll(() => shop?.close());

describe.each(shopperDevices)("on a $name", (device) => {
  test("a declined card leaves the order waiting, and a transfer pays it instead", async () => {
    const visitor = await shop.visitor(device);
    const { page } = visitor;
    const email = `ada.${Date.now()}@example.com`;
    await page.goto("/products/pell-stool");
    await choose(visitor, "Ash");
    await addToBasket(visitor);
    await fillCheckout(visitor, { ...home, email }, "test-card");
    await order(visitor);
    await payByCard(visitor, declined);
    const { number } = await orderShown(visitor);
    expect(await page.locator(".notice-bad").textContent()).toContain("Your bank declined it.");

    await page.locator("#method-bank-transfer").check();
    await page.getByRole("button", { name: "Pay now" }).click();
    const details = page.locator(".boxed .facts");
    await details.waitFor();
    const total = priceOf("STO-PELL-ASH", "EUR");
    expect(await details.textContent()).toContain(number);
    expect(await details.textContent()).toContain(decimal(total));

    await shop.expectAgreement();
    const waiting = await orderNumbered(shop, number);
    expect(waiting).toMatchObject({ status: "placed", paymentStatus: "unpaid" });
    expect(waiting.money.due).toEqual({ minor: total.toString(), currency: "EUR" });
    expect(waiting.fulfilmentOrders).toEqual([]);
    expect(await chargesFor(shop, waiting)).toEqual([]);
    expect(await mailsAbout(shop, waiting)).toContain("payment_instructions");
    expect(await mailTo(shop, email, "payment_instructions")).toContain(number);
  });
});

test("a bank statement that staff import pays the order, and the warehouse gets it", async () => {
  const visitor = await shop.visitor(phone);
  const { page } = visitor;
  const email = `transfer.${Date.now()}@example.com`;
  await page.goto("/products/pell-stool");
  await choose(visitor, "Oak");
  await addToBasket(visitor);
  await fillCheckout(visitor, { ...home, email }, "bank-transfer");
  await order(visitor);
  const { number } = await orderShown(visitor);
  const total = priceOf("STO-PELL-OAK", "EUR");
  await shop.expectAgreement();
  expect(await mailTo(shop, email, "payment_instructions")).toContain(number);

  const clerk = await staffAtDesk(shop, desktop, "accounts");
  const desk = clerk.page;
  await desk.goto("/admin/bank-lines");
  await desk.getByRole("button", { name: "Import a statement" }).first().click();
  const statement = `Date;Payer;Reference;Amount;Currency\n2026-11-20;Ada Holm;Order ${number} thanks;${decimal(total)};EUR\n`;
  await desk.locator("input[type=file]").setInputFiles({
    name: "statement.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(statement),
  });
  const dialog = desk.getByRole("dialog");
  await dialog.getByText(number).first().waitFor();
  await dialog.locator("button[type=submit]").click();
  await dialog.waitFor({ state: "hidden" });

  // What was read is kept at once; each line is booked by a job of its own.
  const payment = async () => (await orderNumbered(shop, number)).paymentStatus;
  await expect.poll(payment, { timeout: 20_000 }).toBe("paid");
  await shop.expectAgreement();
  const paid = await orderNumbered(shop, number);
  expect(paid).toMatchObject({ status: "placed", paymentStatus: "paid" });
  expect(paid.money.captured).toEqual({ minor: total.toString(), currency: "EUR" });
  expect(paid.fulfilmentOrders.map(({ state, units }) => [state, units])).toEqual([["open", 1]]);
  expect(await booksOf(shop, paid)).toEqual({ bank: total, prepayments: -total });
  await openOrder(clerk, number);
  await page.reload();
  expect(await page.locator(".states").textContent()).toContain("Paid");
});

describe.each([phone, withoutScripts(phone)])("on a $name", (device) => {
  test("a price and a stock that changed meanwhile are said, with what was kept", async () => {
    const sku = device.scripts ? "COA-MAST-ASH" : "COA-MAST-OAK";
    const visitor = await shop.visitor(device);
    const { page } = visitor;
    await page.goto("/products/mast-coat-stand");
    await choose(visitor, device.scripts ? "Ash" : "Oak");
    await addToBasket(visitor);
    await changeQuantity(visitor, 3);
    const email = `late.${Date.now()}@example.com`;
    await fillCheckout(visitor, { ...home, email }, "cash-on-delivery");

    const was = priceOf(sku, "EUR");
    await raisePrice(sku, was + 1000n);
    await order(visitor);
    const said = page.locator("#checkout-said");
    await said.getByText("Nothing was ordered yet").waitFor();
    expect(await said.textContent()).toContain(`was €${decimal(was)}`);
    expect(await said.textContent()).toContain(`is now €${decimal(was + 1000n)}`);
    expect(await page.getByLabel("E-mail", { exact: true }).inputValue()).toBe(email);

    await leaveInStock(shop, sku, 2);
    await order(visitor);
    await said.getByText("not enough of something in the basket").waitFor();
    await page.goto("/basket");
    // The line after it is the gift that a basket of this worth brings.
    const line = page.locator("#basket .line").first();
    expect(await line.textContent()).toContain("Only 2 can be had");
    await changeQuantity(visitor, 2);
    await page.getByRole("button", { name: "To the checkout" }).click();
    await page.locator("#payment-cash-on-delivery").check();
    expect(await page.getByLabel("E-mail", { exact: true }).inputValue()).toBe(email);
    await order(visitor);
    const { number } = await orderShown(visitor);
    await shop.expectAgreement();
    const placed = await orderNumbered(shop, number);
    const [sold] = placed.lines.filter(({ kind }) => kind === "item");
    expect(sold).toMatchObject({
      quantity: 2,
      total: { minor: (2n * (was + 1000n)).toString() },
    });
  });
});

/** As staff would: a new price for one variant. */
async function raisePrice(sku: string, minor: bigint): Promise<void> {
  const { products } = await shop.staff.call(listAdminProducts, { query: { q: sku } });
  const params = { id: present(products[0], sku).id };
  const product = await shop.staff.call(getAdminProduct, { params });
  const variant = present(
    product.variants.find((each) => each.sku === sku),
    sku,
  );
  const price = present(
    variant.prices.find(({ amount }) => amount.currency === "EUR"),
    "a price in EUR",
  );
  await shop.staff.call(changePrices, {
    params,
    body: {
      prices: [
        {
          variantId: variant.id,
          currency: "EUR",
          amount: minor.toString(),
          version: price.version,
        },
      ],
    },
  });
}
