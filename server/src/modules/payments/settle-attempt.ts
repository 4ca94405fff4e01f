import type { Uuid } from "../../kernel/ids.ts";
import { equalMoney, toWire } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { publish } from "../../platform/events.ts";
import { addTimelines, holdOrder, lockOrder, type Order } from "../orders/index.ts";
import {
  advance,
  type Consequences,
  consequencesOf,
  type Facts,
  type Observed,
  stateOf,
} from "./advance.ts";
import { factsOf, getAttempt, lockAttempt, type StoredAttempt } from "./attempt-row.ts";
import { bookOperations } from "./book-operations.ts";
import { captureCredits } from "./pay-with-credit.ts";
import { paymentFailed, paymentValidated } from "./events.ts";
import { isValidated, mayAccept } from "./order-rules.ts";
import type { PaymentReport } from "./provider.ts";
import { recordStep } from "./record-step.ts";
import { releaseUnwanted, startCaptureAtOrder } from "./start-operation.ts";
import { saveFacts } from "./store.ts";
import { paidMeanwhile } from "./timeline-notes.ts";

/**
 * The one way in which an attempt moves, whoever has news of it: the answer to our own call, the
 * shopper's return, a webhook, the sweeper, staff. Locks order, then attempt; one transaction books the
 * attempt, the order, the journal, the timeline and the events, or nothing of it. What was known before
 * changes nothing again.
 */
export async function settleAttempt(
  ctx: Context,
  attemptId: Uuid,
  observed: Observed,
): Promise<StoredAttempt> {
  const { orderId } = await getAttempt(ctx, attemptId);
  const order = await lockOrder(ctx, orderId);
  return settleLocked(ctx, order, await lockAttempt(ctx, attemptId), observed);
}

/** The same for who holds both locks. */
export async function settleLocked(
  ctx: Context,
  order: Order,
  attempt: StoredAttempt,
  observed: Observed,
): Promise<StoredAttempt> {
  const before = factsOf(attempt);
  const after = advance(before, observed);
  if (after === null) return attempt;
  const saved = await saveFacts(ctx, attempt, after);
  const consequences = consequencesOf(before, after);
  const places = consequences.authorised && order.status === "pending" && mayAccept(order);
  // Before the goods are touched: accounts of credit are locked before stock.
  if (places && order.authorisedMinor > 0n) await captureCredits(ctx, order);
  const changed = await recordStep(ctx, order, saved, { ...consequences, places });
  announce(ctx, saved, after, consequences);
  await bookOperations(ctx, changed, saved, consequences);
  if (consequences.authorised && saved.capturedMinor === 0n) {
    await followAuthorisation(ctx, order, saved);
  }
  await announceValidity(ctx, order, changed, saved);
  return getAttempt(ctx, attempt.id);
}

/** Goods may go out now; or no longer, because a promise of money lapsed: then somebody has to look. */
async function announceValidity(
  ctx: Context,
  before: Order,
  after: Order,
  { id: attemptId }: StoredAttempt,
): Promise<void> {
  if (after.status !== "placed") return;
  const [was, is] = [before.status === "placed" && isValidated(before), isValidated(after)];
  if (!was && is) publish(ctx, paymentValidated, { orderId: after.id, attemptId });
  if (was && !is) await holdOrder(ctx, after.id, "authorisation_lost");
}

/**
 * Compares what a provider reports with what we asked for. False: order, amount or currency are not
 * ours, so nothing it says is believed.
 */
export function isOurs(attempt: StoredAttempt, report: PaymentReport): boolean {
  return report.reference === attempt.id && equalMoney(report.amount, attempt.amount);
}

/** Shows a report that does not fit on the order's timeline. */
export async function noteMismatch(
  ctx: Context,
  attempt: StoredAttempt,
  report: PaymentReport,
): Promise<void> {
  const details = {
    reason: "payment_mismatch",
    method: attempt.provider,
    expected: { ...toWire(attempt.amount) },
    amount: { ...toWire(report.amount) },
    attempt: typeId("attempt", attempt.id),
  };
  await addTimelines(ctx, attempt.orderId, [{ kind: "problem", public: false, details }]);
}

/** Money promised: taken now when the shop takes it with the order; let go of when nobody wants it. */
async function followAuthorisation(
  ctx: Context,
  order: Order,
  saved: StoredAttempt,
): Promise<void> {
  if (!mayAccept(order)) return releaseUnwanted(ctx, saved);
  let kept = saved;
  // It was about to be closed unpaid or for another attempt; now the order counts on it.
  for (const { id } of saved.operations.filter((each) => each.kind === "void")) {
    kept = await settleLocked(ctx, order, kept, {
      kind: "operation",
      operationId: id,
      outcome: "failed",
      providerRef: null,
      failure: paidMeanwhile,
    });
  }
  await startCaptureAtOrder(ctx, order, kept);
}

function announce(ctx: Context, saved: StoredAttempt, after: Facts, { ended }: Consequences): void {
  if (!ended || after.failure === "replaced") return;
  const reason = after.failure ?? (stateOf(after) === "voided" ? "expired" : "failed");
  publish(ctx, paymentFailed, { orderId: saved.orderId, attemptId: saved.id, reason });
}
