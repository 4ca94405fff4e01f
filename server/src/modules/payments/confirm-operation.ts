import type { InputOf, ReplyOf } from "../../kernel/endpoint.ts";
import { present } from "../../kernel/assert.ts";
import { refuse } from "../../kernel/errors.ts";
import { typeId } from "../../kernel/type-id.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import type { Context } from "../../platform/context.ts";
import { lockOrder } from "../orders/index.ts";
import { attemptOfOperation, lockAttempt } from "./attempt-row.ts";
import { type confirmOperation, operationFinished } from "./contract.ts";
import { isUnfinished } from "./payment.ts";
import { isOffline } from "./registry.ts";
import { settleLocked } from "./settle-attempt.ts";
import { operationViewOf } from "./views.ts";

/** Staff have sent a refund themselves: it counts from now on. Calls to a provider cannot be confirmed by hand. */
export async function answerConfirmation(
  ctx: Context,
  { params: { operationId } }: InputOf<typeof confirmOperation>,
): Promise<ReplyOf<typeof confirmOperation>> {
  const found = await attemptOfOperation(ctx, operationId);
  const order = await lockOrder(ctx, found.orderId);
  const attempt = await lockAttempt(ctx, found.id);
  const operation = attempt.operations.find((each) => each.id === operationId);
  if (operation === undefined || !isUnfinished(operation) || !isOffline(attempt.provider)) {
    refuse(operationFinished, { state: operation?.state ?? "unknown" });
  }
  const settled = await settleLocked(ctx, order, attempt, {
    kind: "operation",
    operationId,
    outcome: "succeeded",
    providerRef: null,
    failure: null,
  });
  await recordAudit(ctx, "payment.refund_sent", typeId("order", order.id), {
    method: attempt.provider,
    amountMinor: operation.amountMinor.toString(),
    currency: order.currency,
  });
  const after = present(
    settled.operations.find((each) => each.id === operationId),
    "the confirmed operation",
  );
  return { operation: operationViewOf(after, settled) };
}
