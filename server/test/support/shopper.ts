import { expect } from "vitest";
import type { Page } from "playwright-core";
import { present } from "../../src/kernel/assert.ts";
import type { Visitor } from "./visitor.ts";

/** Words of the storefront that a shopper looks for, in the language of the page. */
export interface ShopperWords {
  readonly add: string;
  readonly basket: string;
  readonly quantity: string;
  readonly update: string;
  readonly checkout: string;
  readonly email: string;
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly saveAndUpdate: string;
  readonly place: RegExp;
}

export const english: ShopperWords = {
  add: "Add to basket",
  basket: "Basket",
  quantity: "Quantity",
  update: "Update",
  checkout: "To the checkout",
  email: "E-mail",
  name: "Full name",
  street: "Street and number",
  postcode: "Postcode",
  city: "Town or city",
  saveAndUpdate: "Save and update",
  place: /^Order and pay/,
};

export const german: ShopperWords = {
  add: "In den Warenkorb",
  basket: "Warenkorb",
  quantity: "Menge",
  update: "Aktualisieren",
  checkout: "Zur Kasse",
  email: "E-Mail",
  name: "Vor- und Nachname",
  street: "Straße und Hausnummer",
  postcode: "Postleitzahl",
  city: "Ort",
  saveAndUpdate: "Speichern und aktualisieren",
  place: /^Zahlungspflichtig bestellen/,
};

/** Types words into the search field and opens the result of this name. */
export async function findProduct({ page }: Visitor, words: string, title: string): Promise<void> {
  const field = page.getByRole("searchbox").first();
  await field.fill(words);
  await field.press("Enter");
  await page.locator("main").getByRole("link", { name: title }).first().click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

/** Chooses an option value by what it is called. */
export async function choose({ page }: Visitor, value: string): Promise<void> {
  const link = page.locator(".option a").filter({ hasText: value }).first();
  await link.click();
  await page.locator(".option a[aria-current=true]").filter({ hasText: value }).waitFor();
}

/** Puts what is shown into the basket and goes there. */
export async function addToBasket(visitor: Visitor, words = english): Promise<void> {
  const { page, device } = visitor;
  await page.getByRole("button", { name: words.add, exact: true }).click();
  if (device.scripts) await page.locator("[data-add-said] a").click();
  await page.getByRole("heading", { level: 1, name: words.basket }).waitFor();
}

/** Changes how many of the first line are wanted. */
export async function changeQuantity(
  visitor: Visitor,
  quantity: number,
  words = english,
): Promise<void> {
  const { page, device } = visitor;
  const line = page.locator("#basket .line").first();
  const before = await line.locator(".line-sum").textContent();
  await line.getByRole("spinbutton", { name: words.quantity }).fill(String(quantity));
  if (device.scripts) await line.getByRole("spinbutton").press("Tab");
  else await line.getByRole("button", { name: words.update }).click();
  await expect.poll(() => line.locator(".line-sum").textContent()).not.toBe(before);
}

export interface Contact {
  readonly email: string;
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  /** Its code, for markets where one is needed. */
  readonly state?: string;
}

/** Fills the one page of the checkout and chooses the way to pay; nothing is ordered yet. */
export async function fillCheckout(
  visitor: Visitor,
  contact: Contact | null,
  method: "test-card" | "cash-on-delivery" | "bank-transfer",
  words = english,
): Promise<void> {
  const { page } = visitor;
  await page.getByRole("button", { name: words.checkout }).click();
  await page.waitForURL(/\/checkout/);
  if (contact !== null) await fillContact(page, contact, words);
  await settled(visitor, words);
  await page.locator(`#payment-${method}`).check();
  await settled(visitor, words);
  expect(await page.locator(`#payment-${method}`).isChecked()).toBe(true);
}

async function fillContact(page: Page, contact: Contact, words: ShopperWords): Promise<void> {
  const shipping = page.locator("#shipping-address");
  await page.getByLabel(words.email, { exact: true }).fill(contact.email);
  await shipping.getByLabel(words.name, { exact: true }).fill(contact.name);
  await shipping.getByLabel(words.street, { exact: true }).fill(contact.street);
  await shipping.getByLabel(words.city, { exact: true }).fill(contact.city);
  if (contact.state !== undefined)
    await shipping.locator("select[name='shipping.region']").selectOption(contact.state);
  const postcode = shipping.getByLabel(words.postcode, { exact: true });
  await postcode.fill(contact.postcode);
  await postcode.press("Tab");
}

/** Delivery and sums follow what was typed: by itself, or by the button for that. */
async function settled({ page, device }: Visitor, words: ShopperWords): Promise<void> {
  if (!device.scripts) {
    await page.locator(".no-script").getByRole("button", { name: words.saveAndUpdate }).click();
    return;
  }
  await page.waitForLoadState("networkidle");
  await page.locator("#summary:not([aria-busy])").waitFor();
}

/** Presses the last button. */
export async function order({ page }: Visitor, words = english): Promise<void> {
  await page.getByRole("button", { name: words.place }).click();
}

/** Pays on the gateway's own page with a card of this number; `approve`: what to tell the bank, if it asks. */
export async function payByCard(
  { page }: Visitor,
  number: string,
  approve: boolean | null = null,
): Promise<void> {
  await page.waitForURL(/\/pay\//);
  await page.locator("#number").fill(number);
  await page.locator("#expiry").fill("12/34");
  await page.locator("#cvc").fill("123");
  await page.locator("#name").fill("Robin Test");
  await page.locator("button.primary").click();
  if (approve === null) return;
  await page.locator(`button[name=decision][value=${approve ? "approve" : "reject"}]`).click();
}

/** The number of the order whose page is shown, and the secret of its link. */
export async function orderShown({ page }: Visitor): Promise<{ number: string; secret: string }> {
  await page.waitForURL(/\/order\/[A-Za-z0-9_-]{20,}$/);
  const title = present(await page.locator("h1").textContent(), "a heading");
  const number = present(/SO-\d+/.exec(title)?.[0], "the order's number");
  return { number, secret: present(page.url().split("/").at(-1), "the link's secret") };
}
