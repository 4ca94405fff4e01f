import { z } from "zod";
import { endpoint, fileReply } from "../../kernel/endpoint.ts";
import { badRequest, conflict, errorKind, notFound } from "../../kernel/errors.ts";
import {
  addressView,
  idSchema,
  idView,
  longText,
  moneySchema,
  moneyView,
  quantitySchema,
  text,
} from "../../kernel/wire.ts";
import {
  orderFulfilmentStatuses,
  orderLineView,
  orderNotInState,
  orderPaymentStatuses,
  orderStatuses,
  orderTaxLineView,
  soldDeliveryView,
  timelineEntryView,
} from "../orders/contract.ts";
import {
  attemptView,
  nothingToCollect,
  notPayable,
  refundTooMuch,
  refundView,
} from "../payments/contract.ts";
import { paymentMethods } from "../settings/contract.ts";

/** details: `{ orderLineId, cancellable }`. */
export const cancelTooMuch = errorKind(
  "cancel_too_much",
  409,
  "So many units are not waiting to be sent",
);
/** details: `{ orderLineId?, refundable }`: units, or minor units for amounts. */
export const lineRefundTooMuch = errorKind(
  "line_refund_too_much",
  409,
  "More than what was invoiced and not given back yet; cancel what was not sent",
);
export const shipmentUnderWay = errorKind(
  "shipment_under_way",
  409,
  "A parcel of this order is just leaving; try again in a moment",
);

/**
 * What needs somebody: to_pay: a transfer is awaited; to_collect: cash is with the carrier; to_refund: a
 * refund failed or is to be sent by hand; to_pick, to_ship: for the warehouse; at_risk: due within a
 * day, a payment whose outcome is unknown, or goods that are not on the shelf; late: past its date; held.
 */
export const orderNeeds = [
  "to_pay",
  "to_collect",
  "to_refund",
  "to_pick",
  "to_ship",
  "at_risk",
  "late",
  "held",
] as const;
export type OrderNeed = (typeof orderNeeds)[number];

export const orderFilter = {
  status: z.enum(orderStatuses).optional(),
  payment: z.enum(orderPaymentStatuses).optional(),
  fulfilment: z.enum(orderFulfilmentStatuses).optional(),
  method: z.enum(paymentMethods).optional(),
  hold: z.enum(["true", "false"]).optional(),
  needs: z.enum(orderNeeds).optional(),
  customerId: idSchema("customer").optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** Days of the order, both included, YYYY-MM-DD. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Number, e-mail, name, SKU, tracking number, invoice number or an amount like 129.90. */
  search: z.string().normalize("NFC").trim().max(100).optional(),
};

export const orderRowView = z.object({
  id: idView("order"),
  number: z.string(),
  status: z.enum(orderStatuses),
  paymentStatus: z.enum(orderPaymentStatuses),
  fulfilmentStatus: z.enum(orderFulfilmentStatuses),
  paymentMethod: z.enum(paymentMethods),
  name: z.string(),
  email: z.string(),
  country: z.string(),
  total: moneyView,
  itemCount: z.int(),
  holdReason: z.string().nullable(),
  needs: z.array(z.enum(orderNeeds)),
  /** The last day of the delivery promise. */
  promisedBy: z.string(),
  createdAt: z.iso.datetime(),
});
export type OrderRowView = z.output<typeof orderRowView>;

export const listOrders = endpoint({
  id: "listOrders",
  method: "GET",
  path: "/api/admin/orders",
  summary: "Orders, newest first; filters combine",
  allow: "orders:read",
  query: z.object({
    ...orderFilter,
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({ items: z.array(orderRowView), next: z.string().nullable() }),
});

export const countOrders = endpoint({
  id: "countOrders",
  method: "GET",
  path: "/api/admin/orders/counts",
  summary: "How many orders need what; each count stops at 1000",
  allow: "orders:read",
  reply: z.object(
    Object.fromEntries(orderNeeds.map((need) => [need, z.int()])) as Record<OrderNeed, z.ZodInt>,
  ),
});

export const exportOrders = endpoint({
  id: "exportOrders",
  method: "GET",
  path: "/api/admin/order-export",
  summary: "Orders as CSV, newest first; at most 10,000",
  allow: "orders:read",
  query: z.object(orderFilter),
  reply: fileReply,
  produces: "text/csv",
});

export const orderActions = [
  "note",
  "hold",
  "release_hold",
  "cancel",
  "refund",
  "mark_paid",
  "collect_cash",
  "confirm_refund",
  "check_payment",
] as const;
/** What comes next for this order; faces lead to the place where it is done. */
export const nextActions = [
  "release_hold",
  "mark_paid",
  "confirm_refund",
  "check_payment",
  "pick",
  "ship",
  "order_from_supplier",
  "await_stock",
  "collect_cash",
] as const;

export const deskOrderView = z.object({
  id: idView("order"),
  number: z.string(),
  version: z.int(),
  status: z.enum(orderStatuses),
  paymentStatus: z.enum(orderPaymentStatuses),
  fulfilmentStatus: z.enum(orderFulfilmentStatuses),
  needs: z.array(z.enum(orderNeeds)),
  market: z.string(),
  locale: z.string(),
  email: z.string(),
  note: z.string(),
  taxIncluded: z.boolean(),
  hold: z.object({ reason: z.string(), by: z.string() }).nullable(),
  cancelReason: z.string().nullable(),
  createdAt: z.iso.datetime(),
  placedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  payBy: z.iso.datetime().nullable(),
  customer: z.object({ id: idView("customer"), name: z.string(), orderCount: z.int() }).nullable(),
  shippingAddress: addressView.nullable(),
  billingAddress: addressView,
  delivery: soldDeliveryView,
  paymentMethod: z.enum(paymentMethods),
  captureMoment: z.enum(["at_order", "at_shipping"]),
  lines: z.array(
    orderLineView.extend({
      /** Units that can still be cancelled, and refunded after they were invoiced. */
      cancellable: z.int(),
      refundable: z.object({ quantity: z.int(), amount: moneyView }),
    }),
  ),
  taxLines: z.array(orderTaxLineView),
  money: z.object({
    net: moneyView,
    tax: moneyView,
    total: moneyView,
    cancelled: moneyView,
    authorised: moneyView,
    captured: moneyView,
    refunded: moneyView,
    /** Total less cancelled less captured plus refunded; negative when more was paid than is owed. */
    due: moneyView,
    /** The most that a refund can give back now. */
    refundable: moneyView,
  }),
  attempts: z.array(attemptView),
  refunds: z.array(refundView),
  fulfilmentOrders: z.array(
    z.object({
      id: idView("fulfilment"),
      state: z.string(),
      location: z.object({ id: idView("location"), code: z.string(), name: z.string() }),
      units: z.int(),
      picked: z.int(),
      shipped: z.int(),
    }),
  ),
  shipments: z.array(
    z.object({
      id: idView("shipment"),
      number: z.string(),
      state: z.string(),
      carrier: z.string(),
      trackingNumber: z.string(),
      trackingUrl: z.string(),
      problem: z.string().nullable(),
      units: z.int(),
      shippedAt: z.iso.datetime().nullable(),
      deliveredAt: z.iso.datetime().nullable(),
    }),
  ),
  documents: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(["invoice", "credit_note"]),
      label: z.string(),
      gross: moneyView,
      issuedOn: z.string(),
    }),
  ),
  purchases: z.array(
    z.object({
      id: idView("purchase"),
      orderLineId: idView("order_line"),
      quantity: z.int(),
      state: z.string(),
    }),
  ),
  timeline: z.array(timelineEntryView),
  actions: z.array(z.enum(orderActions)),
  nextAction: z.enum(nextActions).nullable(),
});
export type DeskOrderView = z.output<typeof deskOrderView>;

const params = z.object({ orderId: idSchema("order") });
const reason = text(300);

export const readOrder = endpoint({
  id: "readOrder",
  method: "GET",
  path: "/api/admin/orders/:orderId",
  summary: "One order with everything that belongs to it; `:orderId` is its id",
  allow: "orders:read",
  params,
  reply: deskOrderView,
  errors: [notFound],
});

export const addOrderNote = endpoint({
  id: "addOrderNote",
  method: "POST",
  path: "/api/admin/orders/:orderId/notes",
  summary: "Write a note that only staff see",
  allow: "orders:write",
  params,
  body: z.object({ text: longText(2000).pipe(z.string().min(1)) }),
  reply: deskOrderView,
  errors: [notFound],
  idempotent: true,
});

export const holdOrder = endpoint({
  id: "holdOrder",
  method: "POST",
  path: "/api/admin/orders/:orderId/hold",
  summary: "Stop an order: nothing is taken, picked or shipped until it is released",
  allow: "orders:write",
  params,
  body: z.object({ reason }),
  reply: deskOrderView,
  errors: [notFound, orderNotInState],
  idempotent: true,
});

export const releaseOrder = endpoint({
  id: "releaseOrder",
  method: "POST",
  path: "/api/admin/orders/:orderId/hold-release",
  summary: "Let a held order go on",
  allow: "orders:write",
  params,
  reply: deskOrderView,
  errors: [notFound, orderNotInState],
  idempotent: true,
});

/** Units by line; absent: everything that was not sent. */
const cancelBody = z.object({
  lines: z
    .array(z.object({ orderLineId: idSchema("order_line"), quantity: quantitySchema }))
    .min(1)
    .max(200)
    .optional(),
  reason,
});

const moneyEffect = z.object({
  /** What the order is worth less. */
  value: moneyView,
  /** What goes back to the shopper by itself. */
  refund: moneyView,
  /** What a card's promise is released of. */
  release: moneyView,
  /** True when the refund has to be sent by hand (bank transfer, cash). */
  byHand: z.boolean(),
});

export const previewCancellation = endpoint({
  id: "previewCancellation",
  method: "POST",
  path: "/api/admin/orders/:orderId/cancellation/preview",
  summary: "What a cancellation would do, in numbers; changes nothing",
  allow: "orders:write",
  params,
  body: cancelBody.omit({ reason: true }),
  reply: moneyEffect.extend({ whole: z.boolean() }),
  errors: [notFound, orderNotInState, cancelTooMuch],
});

export const cancelOrder = endpoint({
  id: "cancelOrder",
  method: "POST",
  path: "/api/admin/orders/:orderId/cancellation",
  summary: "Cancel what was not sent: stock is free again, money goes back, the shopper is told",
  allow: "orders:write",
  params,
  body: cancelBody,
  reply: deskOrderView,
  errors: [notFound, orderNotInState, cancelTooMuch, shipmentUnderWay],
  idempotent: true,
});

/**
 * lines: units of invoiced lines; amount: a gesture, spread over the lines by what is left of each; neither:
 * everything that was invoiced and not given back.
 */
const refundBody = z.object({
  lines: z
    .array(z.object({ orderLineId: idSchema("order_line"), quantity: quantitySchema }))
    .min(1)
    .max(200)
    .optional(),
  amount: moneySchema.optional(),
  reason,
  /** Put the units of `lines` back on the shelf they were sent from. */
  restock: z.boolean().default(false),
});

export const previewRefund = endpoint({
  id: "previewRefund",
  method: "POST",
  path: "/api/admin/orders/:orderId/refunds/preview",
  summary: "What a refund would give back, by line; changes nothing",
  allow: "orders:refund",
  params,
  body: refundBody.omit({ reason: true }),
  reply: z.object({
    amount: moneyView,
    net: moneyView,
    tax: moneyView,
    byHand: z.boolean(),
    lines: z.array(
      z.object({
        orderLineId: idView("order_line"),
        quantity: z.int(),
        net: moneyView,
        tax: moneyView,
      }),
    ),
  }),
  errors: [notFound, badRequest, orderNotInState, refundTooMuch, lineRefundTooMuch],
});

export const refundOrder = endpoint({
  id: "refundOrder",
  method: "POST",
  path: "/api/admin/orders/:orderId/refunds",
  summary: "Give money back for what was invoiced; a credit note follows",
  allow: "orders:refund",
  params,
  body: refundBody,
  reply: deskOrderView,
  errors: [notFound, badRequest, orderNotInState, refundTooMuch, lineRefundTooMuch],
  idempotent: true,
});

export const markOrderPaid = endpoint({
  id: "markOrderPaid",
  method: "POST",
  path: "/api/admin/orders/:orderId/payment",
  summary: "A bank transfer has arrived; without an amount, all that is due",
  allow: "payments:write",
  params,
  body: z.object({
    amount: moneySchema.optional(),
    reference: z.string().trim().max(140).default(""),
  }),
  reply: deskOrderView,
  errors: [notFound, badRequest, notPayable],
  idempotent: true,
});

export const collectCash = endpoint({
  id: "collectCash",
  method: "POST",
  path: "/api/admin/orders/:orderId/cash-collection",
  summary: "The carrier has handed over the cash; without an amount, all that is on its way",
  allow: "payments:write",
  params,
  body: z.object({ amount: moneySchema.optional() }),
  reply: deskOrderView,
  errors: [notFound, badRequest, nothingToCollect],
  idempotent: true,
});

export const checkOrderPayment = endpoint({
  id: "checkOrderPayment",
  method: "POST",
  path: "/api/admin/orders/:orderId/payment-check",
  summary: "Ask the payment provider now, and go on with what is unfinished",
  allow: "orders:write",
  params,
  reply: deskOrderView,
  errors: [notFound],
});

export const changeOrdersAtOnce = endpoint({
  id: "changeOrdersAtOnce",
  method: "POST",
  path: "/api/admin/orders/bulk",
  summary: "One action on many orders, each by itself; says of each what came of it",
  allow: "orders:write",
  body: z.object({
    orderIds: z.array(idSchema("order")).min(1).max(100),
    action: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("hold"), reason }),
      z.object({ kind: z.literal("release") }),
      z.object({ kind: z.literal("cancel"), reason }),
      z.object({ kind: z.literal("note"), text: longText(2000).pipe(z.string().min(1)) }),
    ]),
  }),
  reply: z.object({
    results: z.array(
      z.object({
        orderId: idView("order"),
        done: z.boolean(),
        /** The code of the refusal. */
        error: z.string().nullable(),
      }),
    ),
  }),
  errors: [conflict],
  idempotent: true,
});
