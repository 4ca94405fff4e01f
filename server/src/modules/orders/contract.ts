import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { badRequest, errorKind, notFound } from "../../kernel/errors.ts";
import type { Locale } from "../../kernel/locale.ts";
import {
  addressView,
  currencySchema,
  idSchema,
  idView,
  localeSchema,
  moneyView,
} from "../../kernel/wire.ts";
import { productKinds } from "../../kernel/product-kind.ts";
import { paymentMethods } from "../settings/contract.ts";

/** details: `{ status }`, what the order is instead. */
export const orderNotInState = errorKind(
  "order_not_in_state",
  409,
  "The order is past the point where this can be done",
);
/** details: `{ reason }`. */
export const orderOnHold = errorKind("order_on_hold", 409, "The order is on hold");

/** details: `{ retryAfterSeconds }`. Orders, or tries to order or to pay, come too fast from one address or for one customer. */
export const tooManyOrders = errorKind(
  "too_many_orders",
  429,
  "Too many orders in a short time; please wait a while",
);
/** details: `{ most }`: as many orders of this customer may wait for their money at a time. */
export const tooManyUnpaidOrders = errorKind(
  "too_many_unpaid_orders",
  409,
  "Too many orders under this e-mail address are not paid yet",
);

export const orderStatuses = ["pending", "placed", "completed", "cancelled"] as const;
export type OrderStatus = (typeof orderStatuses)[number];
export const orderPaymentStatuses = [
  "unpaid",
  "authorised",
  "partly_paid",
  "paid",
  "partly_refunded",
  "refunded",
] as const;
export type OrderPaymentStatus = (typeof orderPaymentStatuses)[number];
export const orderFulfilmentStatuses = ["unshipped", "partly_shipped", "shipped"] as const;
export type OrderFulfilmentStatus = (typeof orderFulfilmentStatuses)[number];
export const orderLineKinds = ["item", "delivery", "payment_fee"] as const;

/**
 * What a timeline can say. Details by kind, all optional: `amount` (money), `method`, `reason`,
 * `text`, `lines`, `number`, `carrier`, `tracking`.
 */
export const timelineKinds = [
  "created",
  "placed",
  "payment_started",
  "payment_action",
  "payment_unknown",
  "authorised",
  "captured",
  "payment_failed",
  "voided",
  "refund_started",
  "refunded",
  "refund_failed",
  "money_returned",
  "held",
  "hold_released",
  "note",
  "gift_cards_sent",
  "sent_to_warehouse",
  "picked",
  "packed",
  "shipped",
  "delivered",
  "invoiced",
  "credited",
  "lines_cancelled",
  "cancelled",
  "completed",
  "purchase_requested",
  "address_changed",
  "mail_sent",
  "problem",
] as const;
export type TimelineKind = (typeof timelineKinds)[number];

export const timelineEntryView = z.object({
  id: idView("timeline"),
  at: z.iso.datetime(),
  kind: z.enum(timelineKinds),
  /** "shopper", "customer:…", "staff:Name", "system:…"; for shoppers who ask: "shop" or "shopper". */
  actor: z.string(),
  details: z.record(z.string(), z.json()),
});
export type TimelineEntryView = z.output<typeof timelineEntryView>;

/** A promotion as it reduced one line, named as it was sold. */
export const lineDiscountView = z.object({
  name: z.string(),
  /** The code that brought it; null when none was needed. */
  code: z.string().nullable(),
  amount: moneyView,
});

export const orderLineView = z.object({
  id: idView("order_line"),
  kind: z.enum(orderLineKinds),
  variantId: idView("variant").nullable(),
  productKind: z.enum(productKinds),
  sku: z.string(),
  title: z.string(),
  options: z.string(),
  pictureKey: z.string().nullable(),
  quantity: z.int(),
  quantityCancelled: z.int(),
  quantityShipped: z.int(),
  quantityRefunded: z.int(),
  /** On the market's basis, as it was shown. */
  unitPrice: moneyView,
  /** Taken off the whole line, on the basis of its price. */
  discount: moneyView,
  discounts: z.array(lineDiscountView),
  net: moneyView,
  tax: moneyView,
  total: moneyView,
  taxRate: z.string(),
  /** Goods that were not on the shelf: when they are expected to be sent, YYYY-MM-DD. */
  promisedBy: z.string().nullable(),
});
export type OrderLineView = z.output<typeof orderLineView>;

/** How the rest of an order is paid; none: there was nothing to pay, or nothing left. */
export const orderPaymentMethods = [...paymentMethods, "none"] as const;
export type OrderPaymentMethod = (typeof orderPaymentMethods)[number];

export const orderTaxLineView = z.object({
  category: z.string(),
  rate: z.string(),
  jurisdiction: z.string(),
  reason: z.string(),
  net: moneyView,
  tax: moneyView,
});

/** The delivery as it was sold. */
export const soldDeliveryView = z.object({
  code: z.string(),
  kind: z.enum(["shipping", "pickup", "email"]),
  name: z.string(),
  carrier: z.string().nullable(),
  earliest: z.string(),
  latest: z.string(),
});

export const orderSummaryView = z.object({
  id: idView("order"),
  /** As people say it: SO-10042. */
  number: z.string(),
  status: z.enum(orderStatuses),
  paymentStatus: z.enum(orderPaymentStatuses),
  fulfilmentStatus: z.enum(orderFulfilmentStatuses),
  total: moneyView,
  /** Item units. */
  itemCount: z.int(),
  createdAt: z.iso.datetime(),
  placedAt: z.iso.datetime().nullable(),
  /** A picture for the list: that of its first line. */
  pictureKey: z.string().nullable(),
});
export type OrderSummaryView = z.output<typeof orderSummaryView>;

/** An order as its shopper sees it. Parcels come from fulfilment's, invoices from invoicing's endpoints. */
export const orderView = orderSummaryView.extend({
  email: z.string(),
  locale: localeSchema,
  market: z.string(),
  currency: currencySchema,
  taxIncluded: z.boolean(),
  shippingAddress: addressView.nullable(),
  billingAddress: addressView,
  delivery: soldDeliveryView,
  paymentMethod: z.enum(orderPaymentMethods),
  /** Unpaid after this moment: cancelled. */
  payBy: z.iso.datetime().nullable(),
  note: z.string(),
  cancelReason: z.string().nullable(),
  lines: z.array(orderLineView),
  taxLines: z.array(orderTaxLineView),
  net: moneyView,
  tax: moneyView,
  paid: moneyView,
  refunded: moneyView,
  /** Public entries, oldest first. */
  timeline: z.array(timelineEntryView),
});
export type OrderView = z.output<typeof orderView>;

/** The secret of a status link, as it stands in its address. */
export const linkSecretSchema = z.string().regex(/^[A-Za-z0-9_-]{20,64}$/);

/** The storefront's address of an order's page, from the mail and the confirmation. */
export function orderStatusPath(secret: string, locale: Locale): string {
  return `${locale === "en" ? "" : `/${locale}`}/order/${secret}`;
}

/** Where a payment provider sends the shopper back to; a page that asks and waits for the outcome. */
export function paymentReturnPath(secret: string, locale: Locale): string {
  return `${orderStatusPath(secret, locale)}/payment`;
}

export const getOrderByLink = endpoint({
  id: "getOrderByLink",
  method: "GET",
  path: "/api/store/orders/by-link/:secret",
  summary: "An order by the secret of its status link",
  allow: "anyone",
  params: z.object({ secret: linkSecretSchema }),
  reply: orderView,
  errors: [badRequest, notFound],
  perMinute: 120,
});

export const listAccountOrders = endpoint({
  id: "listAccountOrders",
  method: "GET",
  path: "/api/store/account/orders",
  summary: "The signed-in customer's orders, newest first",
  allow: "customer",
  query: z
    .object({
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    })
    .prefault({}),
  reply: z.object({ orders: z.array(orderSummaryView), next: z.string().nullable() }),
  errors: [badRequest],
});

export const getAccountOrder = endpoint({
  id: "getAccountOrder",
  method: "GET",
  path: "/api/store/account/orders/:id",
  summary: "One of the signed-in customer's orders; `linkSecret` opens its status page and parcels",
  allow: "customer",
  params: z.object({ id: idSchema("order") }),
  reply: orderView.extend({ linkSecret: z.string() }),
  errors: [badRequest, notFound],
});
