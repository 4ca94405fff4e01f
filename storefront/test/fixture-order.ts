import type { OrderView } from "@shopwright/server/contracts/orders";
import type { ShopperPaymentView } from "@shopwright/server/contracts/payments";
import { idOf } from "./fixture-catalogue.ts";

const euros = (minor: number) => ({ minor: String(minor), currency: "EUR" as const });
const address = {
  name: "Mara Lindqvist",
  line1: "Hafenstraße 3",
  city: "Kiel",
  postcode: "24103",
  country: "DE",
};
const amounts = {
  quantityCancelled: 0,
  quantityShipped: 0,
  quantityRefunded: 0,
  discount: euros(0),
  discounts: [],
};

const lines: OrderView["lines"] = [
  {
    id: idOf("order_line", 1),
    kind: "item",
    productKind: "physical",
    variantId: idOf("variant", 1),
    sku: "CHA-SUND-ASH",
    title: "Sund chair",
    options: "Ash",
    pictureKey: "sund-chair.main",
    quantity: 2,
    ...amounts,
    unitPrice: euros(24_900),
    net: euros(41_849),
    tax: euros(7951),
    total: euros(49_800),
    taxRate: "19",
    promisedBy: null,
  },
  {
    id: idOf("order_line", 2),
    kind: "delivery",
    productKind: "physical",
    variantId: null,
    sku: "",
    title: "Parcel",
    options: "",
    pictureKey: null,
    quantity: 1,
    ...amounts,
    unitPrice: euros(490),
    net: euros(412),
    tax: euros(78),
    total: euros(490),
    taxRate: "19",
    promisedBy: null,
  },
];

export function anOrder(changes: Partial<OrderView> = {}): OrderView {
  return {
    id: idOf("order", 1),
    number: "SO-10042",
    status: "placed",
    paymentStatus: "authorised",
    fulfilmentStatus: "partly_shipped",
    total: euros(50_290),
    itemCount: 2,
    createdAt: "2026-11-22T12:00:00.000Z",
    placedAt: "2026-11-22T12:00:10.000Z",
    pictureKey: "sund-chair.main",
    email: "mara@example.org",
    locale: "en",
    market: "eu",
    currency: "EUR",
    taxIncluded: true,
    shippingAddress: address,
    billingAddress: address,
    delivery: {
      code: "parcel",
      kind: "shipping",
      name: "Parcel",
      carrier: "DHL",
      earliest: "2026-11-24",
      latest: "2026-11-26",
    },
    paymentMethod: "test-card",
    payBy: null,
    note: "Please ring twice",
    cancelReason: null,
    lines: [...lines],
    taxLines: [],
    net: euros(42_261),
    tax: euros(8029),
    paid: euros(0),
    refunded: euros(0),
    timeline: [
      {
        id: idOf("timeline", 1),
        at: "2026-11-22T12:00:10.000Z",
        kind: "placed",
        actor: "shopper",
        details: {},
      },
    ],
    ...changes,
  };
}

export function aPayment(changes: Partial<ShopperPaymentView> = {}): ShopperPaymentView {
  return {
    order: { number: "SO-10042", status: "placed", paymentStatus: "authorised" },
    provider: "test-card",
    state: "authorised",
    failure: null,
    action: null,
    credits: [],
    transfer: null,
    ...changes,
  };
}

export const aParcel = {
  number: "SH-20007",
  carrierName: "DHL",
  trackingNumber: "00340434161094042557",
  trackingUrl: "https://tracking.example/00340434161094042557",
  lines: [
    {
      orderLineId: idOf("order_line", 1),
      sku: "CHA-SUND-ASH",
      title: "Sund chair",
      options: "Ash",
      quantity: 1,
    },
  ],
  shippedAt: "2026-11-23T09:00:00.000Z",
  deliveredAt: null,
};

export const aDocument = {
  id: idOf("document", 1),
  kind: "invoice" as const,
  label: "INV-2026-000042",
  gross: euros(24_900),
  issuedOn: "2026-11-23",
};
