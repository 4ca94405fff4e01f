import type { Context } from "../../platform/context.ts";
import type { Order } from "../orders/index.ts";
import { dueMinor } from "./order-rules.ts";
import type { RefundPurpose } from "./payment.ts";
import { refundsOf } from "./refund-row.ts";
import { type RefundRequested, requestRefund } from "./request-refund.ts";

/**
 * Sends back what was paid beyond what the order is worth now: it was cancelled meanwhile, paid twice, or
 * the transfer was too high. Money under way back, and refunds of what was invoiced, do not count as
 * paid beyond. The caller has locked the order and hands over its newest state.
 * @returns null when nothing was too much
 */
export async function returnSurplus(
  ctx: Context,
  order: Order,
  purpose: RefundPurpose = "surplus",
  reason = "paid_too_much",
): Promise<RefundRequested | null> {
  const refunds = await refundsOf(ctx, order.id);
  // What was given back for invoiced goods is not owed less: its credit note lowers the claim as well.
  const returned = refunds
    .filter((refund) => refund.purpose !== "refund" && refund.state !== "failed")
    .reduce((sum, refund) => sum + refund.amount.minor, 0n);
  const surplus = order.capturedMinor - returned - dueMinor(order);
  if (surplus <= 0n) return null;
  return requestRefund(ctx, {
    orderId: order.id,
    purpose,
    reason,
    lines: [],
    amountMinor: surplus,
  });
}
