import { z } from "zod";
import { endpoint, fileReply } from "../../kernel/endpoint.ts";
import { badRequest, conflict, errorKind, notFound } from "../../kernel/errors.ts";
import { giftCardUsed } from "../credit/contract.ts";
import {
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
  orderNotInState,
  orderPaymentStatuses,
  orderStatuses,
} from "../orders/contract.ts";
import { nothingToCollect, notPayable, refundTooMuch } from "../payments/contract.ts";
import { paymentMethods } from "../settings/contract.ts";
import { deskOrderView, type OrderNeed, orderNeeds, orderRowView } from "./order-contract.ts";

export {
  deskOrderView,
  nextActions,
  orderActions,
  orderNeeds,
  orderRowView,
} from "./order-contract.ts";
export type { DeskOrderView, OrderNeed, OrderRowView } from "./order-contract.ts";

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
/** details: `{ variantId, wanted, available }`: units sent from there that have not come back. */
export const restockTooMuch = errorKind(
  "restock_too_much",
  409,
  "Fewer units than that were sent from there and are still away",
);
export const shipmentUnderWay = errorKind(
  "shipment_under_way",
  409,
  "A parcel of this order is just leaving; try again in a moment",
);

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
  /** original: back to where the money came from; else as credit with the shop, which is there at once. */
  to: z.enum(["original", "store_credit", "gift_card"]).default("original"),
  /** Put the units of `lines` back on the shelf they were sent from. */
  restock: z.boolean().default(false),
  /** Which warehouse of those they were sent from they came back to; absent: the one of the latest parcels. */
  restockAt: idSchema("location").optional(),
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
  errors: [
    notFound,
    badRequest,
    orderNotInState,
    refundTooMuch,
    lineRefundTooMuch,
    restockTooMuch,
    giftCardUsed,
  ],
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
