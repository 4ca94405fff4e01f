import { z } from "zod";
import { addressView, idView, moneyView } from "../../kernel/wire.ts";
import {
  orderFulfilmentStatuses,
  orderLineView,
  orderPaymentMethods,
  orderPaymentStatuses,
  orderStatuses,
  orderTaxLineView,
  soldDeliveryView,
  timelineEntryView,
} from "../orders/contract.ts";
import { attemptView, refundView } from "../payments/contract.ts";
import { taxEvidenceView } from "../tax/contract.ts";

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

export const orderRowView = z.object({
  id: idView("order"),
  number: z.string(),
  status: z.enum(orderStatuses),
  paymentStatus: z.enum(orderPaymentStatuses),
  fulfilmentStatus: z.enum(orderFulfilmentStatuses),
  paymentMethod: z.enum(orderPaymentMethods),
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
  taxEvidence: taxEvidenceView.nullable(),
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
  paymentMethod: z.enum(orderPaymentMethods),
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
      id: idView("document"),
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
