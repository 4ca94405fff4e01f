import { refuse } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { toWire } from "../../kernel/money.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import { failpoint } from "../../platform/failpoint.ts";
import { addTimeline, lockOrder, recordRefunded } from "../orders/index.ts";
import { lockAttempts, type StoredAttempt } from "./attempt-row.ts";
import { refundTooMuch } from "./contract.ts";
import { enqueueOperation } from "./enqueue-operation.ts";
import {
  type CreditUsed,
  type Operation,
  type Refund,
  refundableMinor,
  type RefundLine,
  type RefundPurpose,
} from "./payment.ts";
import { insertRefund } from "./refund-row.ts";
import { isOffline, isOnline } from "./registry.ts";
import { settleCredit } from "./settle-credit.ts";
import { insertOperation } from "./store.ts";

export interface RefundRequest {
  readonly orderId: Uuid;
  readonly purpose: RefundPurpose;
  readonly reason: string;
  /** Only for `refund`: what was invoiced and is given back. Their net and tax sum to the amount. */
  readonly lines: readonly RefundLine[];
  readonly amountMinor: bigint;
  /** The gift card or store credit it goes to; absent: back to where the money came from. */
  readonly to?: CreditUsed;
}

export interface RefundRequested {
  readonly refundId: Uuid;
  /** To be performed after the commit; a job does so in any case. */
  readonly operationIds: readonly Uuid[];
  /** True when somebody has to send the money and then confirm it. */
  readonly byHand: boolean;
}

/**
 * Decides a refund: never more than was captured and is not back or on its way back, whoever else
 * refunds at the same moment. Locks the order. The money follows by operations, the credit note by
 * the event `refundSucceeded`.
 */
export async function requestRefund(
  ctx: Context,
  request: RefundRequest,
): Promise<RefundRequested> {
  const order = await lockOrder(ctx, request.orderId);
  const attempts = await lockAttempts(ctx, order.id);
  const refundable = attempts.reduce((sum, each) => sum + refundableMinor(each), 0n);
  if (request.amountMinor <= 0n || request.amountMinor > refundable) {
    refuse(refundTooMuch, { refundable: refundable.toString() });
  }
  const refund = refundFor(ctx, request, order.currency);
  await insertRefund(ctx, refund);
  if (request.purpose === "refund") await recordRefunded(ctx, order.id, request.lines);
  const parts = shareOut(attempts, request.amountMinor);
  const isByHand = ({ attempt }: Part) => request.to === undefined && isOffline(attempt.provider);
  const byHand = parts.some(isByHand);
  await addTimeline(ctx, order.id, {
    kind: request.purpose === "surplus" ? "money_returned" : "refund_started",
    public: false,
    details: { amount: { ...toWire(refund.amount) }, reason: request.reason, byHand },
  });
  const started: { attempt: StoredAttempt; operation: Operation }[] = [];
  for (const { attempt, amountMinor } of parts) {
    const atOnce = request.to !== undefined || !isOnline(attempt.provider);
    const begun = await insertOperation(ctx, attempt, {
      kind: "refund",
      amountMinor,
      causeType: "refund",
      causeId: refund.id,
      byHand: atOnce,
      paidTo: request.to ?? null,
    });
    started.push(begun);
    if (!atOnce) enqueueOperation(ctx, begun.operation.id);
  }
  // What goes to gift cards and store credit is there at once.
  let now = order;
  for (const begun of started) {
    if ((begun.operation.paidTo ?? begun.attempt.credit) === null) continue;
    now = await settleCredit(ctx, now, begun);
  }
  const operationIds = started.map(({ operation }) => operation.id);
  failpoint("refund.before-commit");
  return { refundId: refund.id, operationIds, byHand };
}

function refundFor(ctx: Context, request: RefundRequest, currency: Refund["amount"]["currency"]) {
  const taxMinor = request.lines.reduce((sum, line) => sum + line.taxMinor, 0n);
  const refund: Refund = {
    id: newId(),
    orderId: request.orderId,
    amount: { minor: request.amountMinor, currency },
    netMinor: request.amountMinor - taxMinor,
    taxMinor,
    purpose: request.purpose,
    reason: request.reason,
    state: "pending",
    lines: request.lines,
    createdAt: ctx.now,
    createdBy: actorOf(ctx),
  };
  return refund;
}

interface Part {
  readonly attempt: StoredAttempt;
  readonly amountMinor: bigint;
}

/**
 * From which payments the money goes back, each no more than it brought: first to where money came from,
 * the newest first, then to gift cards and store credit.
 */
function shareOut(attempts: readonly StoredAttempt[], amountMinor: bigint): Part[] {
  let left = amountMinor;
  const money = attempts.filter((each) => each.credit === null);
  const credit = attempts.filter((each) => each.credit !== null);
  return [...money.toReversed(), ...credit].flatMap((attempt) => {
    const most = refundableMinor(attempt);
    const part = most < left ? most : left;
    if (part <= 0n) return [];
    left -= part;
    return [{ attempt, amountMinor: part }];
  });
}
