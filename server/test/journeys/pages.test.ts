import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type JourneyShop, openJourneyShop } from "../support/journey-shop.ts";
import { orderByApi } from "../support/order-by-api.ts";
import {
  accessibilityFindings,
  layoutShift,
  scriptBytes,
  scrollDown,
  sidewaysScroll,
  watchLayoutShift,
} from "../support/page-checks.ts";
import { addToBasket } from "../support/shopper.ts";
import { openOrder, staffAtDesk } from "../support/staff-desk.ts";
import { desktop, phone, type Visitor } from "../support/visitor.ts";

const markup = new HtmlValidate({
  extends: ["html-validate:recommended"],
  rules: {
    "void-style": ["error", { style: "selfclose" }],
    "form-dup-name": ["error", { shared: ["radio", "submit", "checkbox"] }],
    "no-inline-style": "off",
    "long-title": "off",
    "tel-non-breaking": "off",
  },
});

const publicPages = [
  "/",
  "/category/chairs",
  "/category/chairs?o.material=oak&sort=price",
  "/search?q=lamp",
  "/search?q=qqqqqq",
  "/products/lind-chair",
  "/products/dyne-sofa",
  "/pages/about",
  "/pages/terms",
  "/basket",
  "/account/sign-in",
  "/account/sign-up",
  "/account/forgot",
  "/de",
  "/de/products/lind-chair",
];

let shop: JourneyShop;
let orderPath: string;
beforeAll(async () => {
  shop = await openJourneyShop();
  const { statusPath } = await orderByApi(shop, {
    lines: [["VAS-KNOP-WHT", 2]],
    method: "bank-transfer",
  });
  orderPath = statusPath;
});
afterAll(() => shop?.close());

async function expectFlawless({ page, device }: Visitor): Promise<void> {
  const where = `${new URL(page.url()).pathname} on a ${device.name}`;
  expect(await accessibilityFindings(page), where).toEqual([]);
  expect(await sidewaysScroll(page), where).toBe(0);
}

describe.each([
  { ...phone, colours: "light" as const },
  { ...desktop, colours: "dark" as const },
])("the storefront on a $name, $colours", (device) => {
  test("every page is accessible and no wider than the window", async () => {
    const visitor = await shop.visitor(device);
    for (const path of [...publicPages, orderPath]) {
      await visitor.page.goto(path);
      await expectFlawless(visitor);
    }
  });

  test("basket and checkout are accessible, problems included", async () => {
    const visitor = await shop.visitor(device);
    const { page } = visitor;
    await page.goto("/products/sund-chair");
    await addToBasket(visitor);
    await expectFlawless(visitor);
    await page.getByRole("button", { name: "To the checkout" }).click();
    await page.waitForURL(/\/checkout/);
    await expectFlawless(visitor);
    await page.getByRole("button", { name: /^Order and pay/ }).click();
    await page.locator("#missing").waitFor();
    await expectFlawless(visitor);
  });

  test("nothing moves while home, category and product load", async () => {
    const { page } = await shop.visitor(device);
    await watchLayoutShift(page);
    for (const path of ["/", "/category/chairs", "/products/lind-chair"]) {
      await page.goto(path, { waitUntil: "networkidle" });
      await scrollDown(page);
      expect(await layoutShift(page), path).toBeLessThan(0.01);
    }
  });
});

test("the markup of every page is valid", async () => {
  for (const path of [...publicPages, orderPath, "/nowhere"]) {
    const response = await fetch(new URL(path, shop.url));
    const { results } = await markup.validateString(await response.text());
    const found = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${ruleId} ${line}:${column} ${message}`),
    );
    expect(found, path).toEqual([]);
  }
});

test("a product page takes less than 15 kB of JavaScript", async () => {
  const { page } = await shop.visitor(phone);
  const bytes = await scriptBytes(page, "/products/lind-chair");
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(15_000);
});

test("what is not there is said with a search, on a page that is accessible", async () => {
  const visitor = await shop.visitor(phone);
  const response = await visitor.page.goto("/products/no-such-thing");
  expect(response?.status()).toBe(404);
  await expectFlawless(visitor);
  // The browser itself notes the 404 of the page.
  visitor.complaints.splice(0);
});

describe.each([
  { ...phone, colours: "dark" as const },
  { ...desktop, colours: "light" as const },
])("the back office on a $name, $colours", (device) => {
  test("its main pages are accessible", async () => {
    const { order } = await orderByApi(shop, {
      lines: [["VAS-KNOP-WHT", 1]],
      method: "cash-on-delivery",
    });
    await shop.expectAgreement();
    const clerk = await staffAtDesk(shop, device, "owner");
    const { page } = clerk;
    await openOrder(clerk, order.number);
    await page.waitForLoadState("networkidle");
    await expectFlawless(clerk);
    const paths = ["", "fulfilment", "shipments", "products", "stock", "customers", "journal"];
    for (const path of [
      ...paths,
      "documents",
      "mails",
      "jobs",
      "purchasing",
      "settings",
      "staff",
    ]) {
      await page.goto(`/admin/${path}`, { waitUntil: "networkidle" });
      await page.locator("main h1").waitFor();
      await expectFlawless(clerk);
    }
  });
});
