import { toWire } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import { orderStatusPath } from "../orders/contract.ts";
import { linkSecretOf, type Order } from "../orders/index.ts";
import { type Attempt, isOffline } from "../payments/index.ts";
import type { PlacedView } from "./contract.ts";

export function placedViewOf(order: Order, attempt: Attempt | null): PlacedView {
  const linkSecret = linkSecretOf(order);
  return {
    order: {
      id: typeId("order", order.id),
      number: order.number,
      status: order.status,
      total: toWire({ minor: order.totalMinor, currency: order.currency }),
      linkSecret,
      statusLink: orderStatusPath(linkSecret, order.locale),
    },
    payment: paymentView(order, attempt),
  };
}

type PaymentView = PlacedView["payment"];

function paymentView(order: Order, attempt: Attempt | null): PaymentView {
  const state = stateOf(order, attempt);
  const action = state === "action_required" ? attempt?.action : null;
  return {
    method: order.paymentMethod,
    state,
    action: action?.type === "redirect" ? { type: "redirect", url: action.url } : null,
    failure: state === "failed" ? (attempt?.failure ?? "not_paid_in_time") : null,
  };
}

function stateOf(order: Order, attempt: Attempt | null): PaymentView["state"] {
  if (order.paymentMethod === "none") return "authorised";
  if (isOffline(order.paymentMethod)) return order.status === "cancelled" ? "failed" : "offline";
  switch (attempt?.state) {
    case "requires_action":
      return "action_required";
    case "created":
    case "authorising":
    case "unknown":
      return "pending";
    case "authorised":
    case "capturing":
    case "captured":
    case "refunding":
      return "authorised";
    case "voiding":
    case "voided":
    case "failed":
    case undefined:
      return "failed";
  }
}
