import { present } from "../../kernel/assert.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { money } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import { external } from "../../platform/db.ts";
import type { Edge } from "../../platform/edge.ts";
import { type Failpoint, failpoint } from "../../platform/failpoint.ts";
import { attemptOfOperation, type StoredAttempt } from "./attempt-row.ts";
import { isUnfinished, type Operation } from "./payment.ts";
import type { OnlineProvider, OperationAnswer, OperationRequest } from "./provider.ts";
import { isOnline, onlineProvider } from "./registry.ts";
import { isOurs, settleAttempt } from "./settle-attempt.ts";
import { postponeOperation } from "./store.ts";

/**
 * Makes one call that moves money and books its answer. Replayable at every point: the operation's id
 * is the provider's idempotency key. Operations of one attempt go one after another, so an older
 * unfinished one is finished first. What people do by hand is left as it is.
 * @returns the operation: succeeded, failed (with `failure`), or created/unknown (the sweeper goes on)
 */
export async function performOperation(edge: Edge, operationId: Uuid): Promise<Operation> {
  const attempt = await attemptOfOperation(edge.reading(), operationId);
  const operation = operationIn(attempt, operationId);
  if (!isUnfinished(operation) || !isOnline(attempt.provider)) return operation;
  const provider = onlineProvider(attempt.provider);
  const older = attempt.operations.find(isUnfinished);
  if (older !== undefined && older.id !== operationId) {
    const ended = await performOperation(edge, older.id);
    if (isUnfinished(ended)) return operation;
    return performOperation(edge, operationId);
  }
  point(operation, "prepared");
  const answer = await external(() => ask(provider, attempt, operation));
  point(operation, "called");
  const settled = await edge.transaction((ctx) => book(ctx, attempt, operation, answer));
  point(operation, "finalised");
  return operationIn(settled, operationId);
}

function operationIn(attempt: StoredAttempt, operationId: Uuid): Operation {
  return present(
    attempt.operations.find((each) => each.id === operationId),
    "the operation of an attempt",
  );
}

function point(operation: Operation, step: "prepared" | "called" | "finalised"): void {
  failpoint(`${operation.kind}.${step}` satisfies Failpoint);
}

type Answer = OperationAnswer | { readonly outcome: "absent" };

async function ask(
  provider: OnlineProvider,
  attempt: StoredAttempt,
  operation: Operation,
): Promise<Answer> {
  const paymentRef = attempt.providerRef ?? (await findPaymentRef(provider, attempt));
  if (paymentRef === "absent" || paymentRef === "unknown") {
    return paymentRef === "absent"
      ? { outcome: "absent" }
      : { outcome: "unknown", operationRef: null, reason: "payment_unknown" };
  }
  const request: OperationRequest = {
    key: operation.id,
    amount: money(operation.amountMinor, attempt.amount.currency),
    paymentRef,
    operationRef: operation.providerRef,
  };
  return provider[operation.kind](request);
}

/** An attempt can be given up before we ever heard what the provider calls its payment. */
async function findPaymentRef(provider: OnlineProvider, attempt: StoredAttempt): Promise<string> {
  const found = await provider.lookUp({ key: attempt.id, providerRef: null });
  if (found.outcome !== "seen") return found.outcome;
  return isOurs(attempt, found.report) ? found.report.seen.providerRef : "unknown";
}

async function book(
  ctx: Context,
  attempt: StoredAttempt,
  operation: Operation,
  answer: Answer,
): Promise<StoredAttempt> {
  // There is nothing at the provider, so there is nothing to let go of, to take or to give back.
  const known: OperationAnswer =
    answer.outcome === "absent"
      ? {
          outcome: operation.kind === "void" ? "succeeded" : "failed",
          operationRef: null,
          reason: "no_such_payment",
        }
      : answer;
  const settled = await settleAttempt(ctx, attempt.id, {
    kind: "operation",
    operationId: operation.id,
    outcome: known.outcome,
    providerRef: known.operationRef,
    failure: known.reason,
  });
  if (isUnfinished(operationIn(settled, operation.id))) await postponeOperation(ctx, operation.id);
  return settled;
}
