import type { Json } from "../../kernel/errors.ts";
import { money, toWire } from "../../kernel/money.ts";
import type { TimelineNote } from "../orders/index.ts";
import type { Consequences } from "./advance.ts";
import type { StoredAttempt } from "./attempt-row.ts";
import type { Operation } from "./payment.ts";

/** Why closing an unpaid payment was dropped: the shopper has paid it. Nobody need hear of it. */
export const paidMeanwhile = "paid_meanwhile";

/** What an order's timeline says about a step of its payment. */
export function timelineNotes(attempt: StoredAttempt, step: Consequences): TimelineNote[] {
  const method = attempt.provider;
  const amount = { ...toWire(attempt.amount) };
  const notes: TimelineNote[] = [];
  const say = (kind: TimelineNote["kind"], isPublic: boolean, details: Record<string, Json>) =>
    notes.push({ kind, public: isPublic, details: { method, ...details } });
  if (step.becameUnknown) say("payment_unknown", false, { amount });
  if (step.needsAction) say("payment_action", false, { amount });
  if (step.ended) say("payment_failed", true, { amount, reason: attempt.failure ?? "expired" });
  if (step.authorised && attempt.capturedMinor === 0n) say("authorised", true, { amount });
  for (const operation of step.succeeded) {
    // A void of what nobody had paid is told as the end of the attempt above.
    if (operation.kind === "void" && step.ended) continue;
    say(succeededKind(operation), operation.kind !== "void", {
      amount: operationAmount(attempt, operation),
      reason: operation.causeType,
    });
  }
  for (const operation of step.failed.filter((each) => each.failure !== paidMeanwhile)) {
    const failure = operation.failure ?? "failed";
    say(operation.kind === "refund" ? "refund_failed" : "problem", false, {
      amount: operationAmount(attempt, operation),
      reason: operation.kind === "refund" ? failure : `${operation.kind}_failed`,
      text: failure,
    });
  }
  return notes;
}

function succeededKind(operation: Operation): TimelineNote["kind"] {
  if (operation.kind === "void") return "voided";
  return operation.kind === "capture" ? "captured" : "refunded";
}

function operationAmount(attempt: StoredAttempt, operation: Operation): Json {
  return { ...toWire(money(operation.amountMinor, attempt.amount.currency)) };
}
