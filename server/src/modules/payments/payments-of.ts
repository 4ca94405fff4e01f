import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { attemptsOf } from "./attempt-row.ts";
import type { Attempt, Refund } from "./payment.ts";
import { refundsOf } from "./refund-row.ts";

export interface OrderPayments {
  /** Oldest first, with their operations. */
  readonly attempts: readonly Attempt[];
  readonly refunds: readonly Refund[];
}

/** Everything about the money of an order: two round trips. */
export async function paymentsOf(ctx: Context, orderId: Uuid): Promise<OrderPayments> {
  return { attempts: await attemptsOf(ctx, orderId), refunds: await refundsOf(ctx, orderId) };
}
