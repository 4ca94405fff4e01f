import type { Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { addressLimit, fingerprint, type Limit, requireTry } from "../../platform/throttle.ts";
import { tooManyOrders } from "../orders/contract.ts";
import type { OrderLimits, OrderPaymentMethod } from "../orders/index.ts";
import { isOffline, offlineMethods } from "../payments/index.ts";
import { getSettings } from "../settings/index.ts";

const hour = 3600;
/** Tries to pay one order, by whatever way: a shopper needs a few, a tester of stolen cards many. */
const paymentsAnHour = 10;

/**
 * Counts a try to order (and with a secret: to pay an order again) before anything is looked at, by the
 * network address it comes from. Refuses `tooManyOrders` when there were too many lately: one round
 * trip, in a statement of its own, so that no order waits for another's.
 */
export async function countOrderTry(edge: Edge, secret?: string): Promise<void> {
  const { ordersPerAddress } = await getSettings(edge.reading(), "checkout");
  const { clientAddress } = edge.caller;
  const limits: Limit[] =
    ordersPerAddress === 0
      ? []
      : addressLimit("order", clientAddress, ordersPerAddress, hour / ordersPerAddress);
  if (secret !== undefined) limits.push(paymentLimit(secret));
  await requireTry(edge, limits, tooManyOrders);
}

function paymentLimit(secret: string): Limit {
  return {
    key: `pay-again:${fingerprint(secret)}`,
    burst: paymentsAnHour,
    secondsEach: hour / paymentsAnHour,
    longestStreak: null,
  };
}

/**
 * What one customer, known by account or by mail address, may order and leave unpaid. For an order
 * that is paid at the door or by transfer all such orders count, for others only those that
 * still wait for their payment.
 */
export async function orderLimits(ctx: Context, method: OrderPaymentMethod): Promise<OrderLimits> {
  const { ordersPerCustomer, unpaidPerCustomer } = await getSettings(ctx, "checkout");
  const free = method === "none";
  return {
    mostAnHour: ordersPerCustomer,
    mostUnpaid: free ? 0 : unpaidPerCustomer,
    unpromised: !free && isOffline(method) ? offlineMethods() : [],
  };
}
