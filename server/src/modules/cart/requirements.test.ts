import { describe, expect, test } from "vitest";
import { newId } from "../../kernel/ids.ts";
import type { Cart, CartLine } from "./cart.ts";
import { requirementCodes } from "./contract.ts";
import { type Circumstances, requirementsOf } from "./requirements.ts";

const berlin = {
  name: "Ada",
  line1: "Torstraße 1",
  city: "Berlin",
  postcode: "10119",
  country: "DE",
};

const line: CartLine = {
  id: newId(),
  variantId: newId(),
  productId: newId(),
  handle: "chair",
  sku: "CHAIR",
  title: "Chair",
  options: "",
  pictureKey: null,
  optionValues: {},
  categories: [],
  quantity: 2,
  priceSeenMinor: 100n,
  unitPriceMinor: 100n,
  onSale: true,
  productKind: "physical",
  taxCategory: "standard",
  weightGrams: 1,
  stockPolicy: "refuse",
  backorderDays: 0,
  available: 2,
  backorderRoom: 0,
};

const complete: Cart = {
  vatId: null,
  vatIdKnown: null,
  certificates: [],
  keptTax: null,
  id: newId(),
  customerId: null,
  market: "eu",
  currency: "EUR",
  locale: "en",
  email: "ada@example.com",
  shippingAddress: berlin,
  billingAddress: null,
  deliveryOptionId: newId(),
  paymentMethod: "cash-on-delivery",
  note: "",
  version: 1,
  orderId: null,
  useStoreCredit: true,
  credits: [],
  codes: [],
  knownCodes: [],
  history: { customerId: null, firstOrder: true, used: new Map() },
  giftGoods: [],
  lines: [line],
};

const cash = {
  method: "cash-on-delivery",
  feeMinor: 0n,
  limitMinor: 50_000n,
  reason: null,
} as const;

const usual: Circumstances = {
  signedIn: false,
  guestsWelcome: true,
  delivery: "shipping",
  paymentChoices: [cash],
  servedBy: "eu",
  tax: { state: "ok" },
  dueMinor: 200n,
  codes: [],
};

const codes = (cart: Partial<Cart>, facts: Partial<Circumstances> = {}) =>
  requirementsOf({ ...complete, ...cart }, { ...usual, ...facts }).map(({ code }) => code);

const cases: [string, Partial<Cart>, Partial<Circumstances>, string[]][] = [
  ["nothing when all is there", {}, {}, []],
  ["goods", { lines: [] }, {}, ["empty_cart"]],
  ["an e-mail address", { email: "" }, {}, ["email_missing"]],
  ["a real e-mail address", { email: "ada" }, {}, ["email_invalid"]],
  ["a shipping address", { shippingAddress: null }, {}, ["shipping_address_missing"]],
  [
    "more than the empty fields of a form",
    { shippingAddress: { name: "", line1: "" } },
    {},
    ["shipping_address_missing"],
  ],
  [
    "any address for a pickup",
    { shippingAddress: null },
    { delivery: "pickup" },
    ["billing_address_missing"],
  ],
  ["no market at a pickup's billing address", {}, { delivery: "pickup", servedBy: null }, []],
  ["a whole address", { shippingAddress: { ...berlin, city: "" } }, {}, ["address_invalid"]],
  [
    "a whole billing address",
    { billingAddress: { country: "DE" } },
    {},
    Array(4).fill("address_invalid"),
  ],
  ["a country that is sold to", {}, { servedBy: "us" }, ["country_not_served"]],
  ["a delivery", {}, { delivery: null }, ["delivery_not_chosen"]],
  [
    "a delivery that is still offered",
    {},
    { delivery: "not_available" },
    ["delivery_not_available"],
  ],
  ["a way to pay", { paymentMethod: null }, {}, ["payment_not_chosen"]],
  ["no way to pay when nothing is left to pay", { paymentMethod: null }, { dueMinor: 0n }, []],
  ["a way to pay that is offered", {}, { paymentChoices: [] }, ["payment_not_available"]],
  [
    "a way to pay in this currency",
    {},
    { paymentChoices: [{ ...cash, reason: "not_in_this_currency" }] },
    ["payment_not_available"],
  ],
  [
    "less for cash",
    {},
    { paymentChoices: [{ ...cash, reason: "limit_exceeded" }] },
    ["cod_limit_exceeded"],
  ],
  ["an account where guests are not welcome", {}, { guestsWelcome: false }, ["account_needed"]],
  ["nothing of a customer there", {}, { guestsWelcome: false, signedIn: true }, []],
  ["goods that are sold", { lines: [{ ...line, onSale: false }] }, {}, ["not_for_sale"]],
  ["goods that have a price", { lines: [{ ...line, unitPriceMinor: null }] }, {}, ["not_for_sale"]],
  ["goods that are there", { lines: [{ ...line, quantity: 3 }] }, {}, ["out_of_stock"]],
  [
    "nothing when the rest can be sold ahead",
    { lines: [{ ...line, quantity: 3, backorderRoom: 1 }] },
    {},
    [],
  ],
  [
    "codes that do something",
    {},
    { codes: [{ code: "SALE", reason: "ended", unmet: [] }] },
    ["code_not_applicable"],
  ],
  [
    "nothing of a code that something better outdoes",
    {},
    { codes: [{ code: "SALE", reason: "better_offer", unmet: [] }] },
    [],
  ],
  ["a known tax", {}, { tax: { state: "pending", reason: "region_needed" } }, ["tax_unknown"]],
  [
    "the answer of the tax service",
    {},
    { tax: { state: "pending", reason: "not_calculated" } },
    ["tax_not_calculated"],
  ],
  [
    "a tax service that answers",
    {},
    { tax: { state: "failed", reason: "service_down" } },
    ["tax_unavailable"],
  ],
  ["a VAT id that can be one, or none", { vatId: "DE12" }, {}, ["vat_id_invalid"]],
  ["nothing for a VAT id as people write it", { vatId: "de 123 456 789" }, {}, []],
];

describe("a cart needs", () => {
  test.each(cases)("%s", (_what, cart, facts, expected) => {
    expect(codes(cart, facts)).toEqual(expected);
  });

  test("each code for some reason", () => {
    const provoked = new Set(cases.flatMap(([, , , expected]) => expected));
    expect([...provoked].sort()).toEqual([...requirementCodes].sort());
  });
});
