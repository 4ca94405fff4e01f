import { isPaymentCovered, type Order } from "../orders/index.ts";
import { findProvider } from "./registry.ts";

/** What the order is worth after what was cancelled; nothing once it is cancelled as a whole. */
export function dueMinor(order: Order): bigint {
  return order.status === "cancelled" ? 0n : order.totalMinor - order.cancelledMinor;
}

/** What of a pending order no gift card and no store credit has promised to pay. */
export function leftToPay(order: Order): bigint {
  return dueMinor(order) - order.authorisedMinor;
}

/** Does anybody still want money for this order? Not when it is cancelled, nor when it is covered already. */
export function mayAccept(order: Order): boolean {
  if (order.status === "cancelled" || order.status === "completed") return false;
  return !isPaymentCovered(order);
}

/**
 * May the goods go out? Nothing to pay is paid. Money that the shop takes with the order must have been taken, a transfer must
 * have arrived; a promise is enough where the money is taken at shipping or at the door.
 */
export function isValidated(order: Order): boolean {
  const due = dueMinor(order);
  if (order.status === "cancelled") return false;
  if (order.capturedMinor >= due) return true;
  return !moneyComesFirst(order) && order.authorisedMinor >= due;
}

function moneyComesFirst(order: Order): boolean {
  const provider = findProvider(order.paymentMethod);
  if (provider?.mode === "offline") return provider.begins === "action";
  return order.captureMoment === "at_order";
}
