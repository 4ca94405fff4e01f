import { money, type Money } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import { publish } from "../../platform/events.ts";
import { accounts, applyPrepayments, credit, debit, postEntry } from "../ledger/index.ts";
import { completeIfDone, holdOrder, type Order, recordRefunded } from "../orders/index.ts";
import type { Consequences } from "./advance.ts";
import type { StoredAttempt } from "./attempt-row.ts";
import { paymentCaptured, refundSucceeded } from "./events.ts";
import type { Operation } from "./payment.ts";
import { findRefund, saveRefundState } from "./refund-row.ts";
import { getProvider, moneyAccount } from "./registry.ts";
import { returnSurplus } from "./return-surplus.ts";

/** Journal entries, refunds and events of the operations that have just ended. Order and attempt are locked. */
export async function bookOperations(
  ctx: Context,
  order: Order,
  attempt: StoredAttempt,
  { succeeded, failed }: Consequences,
): Promise<void> {
  for (const operation of succeeded) {
    if (operation.kind === "capture") await bookCapture(ctx, order, attempt, operation);
    if (operation.kind === "refund") await bookRefund(ctx, attempt, operation);
  }
  for (const operation of failed) await bookFailure(ctx, order, attempt, operation);
  if (succeeded.some((each) => each.kind === "capture")) {
    if (order.unitsShipped > 0n) await applyPrepayments(ctx, order.id);
    await returnSurplus(ctx, order);
    await completeIfDone(ctx, order);
  }
}

async function bookCapture(
  ctx: Context,
  order: Order,
  attempt: StoredAttempt,
  operation: Operation,
): Promise<void> {
  const amount = amountOf(attempt, operation);
  await postEntry(ctx, {
    causeType: "capture",
    causeId: operation.id,
    description: `Payment of ${order.number} by ${attempt.provider}`,
    orderId: order.id,
    postings: [debit(moneyAccount(attempt.provider), amount), credit(owedBefore(attempt), amount)],
  });
  publish(ctx, paymentCaptured, {
    orderId: order.id,
    attemptId: attempt.id,
    operationId: operation.id,
    amountMinor: amount.minor.toString(),
    currency: amount.currency,
  });
}

/** Cash at the door was owed by the carrier; all other money is the customer's until it is invoiced. */
function owedBefore(attempt: StoredAttempt) {
  const provider = getProvider(attempt.provider);
  return provider.mode === "offline" && provider.begins === "authorised"
    ? accounts.cash_on_delivery
    : accounts.prepayments;
}

/**
 * Money that went back. What was invoiced is owed by the customer again until the credit note cancels
 * it; what never was comes out of their prepayment.
 */
async function bookRefund(ctx: Context, attempt: StoredAttempt, operation: Operation) {
  const refund = await findRefund(ctx, operation.causeId);
  const invoiced = refund?.purpose === "refund";
  const amount = amountOf(attempt, operation);
  await postEntry(ctx, {
    causeType: "refund",
    causeId: operation.id,
    description: `Refund by ${attempt.provider}`,
    orderId: attempt.orderId,
    postings: [
      debit(invoiced ? accounts.receivables : accounts.prepayments, amount),
      credit(moneyAccount(attempt.provider), amount),
    ],
  });
  if (refund === null) return;
  const state = await saveRefundState(ctx, refund.id);
  if (state !== "succeeded") return;
  publish(ctx, refundSucceeded, {
    orderId: refund.orderId,
    refundId: refund.id,
    amountMinor: refund.amount.minor.toString(),
    currency: refund.amount.currency,
  });
}

/** A capture that was refused stops the order for somebody to look at; a refund that was refused frees its lines. */
async function bookFailure(
  ctx: Context,
  order: Order,
  attempt: StoredAttempt,
  operation: Operation,
): Promise<void> {
  if (operation.kind === "capture" && operation.causeType === "order") {
    if (order.status === "placed") await holdOrder(ctx, order.id, "capture_failed");
  }
  if (operation.kind !== "refund") return;
  const refund = await findRefund(ctx, operation.causeId);
  if (refund === null) return;
  const state = await saveRefundState(ctx, refund.id);
  const nothingWentBack = !attempt.operations.some(
    (each) => each.causeId === refund.id && each.state === "succeeded",
  );
  if (state !== "failed" || refund.purpose !== "refund" || !nothingWentBack) return;
  const negated = refund.lines.map((line) => ({
    orderLineId: line.orderLineId,
    quantity: -line.quantity,
    netMinor: -line.netMinor,
    taxMinor: -line.taxMinor,
  }));
  await recordRefunded(ctx, refund.orderId, negated);
}

function amountOf(attempt: StoredAttempt, operation: Operation): Money {
  return money(operation.amountMinor, attempt.amount.currency);
}
