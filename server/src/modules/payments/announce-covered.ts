import type { Context } from "../../platform/context.ts";
import { publish } from "../../platform/events.ts";
import type { Order } from "../orders/index.ts";
import { attemptsOf } from "./attempt-row.ts";
import { paymentValidated } from "./events.ts";
import { isValidated } from "./order-rules.ts";

/**
 * An order became worth less. When what was paid covers it now and did not before (a transfer had come in
 * part, then lines were cancelled), its goods may go out. Takes the order before and after, locked.
 */
export async function announceCovered(ctx: Context, before: Order, after: Order): Promise<void> {
  if (after.status !== "placed" || isValidated(before) || !isValidated(after)) return;
  const attempt = (await attemptsOf(ctx, after.id)).at(-1);
  publish(ctx, paymentValidated, { orderId: after.id, attemptId: attempt?.id ?? null });
}
