import type { TestCard } from "./cards.ts";
import { newId } from "./payment.ts";
import type { Payment, Step } from "./payment.ts";
import { Refusal } from "./refusal.ts";

export interface Refund {
  readonly id: string;
  readonly payment: string;
  readonly amount: string;
  readonly currency: string;
  readonly created: string;
  readonly status: "pending" | "succeeded" | "failed";
  readonly failure_code: "refund_declined" | null;
  readonly settles: { readonly at: string; readonly as: "succeeded" | "failed" } | null;
}

export interface RefundStep extends Step {
  readonly refund: Refund;
}

/** `settleAt` is when a refund that takes its time will be decided. */
export function refund(
  payment: Payment,
  card: TestCard,
  amount: string | null,
  now: Date,
  settleAt: Date,
): RefundStep {
  const left = BigInt(payment.captured_amount) - BigInt(payment.refunded_amount);
  const wanted = amount === null ? left : BigInt(amount);
  if (left === 0n) throw new Refusal(409, "nothing_to_refund", "Nothing is left to refund.");
  if (wanted > left) {
    throw new Refusal(409, "amount_too_large", `At most ${left} can still be refunded.`, "amount");
  }
  const made: Refund = {
    id: newId("re"),
    payment: payment.id,
    amount: String(wanted),
    currency: payment.currency,
    created: now.toISOString(),
    status: "succeeded",
    failure_code: null,
    settles: null,
  };
  if (card.refund === "declined") return failRefund(payment, made);
  const taken = withRefunded(payment, wanted);
  if (card.refund === undefined) {
    return { payment: taken, refund: made, events: ["payment.refunded"] };
  }
  const as = card.refund === "pending" ? "succeeded" : "failed";
  const pending: Refund = {
    ...made,
    status: "pending",
    settles: { at: settleAt.toISOString(), as },
  };
  return { payment: taken, refund: pending, events: ["payment.refund_pending"] };
}

/** Decides a pending refund; a failed one gives its amount back to what can be refunded. */
export function settleRefund(payment: Payment, pending: Refund): RefundStep {
  if (pending.settles?.as === "failed") {
    return failRefund(withRefunded(payment, -BigInt(pending.amount)), pending);
  }
  const settled: Refund = { ...pending, status: "succeeded", settles: null };
  return { payment, refund: settled, events: ["payment.refunded"] };
}

function failRefund(payment: Payment, made: Refund): RefundStep {
  const failed: Refund = {
    ...made,
    status: "failed",
    failure_code: "refund_declined",
    settles: null,
  };
  return { payment, refund: failed, events: ["payment.refund_failed"] };
}

function withRefunded(payment: Payment, change: bigint): Payment {
  return { ...payment, refunded_amount: String(BigInt(payment.refunded_amount) + change) };
}
