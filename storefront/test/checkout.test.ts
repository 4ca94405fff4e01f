import { cartOrdered, requirementCodes } from "@shopwright/server/contracts/cart";
import { priceChanged } from "@shopwright/server/contracts/checkout";
import { badRequest, notFound } from "@shopwright/server/kernel/errors";
import { describe, expect, it } from "vitest";
import { messagesIn } from "../src/locales/index.ts";
import { ask } from "./ask.ts";
import { aCart } from "./fixture-cart.ts";
import { aRequest, fixtureShop, refuseWith } from "./fixture-shop.ts";

const typed = {
  do: "place",
  agreed: "50290",
  agreedDue: "50290",
  email: "mara@example.org",
  "shipping.name": "Mara Lindqvist",
  "shipping.line1": "Hafenstraße 3",
  "shipping.city": "Kiel",
  "shipping.postcode": "24103",
  "shipping.country": "DE",
  billingSame: "yes",
  payment: "test-card",
};
const placed = {
  order: { linkSecret: "s".repeat(32), number: "SO-1", status: "pending" },
  payment: {
    method: "test-card",
    state: "action_required",
    action: { type: "redirect", url: "https://pay.example/1" },
    failure: null,
  },
};

function post(form: Record<string, string>) {
  return aRequest("/checkout", { method: "POST", form, cookies: { cart: aCart().id } });
}

/** A shop that counts its calls, with a basket that is as `cart` says. */
function recording(cart = aCart(), answers: Parameters<typeof fixtureShop>[0] = {}) {
  const calls: { id: string; input: unknown }[] = [];
  const record = (id: string, answer: unknown) => (input: unknown) => {
    calls.push({ id, input });
    return answer;
  };
  const shop = fixtureShop({
    getCart: () => cart,
    changeCartDetails: record("changeCartDetails", cart),
    chooseDelivery: record("chooseDelivery", cart),
    choosePaymentMethod: record("choosePaymentMethod", cart),
    placeOrder: record("placeOrder", placed),
    ...answers,
  });
  return { shop, calls };
}

describe("placing an order", () => {
  it("keeps the form, orders what was agreed to, and goes to the payment page", async () => {
    const { shop, calls } = recording();
    const request = post(typed);
    const reply = await ask(request, shop);
    expect(reply).toMatchObject({ status: 303, location: "https://pay.example/1" });
    expect(calls.map(({ id }) => id)).toEqual(["changeCartDetails", "placeOrder"]);
    expect(calls[1]?.input).toMatchObject({
      body: { expectedTotal: { minor: "50290", currency: "EUR" }, cartVersion: 7 },
    });
    expect(request.jar.has("cart")).toBe(false);
  });

  it("sends the same key for the same agreement, and another for another", async () => {
    const keys: unknown[] = [];
    for (const cart of [aCart(), aCart(), aCart({ version: 8 })]) {
      const { shop, calls } = recording(cart);
      await ask(post(typed), shop);
      const input = calls.at(-1)?.input as { idempotencyKey: string } | undefined;
      keys.push(input?.idempotencyKey);
    }
    expect(keys[0]).toEqual(expect.any(String));
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it("orders nothing while something is missing, and marks the fields", async () => {
    const cart = aCart({
      email: null,
      requirements: [
        { code: "email_missing", field: "email" },
        {
          code: "address_invalid",
          field: "shippingAddress.postcode",
          details: { problem: "invalid" },
        },
      ],
    });
    const { shop, calls } = recording(cart);
    const reply = await ask(post(typed), shop);
    expect(reply.location).toBe("/checkout?check=1#missing");
    expect(calls.some(({ id }) => id === "placeOrder")).toBe(false);
    const page = await ask(
      aRequest("/checkout?check=1", { cookies: { cart: cart.id } }),
      fixtureShop({ getCart: () => cart }),
    );
    expect(page.body).toContain('href="#f-email"');
    expect(page.body).toContain('id="f-email-problem"');
    expect(page.body).toContain('id="f-shipping-postcode-problem"');
    expect(page.body).not.toContain('id="f-shipping-city-problem"');
  });

  it("asks again when the total is not the one that was shown", async () => {
    const { shop, calls } = recording();
    const reply = await ask(post({ ...typed, agreed: "40000" }), shop);
    expect(reply.location).toBe("/checkout?moved=40000");
    expect(calls.some(({ id }) => id === "placeOrder")).toBe(false);
    const page = await ask(
      aRequest("/checkout?moved=40000", { cookies: { cart: aCart().id } }),
      shop,
    );
    expect(page.body).toContain("€502.90 instead of €400.00");
  });

  it("asks again when the shop says that the total moved meanwhile", async () => {
    const { shop } = recording(aCart(), { placeOrder: () => refuseWith(priceChanged) });
    expect((await ask(post(typed), shop)).location).toBe("/checkout?moved=50290");
  });

  it("shows what was typed when the shop refuses it", async () => {
    const { shop } = recording(aCart(), { changeCartDetails: () => refuseWith(badRequest) });
    const reply = await ask(post({ ...typed, "shipping.line1": "Ungewöhnlich 7" }), shop);
    expect(reply.status).toBe(409);
    expect(reply.body).toContain('value="Ungewöhnlich 7"');
    expect(reply.body).toContain('role="alert"');
  });

  it("goes on to the order when the button was pressed twice", async () => {
    const { shop } = recording(aCart({ ordered: true }));
    expect((await ask(post(typed), shop)).location).toBe("https://pay.example/1");
  });
});

describe("the basket", () => {
  const add = { do: "add", variant: "variant_1", quantity: "2" };

  it("starts anew when the old one has become an order", async () => {
    const shop = fixtureShop({
      addCartLine: () => refuseWith(cartOrdered),
      createCart: () => aCart({ id: "cart_new" }),
    });
    const request = aRequest("/basket", {
      method: "POST",
      form: add,
      cookies: { cart: "cart_old" },
    });
    expect((await ask(request, shop)).location).toBe("/basket");
    expect(request.jar.get("cart")).toBe("cart_new");
  });

  it("offers to bring back what was removed, once", async () => {
    const shop = fixtureShop({
      getCart: () => aCart(),
      removeCartLine: () => aCart({ lines: [] }),
    });
    const form = { do: "remove", line: aCart().lines[0]?.id ?? "" };
    const request = aRequest("/basket", { method: "POST", form, cookies: { cart: aCart().id } });
    await ask(request, shop);
    const next = aRequest("/basket", { cookies: Object.fromEntries(request.jar) });
    expect((await ask(next, shop)).body).toContain("Sund chair is no longer in your basket.");
    const later = aRequest("/basket", { cookies: Object.fromEntries(next.jar) });
    expect((await ask(later, shop)).body).not.toContain("no longer in your basket");
  });

  it("says what changed since the last look", async () => {
    const line = aCart().lines[0]?.id ?? "";
    const before = { minor: "20000", currency: "EUR" as const };
    const now = { minor: "24900", currency: "EUR" as const };
    const cart = aCart({ changes: [{ kind: "price_changed", line, before, now }] });
    const request = aRequest("/basket", { cookies: { cart: cart.id } });
    const page = await ask(request, fixtureShop({ getCart: () => cart }));
    expect(page.body).toContain("Sund chair was €200.00 and is now €249.00.");
  });

  it("is empty when the cookie names nothing", async () => {
    const shop = fixtureShop({ getCart: () => refuseWith(notFound) });
    const page = await ask(aRequest("/basket", { cookies: { cart: "nonsense" } }), shop);
    expect(page.body).toContain("Your basket is empty.");
  });
});

it("has words for every requirement in both languages", () => {
  for (const locale of ["en", "de"] as const) {
    const said: Readonly<Record<string, string>> = messagesIn(locale).requirements;
    expect(requirementCodes.filter((code) => !said[code])).toEqual([]);
  }
});
