import type { nextActions, orderActions } from "./contract.ts";

export type NextAction = (typeof nextActions)[number];
export type OrderAction = (typeof orderActions)[number];

/** What decides what can be done with an order, and what should be done next. */
export interface OrderSituation {
  readonly status: "pending" | "placed" | "completed" | "cancelled";
  readonly held: boolean;
  /** Refunds that people have to send themselves. */
  readonly waitingByHand: boolean;
  /** The provider was asked and has not answered. */
  readonly paymentUnknown: boolean;
  readonly awaitsTransfer: boolean;
  readonly cashOnItsWay: boolean;
  readonly cancellableUnits: number;
  readonly refundableMinor: bigint;
  readonly hasOnlinePayment: boolean;
  /** States of the warehouses' work. */
  readonly work: readonly string[];
  readonly purchasesOpen: boolean;
}

/** The one thing to do next, most urgent first; null when the order needs nobody. */
export function nextActionOf(order: OrderSituation): NextAction | null {
  if (order.waitingByHand) return "confirm_refund";
  if (order.status === "cancelled" || order.status === "completed") return null;
  if (order.held) return "release_hold";
  if (order.paymentUnknown) return "check_payment";
  if (order.status === "pending") return null;
  if (order.awaitsTransfer) return "mark_paid";
  if (order.work.includes("packed")) return "ship";
  if (order.work.some((state) => state === "open" || state === "picking")) return "pick";
  if (order.purchasesOpen) return "order_from_supplier";
  if (order.cancellableUnits > 0) return "await_stock";
  return order.cashOnItsWay ? "collect_cash" : null;
}

/** Everything that may be done, in the order in which it is shown. */
export function actionsOf(order: OrderSituation): OrderAction[] {
  const open = order.status === "pending" || order.status === "placed";
  const can: readonly (readonly [OrderAction, boolean])[] = [
    ["mark_paid", order.awaitsTransfer && open],
    ["collect_cash", order.cashOnItsWay],
    ["confirm_refund", order.waitingByHand],
    ["release_hold", open && order.held],
    ["hold", open && !order.held],
    ["cancel", open && order.cancellableUnits > 0],
    ["refund", order.refundableMinor > 0n],
    ["check_payment", order.hasOnlinePayment],
    ["note", true],
  ];
  return can.filter(([, allowed]) => allowed).map(([action]) => action);
}
