import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import type { Order } from "../orders/index.ts";
import type { StoredAttempt } from "./attempt-row.ts";
import { dueMinor } from "./order-rules.ts";
import { capturableMinor } from "./payment.ts";
import { isOnline } from "./registry.ts";
import { insertOperation } from "./store.ts";

/**
 * Money that is promised for an order nobody wants paid (cancelled, or covered by another attempt) is
 * let go of. Whoever had the news makes the call after the commit; the sweeper does if they cannot.
 */
export async function releaseUnwanted(ctx: Context, attempt: StoredAttempt): Promise<void> {
  if (!isOnline(attempt.provider) || capturableMinor(attempt) <= 0n) return;
  await insertOperation(ctx, attempt, {
    kind: "void",
    amountMinor: capturableMinor(attempt),
    causeType: "unwanted",
    causeId: attempt.id,
    byHand: false,
  });
}

/**
 * Takes the money right after it was promised, where the shop does so; a held order waits for its
 * release. The call is made after the commit, as above.
 * @returns the operation, or null when there is nothing to take now
 */
export async function startCaptureAtOrder(
  ctx: Context,
  order: Order,
  attempt: StoredAttempt,
): Promise<Uuid | null> {
  if (order.captureMoment !== "at_order" || order.holdReason !== null) return null;
  if (!isOnline(attempt.provider)) return null;
  const left = capturableMinor(attempt);
  const owed = dueMinor(order) - order.capturedMinor;
  const amountMinor = owed < left ? owed : left;
  if (amountMinor <= 0n) return null;
  const { operation } = await insertOperation(ctx, attempt, {
    kind: "capture",
    amountMinor,
    causeType: "order",
    causeId: order.id,
    byHand: false,
  });
  return operation.id;
}
