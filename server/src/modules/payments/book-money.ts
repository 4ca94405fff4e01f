import { money, type Money } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import { publish } from "../../platform/events.ts";
import { type Hold, redeemHeld, refundToCredit, releaseHeld } from "../credit/index.ts";
import { accounts, credit, debit, postEntry } from "../ledger/index.ts";
import type { Order } from "../orders/index.ts";
import type { StoredAttempt } from "./attempt-row.ts";
import { endRefund } from "./end-refund.ts";
import { paymentCaptured } from "./events.ts";
import type { CreditUsed, Operation } from "./payment.ts";
import { findRefund } from "./refund-row.ts";
import { creditProviders, getProvider, moneyAccount } from "./registry.ts";

/** What an operation that has just succeeded means for books, gift cards and followers. Order and attempt are locked. */
export async function bookMoney(
  ctx: Context,
  order: Order,
  attempt: StoredAttempt,
  operation: Operation,
): Promise<void> {
  if (operation.kind === "capture") await bookCapture(ctx, order, attempt, operation);
  if (operation.kind === "refund") await bookRefund(ctx, attempt, operation);
  if (operation.kind === "void" && attempt.credit !== null) {
    await releaseHeld(ctx, holdOf(attempt.credit, attempt, operation), operation.id);
  }
}

async function bookCapture(
  ctx: Context,
  order: Order,
  attempt: StoredAttempt,
  operation: Operation,
): Promise<void> {
  const amount = amountOf(attempt, operation);
  if (attempt.credit !== null) {
    await redeemHeld(ctx, holdOf(attempt.credit, attempt, operation), operation.id);
  }
  await postEntry(ctx, {
    causeType: "capture",
    causeId: operation.id,
    description: {
      code: "payment",
      params: { order: order.number, provider: attempt.provider },
    },
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

function holdOf(credit: CreditUsed, { id, orderId }: StoredAttempt, operation: Operation): Hold {
  return { accountId: credit.id, amountMinor: operation.amountMinor, causeId: id, orderId };
}

/** Cash at the door was owed by the carrier; all other money is the customer's until it is invoiced. */
function owedBefore(attempt: StoredAttempt) {
  if (attempt.credit !== null) return accounts.prepayments;
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
  const to = operation.paidTo ?? attempt.credit;
  if (to !== null) await refundToCredit(ctx, holdOf(to, attempt, operation), operation.id);
  const way = to === null ? attempt.provider : creditProviders[to.kind];
  await postEntry(ctx, {
    causeType: "refund",
    causeId: operation.id,
    description: { code: "refund", params: { provider: way } },
    orderId: attempt.orderId,
    postings: [
      debit(invoiced ? accounts.receivables : accounts.prepayments, amount),
      credit(moneyAccount(way), amount),
    ],
  });
  await endRefund(ctx, operation.causeId);
}

function amountOf(attempt: StoredAttempt, operation: Operation): Money {
  return money(operation.amountMinor, attempt.amount.currency);
}
