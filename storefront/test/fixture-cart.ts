import type { CartView } from "@shopwright/server/contracts/cart";
import { aPrice, idOf } from "./fixture-catalogue.ts";

const euros = (minor: number) => ({ minor: String(minor), currency: "EUR" as const });

const aLine: CartView["lines"][number] = {
  id: idOf("cart_line", 1),
  variantId: idOf("variant", 1),
  productId: idOf("product", 0),
  handle: "sund-chair",
  sku: "CHA-SUND-ASH",
  title: "Sund chair",
  options: "Ash",
  pictureKey: "sund-chair.main",
  quantity: 2,
  unitPrice: aPrice(24_900).amount,
  total: euros(49_800),
  discount: euros(0),
  net: euros(41_849),
  tax: euros(7951),
  gross: euros(49_800),
  availability: { state: "in_stock", left: null, promiseDate: null },
};

const deliveryChoices: CartView["deliveryChoices"] = [
  {
    id: idOf("delivery_option", 1),
    code: "parcel",
    kind: "shipping",
    name: "Parcel",
    carrier: "DHL",
    price: euros(490),
    discount: euros(0),
    freeFrom: euros(60_000),
    earliest: "2026-11-24",
    latest: "2026-11-26",
    chosen: true,
  },
];

const paymentMethods: CartView["paymentMethods"] = [
  {
    method: "test-card",
    fee: euros(0),
    limit: null,
    available: true,
    reason: null,
    chosen: true,
  },
  {
    method: "cash-on-delivery",
    fee: euros(490),
    limit: euros(100_000),
    available: true,
    reason: null,
    chosen: false,
  },
];

/** A basket with two chairs, ready to be ordered but for what `changes` say. */
export function aCart(changes: Partial<CartView> = {}): CartView {
  return {
    id: idOf("cart", 1),
    version: 7,
    market: "eu",
    currency: "EUR",
    taxIncluded: true,
    email: "mara@example.org",
    shippingAddress: {
      name: "Mara Lindqvist",
      line1: "Hafenstraße 3",
      city: "Kiel",
      postcode: "24103",
      country: "DE",
    },
    billingAddress: null,
    vatId: null,
    taxUnsettled: false,
    note: "",
    useStoreCredit: true,
    needsDelivery: true,
    credits: [],
    lines: [aLine],
    itemCount: 2,
    totals: {
      goods: euros(49_800),
      discount: euros(0),
      delivery: euros(490),
      deliveryDiscount: euros(0),
      fee: euros(0),
      relief: euros(0),
      net: euros(42_261),
      tax: euros(8029),
      total: euros(50_290),
      due: euros(50_290),
      taxLines: [],
      taxState: "final",
    },
    discounts: [],
    gifts: [],
    codes: [],
    deliveryChoices,
    paymentMethods,
    requirements: [],
    changes: [],
    ordered: false,
    ...changes,
  };
}
