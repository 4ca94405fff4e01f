import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../platform/context.ts";
import type { Order } from "../orders/index.ts";
import { advance, consequencesOf } from "./advance.ts";
import { factsOf, type StoredAttempt } from "./attempt-row.ts";
import { bookMoney } from "./book-money.ts";
import type { Operation } from "./payment.ts";
import { recordStep } from "./record-step.ts";
import { saveFacts } from "./store.ts";

/**
 * Ends an operation that moves money between an order and a gift card or store credit: nobody has to be
 * asked, so it has succeeded in the transaction that wrote it. Order and attempt are locked.
 * @returns the order as it then is
 */
export async function settleCredit(
  ctx: Context,
  order: Order,
  { attempt, operation }: { readonly attempt: StoredAttempt; readonly operation: Operation },
): Promise<Order> {
  const before = factsOf(attempt);
  const after = advance(before, {
    kind: "operation",
    operationId: operation.id,
    outcome: "succeeded",
    providerRef: null,
    failure: null,
  });
  assert(after !== null, "an operation that was just begun has not ended");
  const saved = await saveFacts(ctx, attempt, after);
  const step = consequencesOf(before, after);
  const changed = await recordStep(ctx, order, saved, { ...step, places: false });
  await bookMoney(ctx, changed, saved, operation);
  return changed;
}
