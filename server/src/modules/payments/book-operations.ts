import type { Context } from "../../platform/context.ts";
import { applyPrepayments } from "../ledger/index.ts";
import { completeIfDone, holdOrder, type Order } from "../orders/index.ts";
import type { Consequences } from "./advance.ts";
import type { StoredAttempt } from "./attempt-row.ts";
import { bookMoney } from "./book-money.ts";
import { endRefund } from "./end-refund.ts";
import type { Operation } from "./payment.ts";
import { returnSurplus } from "./return-surplus.ts";

/** Journal entries, refunds and events of the operations that have just ended. Order and attempt are locked. */
export async function bookOperations(
  ctx: Context,
  order: Order,
  attempt: StoredAttempt,
  { succeeded, failed }: Consequences,
): Promise<void> {
  for (const operation of succeeded) await bookMoney(ctx, order, attempt, operation);
  for (const operation of failed) await bookFailure(ctx, order, operation);
  if (succeeded.some((each) => each.kind === "capture")) {
    if (order.unitsShipped > 0n) await applyPrepayments(ctx, order.id);
    await returnSurplus(ctx, order);
    await completeIfDone(ctx, order);
  }
}

/** A capture that was refused stops the order for somebody to look at; a refund that was refused frees its lines. */
async function bookFailure(ctx: Context, order: Order, operation: Operation): Promise<void> {
  if (operation.kind === "capture" && operation.causeType === "order") {
    if (order.status === "placed") await holdOrder(ctx, order.id, "capture_failed");
  }
  if (operation.kind === "refund") await endRefund(ctx, operation.causeId);
}
