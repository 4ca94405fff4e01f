import type { ProductKind } from "../../kernel/product-kind.ts";
import type { Context } from "../../platform/context.ts";
import type { CaptureMoment, OrderPaymentMethod } from "../orders/index.ts";
import { isOffline } from "../payments/index.ts";
import { getSettings } from "../settings/index.ts";

export interface PaymentTerms {
  readonly captureMoment: CaptureMoment;
  /** Unpaid then: cancelled. Null: it is paid at the door. */
  readonly payBy: Date | null;
  /** How long goods are held meanwhile; null: they are the order's at once. */
  readonly holdUntil: Date | null;
}

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * When a method is paid, and how long the shop waits for it. From settings in memory. Paying again
 * holds goods anew, but never longer than the settings allow since the order was made (`madeAt`): afterwards
 * `holdUntil` is not later than now, and it is too late to pay.
 *
 * With 30 minutes a time and 120 in all: who pays again after 100 minutes has 20 left.
 */
export async function paymentTerms(
  ctx: Context,
  method: OrderPaymentMethod,
  madeAt: Date = ctx.now,
): Promise<PaymentTerms> {
  const after = (milliseconds: number) => new Date(ctx.now.getTime() + milliseconds);
  if (method === "none") return { captureMoment: "at_order", payBy: null, holdUntil: null };
  if (method === "cash-on-delivery") {
    return { captureMoment: "at_shipping", payBy: null, holdUntil: null };
  }
  if (isOffline(method)) {
    const { daysToPay } = await getSettings(ctx, "bank-transfer");
    return { captureMoment: "at_order", payBy: after(daysToPay * day), holdUntil: null };
  }
  const { holdMinutes, longestHoldMinutes } = await getSettings(ctx, "checkout");
  const { captureMoment } = await getSettings(ctx, "test-card");
  const longest = madeAt.getTime() + Math.max(holdMinutes, longestHoldMinutes) * minute;
  const until = new Date(Math.min(ctx.now.getTime() + holdMinutes * minute, longest));
  return { captureMoment, payBy: until, holdUntil: until };
}

/** Gift cards are delivered once they are paid, so their orders are paid at once, whatever the shop does else. */
export function paidFirst(
  lines: readonly { readonly productKind: ProductKind }[],
): Partial<Pick<PaymentTerms, "captureMoment">> {
  return lines.some(({ productKind }) => productKind === "gift_card")
    ? { captureMoment: "at_order" }
    : {};
}
