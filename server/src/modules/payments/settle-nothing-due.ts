import type { Context } from "../../platform/context.ts";
import { publish } from "../../platform/events.ts";
import { markPlaced, type Order } from "../orders/index.ts";
import { paymentValidated } from "./events.ts";

/**
 * Places an order that costs nothing, in the caller's transaction: no attempt, no provider, and its goods
 * may go at once. One round trip. The caller reserves the goods further on.
 */
export async function settleNothingDue(ctx: Context, order: Order): Promise<Order> {
  const placed = await markPlaced(ctx, order.id, { goods: "later" });
  publish(ctx, paymentValidated, { orderId: order.id, attemptId: null });
  return placed;
}
