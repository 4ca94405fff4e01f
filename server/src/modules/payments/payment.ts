import type { Uuid } from "../../kernel/ids.ts";
import type { Money } from "../../kernel/money.ts";
import type { CreditKind } from "../credit/index.ts";

/**
 * Where an attempt to be paid stands. `unknown`: the provider was asked and no readable answer came.
 * `authorised` without `capturing` or `captured`: money is promised, nothing is taken.
 */
export const attemptStates = [
  "created",
  "authorising",
  "requires_action",
  "authorised",
  "capturing",
  "captured",
  "voiding",
  "voided",
  "refunding",
  "failed",
  "unknown",
] as const;
export type AttemptState = (typeof attemptStates)[number];

export const operationKinds = ["capture", "void", "refund"] as const;
export type OperationKind = (typeof operationKinds)[number];

/** `created` and `unknown` are unfinished: asking the provider again with the same key is safe. */
export const operationStates = ["created", "unknown", "succeeded", "failed"] as const;
export type OperationState = (typeof operationStates)[number];

/** What the shopper has to do next. */
export type PaymentAction =
  | { readonly type: "redirect"; readonly url: string }
  | { readonly type: "transfer" };

/** One attempt to be paid for an order by one provider. */
export interface Attempt {
  readonly id: Uuid;
  readonly orderId: Uuid;
  readonly provider: string;
  /** The gift card or store credit that pays this part; null: a provider does. */
  readonly credit: CreditUsed | null;
  readonly amount: Money;
  readonly state: AttemptState;
  readonly providerRef: string | null;
  readonly action: PaymentAction | null;
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
  /** Why it failed: a decline code of the provider, or one of ours (expired, cancelled, replaced, not_reached). */
  readonly failure: string | null;
  readonly createdAt: Date;
  readonly changedAt: Date;
  readonly operations: readonly Operation[];
}

/** A gift card or a customer's store credit, as far as payments know it. */
export interface CreditUsed {
  readonly id: Uuid;
  readonly kind: CreditKind;
  /** Last four characters of a gift card's code. */
  readonly codeEnd: string | null;
}

/** One call that moves money. Its id is the provider's idempotency key. */
export interface Operation {
  readonly id: Uuid;
  readonly kind: OperationKind;
  readonly amountMinor: bigint;
  readonly state: OperationState;
  readonly providerRef: string | null;
  readonly failure: string | null;
  readonly causeType: string;
  readonly causeId: Uuid;
  /** A refund that goes to a gift card or store credit instead of where the money came from. */
  readonly paidTo: CreditUsed | null;
  readonly createdAt: Date;
}

/** A refund as it was decided: money follows by operations. */
export interface Refund {
  readonly id: Uuid;
  readonly orderId: Uuid;
  readonly amount: Money;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
  /** cancellation: of goods that will not be sent; refund: of what was invoiced; surplus: more was paid than owed. */
  readonly purpose: RefundPurpose;
  readonly reason: string;
  readonly state: "pending" | "succeeded" | "failed";
  /** Empty for a surplus: it concerns no line and has no credit note. */
  readonly lines: readonly RefundLine[];
  readonly createdAt: Date;
  readonly createdBy: string;
}

export const refundPurposes = ["cancellation", "refund", "surplus"] as const;
export type RefundPurpose = (typeof refundPurposes)[number];

export interface RefundLine {
  readonly orderLineId: Uuid;
  /** 0 when it is money only, without goods coming back. */
  readonly quantity: number;
  readonly netMinor: bigint;
  readonly taxMinor: bigint;
}

/** True while the provider may still say yes: the order must wait for it. */
export function isAlive(attempt: Pick<Attempt, "state">): boolean {
  return ["created", "authorising", "requires_action", "unknown"].includes(attempt.state);
}

/** What an authorised attempt can still take. */
export function capturableMinor(attempt: Attempt): bigint {
  const standing = ["authorised", "capturing", "captured", "refunding"].includes(attempt.state);
  const released = attempt.operations.some(
    (each) => each.kind === "void" && each.state !== "failed",
  );
  if (!standing || released) return 0n;
  return attempt.amount.minor - attempt.capturedMinor - underWay(attempt, "capture");
}

/** What can still go back: captured, less what went back or is on its way. */
export function refundableMinor(attempt: Attempt): bigint {
  return attempt.capturedMinor - attempt.refundedMinor - underWay(attempt, "refund");
}

/** Minor units of unfinished operations of a kind. */
export function underWay(attempt: Pick<Attempt, "operations">, kind: OperationKind): bigint {
  return attempt.operations
    .filter((each) => each.kind === kind && isUnfinished(each))
    .reduce((sum, each) => sum + each.amountMinor, 0n);
}

export function isUnfinished(operation: Pick<Operation, "state">): boolean {
  return operation.state === "created" || operation.state === "unknown";
}
