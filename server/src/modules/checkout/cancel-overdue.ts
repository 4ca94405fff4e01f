import type { Context } from "../../platform/context.ts";
import { releaseReservations } from "../inventory/index.ts";
import { lockOrder, type Order, recordCancelled } from "../orders/index.ts";
import { type Attempt, paymentsOf, requestVoid, returnSurplus } from "../payments/index.ts";
import { cancelOpenPurchases } from "../purchasing/index.ts";

/** The reason that orders carry which were not paid in time; faces translate it. */
export const notPaidInTime = "not_paid_in_time";

/**
 * Cancels an order whose time to pay is over and gives its goods back. Waits for a provider that was
 * asked and has not answered: money may be on its way. Money that comes after all is returned by
 * payments. Nothing happens to an order that was paid, in part or in whole, or cancelled meanwhile; but
 * gift cards and store credit alone do not keep it, and get back what they gave.
 */
export async function cancelOverdue(ctx: Context, orderId: string): Promise<void> {
  const order = await lockOrder(ctx, orderId);
  if (!isOverdue(order, ctx.now)) return;
  const { attempts } = await paymentsOf(ctx, orderId);
  if (attempts.some(holdsMoney)) return;
  if (attempts.some(({ state }) => state === "authorising" || state === "unknown")) return;
  const { order: cancelled } = await recordCancelled(ctx, orderId, { reason: notPaidInTime });
  await requestVoid(ctx, { orderId, causeType: "cancellation", causeId: orderId });
  await returnSurplus(ctx, cancelled, "cancellation", notPaidInTime);
  await releaseReservations(ctx, orderId);
  await cancelOpenPurchases(ctx, orderId);
}

function isOverdue(order: Order, now: Date): boolean {
  const open = order.status === "pending" || order.status === "placed";
  return open && order.payBy !== null && order.payBy < now;
}

/** A provider, a carrier or the bank has promised or brought money for it. */
function holdsMoney({ credit, state }: Attempt): boolean {
  const standing = ["authorised", "capturing", "captured", "voiding", "refunding"];
  return credit === null && standing.includes(state);
}
