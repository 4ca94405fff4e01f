import {
  type AttemptState,
  type Operation,
  type OperationKind,
  type OperationState,
  type PaymentAction,
  isUnfinished,
} from "./payment.ts";

/**
 * How an attempt moves. Everything we hear about it (the answer to a call, a webhook, a look-up, the
 * shopper's return) is an observation, and observations come late, twice and in any order. Each is
 * joined with what is known, and joining only ever goes forward along these ranks, so the same
 * observations in any order and any number end in the same place.
 *
 * Example: a webhook says "captured 50" before the answer to our capture arrives. All that we ever
 * asked to capture is 50, so the capture has succeeded. The answer, when it comes, changes nothing;
 * nor does the webhook "authorised" that was overtaken.
 */
export const phases = ["open", "action", "failed", "authorised", "released"] as const;
/** open: no word yet. action: the shopper's turn. released: what was not captured is let go of. */
export type Phase = (typeof phases)[number];

/** What is known of an attempt. */
export interface Facts {
  readonly phase: Phase;
  /** Before any word from the provider: created, authorising or unknown. */
  readonly waiting: "created" | "authorising" | "unknown";
  readonly amountMinor: bigint;
  readonly providerRef: string | null;
  readonly action: PaymentAction | null;
  readonly failure: string | null;
  readonly expiresAt: Date | null;
  readonly operations: readonly Operation[];
}

/** The provider's payment as it was at some moment. */
export interface PaymentSeen {
  readonly kind: "payment";
  readonly phase: Exclude<Phase, "open">;
  readonly providerRef: string;
  readonly capturedMinor: bigint;
  readonly action: PaymentAction | null;
  readonly failure: string | null;
  readonly expiresAt: Date | null;
}

/** What became of one of our calls. `pending`: accepted, and not decided yet. */
export interface OperationSeen {
  readonly kind: "operation";
  readonly operationId: string;
  readonly outcome: "succeeded" | "failed" | "pending" | "unknown";
  readonly providerRef: string | null;
  readonly failure: string | null;
}

/** No readable answer came to the call that opens a payment. */
export interface NothingSeen {
  readonly kind: "nothing";
}

/** We end it ourselves: it never reached the provider, or another attempt takes its place. */
export interface GivenUp {
  readonly kind: "given_up";
  readonly failure: string;
}

export type Observed = PaymentSeen | OperationSeen | NothingSeen | GivenUp;

/** The facts after an observation; null when it says nothing new. */
export function advance(facts: Facts, observed: Observed): Facts | null {
  const after = join(facts, observed);
  return same(facts, after) ? null : after;
}

function join(facts: Facts, observed: Observed): Facts {
  switch (observed.kind) {
    case "payment":
      return joinPayment(facts, observed);
    case "operation":
      return joinOperation(facts, observed);
    case "nothing":
      return facts.phase === "open" ? { ...facts, waiting: "unknown" } : facts;
    case "given_up":
      return forward(facts, "failed", { failure: observed.failure });
  }
}

function joinPayment(facts: Facts, seen: PaymentSeen): Facts {
  const known = { ...facts, providerRef: facts.providerRef ?? seen.providerRef };
  const moved = forward(known, seen.phase, { failure: seen.failure });
  const operations = settled(moved.operations, seen.capturedMinor, moved.phase);
  return {
    ...moved,
    operations,
    action: moved.phase === "action" ? (seen.action ?? moved.action) : null,
    expiresAt: later(moved.expiresAt, seen.expiresAt),
  };
}

/** A void that was answered lets go of the payment as surely as a payment seen released. */
function joinOperation(facts: Facts, seen: OperationSeen): Facts {
  const operations = facts.operations.map((each) =>
    each.id === seen.operationId ? raised(each, seen) : each,
  );
  const next = { ...facts, operations };
  const released = operations.some((each) => each.kind === "void" && each.state === "succeeded");
  return released ? forward(next, "released", { failure: null }) : next;
}

function forward(facts: Facts, phase: Phase, { failure }: { failure: string | null }): Facts {
  if (phases.indexOf(phase) <= phases.indexOf(facts.phase)) return facts;
  const over = phase === "authorised" ? null : (facts.failure ?? failure);
  return { ...facts, phase, action: null, failure: over };
}

const stateRank: Readonly<Record<OperationState, number>> = {
  created: 0,
  unknown: 1,
  failed: 2,
  succeeded: 3,
};

function raised(operation: Operation, seen: OperationSeen): Operation {
  const state = seen.outcome === "pending" ? "unknown" : seen.outcome;
  const providerRef = operation.providerRef ?? seen.providerRef;
  if (stateRank[state] <= stateRank[operation.state]) return { ...operation, providerRef };
  return { ...operation, state, providerRef, failure: state === "failed" ? seen.failure : null };
}

/**
 * When as much was captured as all captures that succeeded or are unfinished ask for together, each
 * of them has succeeded: no other sum of them gives it. Less says nothing of which; their own
 * answers will.
 */
function settled(
  operations: readonly Operation[],
  capturedMinor: bigint,
  phase: Phase,
): readonly Operation[] {
  const open = operations.filter((each) => each.kind === "capture" && isUnfinished(each));
  const asked = sumOf(open) + capturedSum(operations);
  const allCaptured = open.length > 0 && capturedMinor >= asked;
  return operations.map((each) => {
    const done =
      isUnfinished(each) &&
      ((each.kind === "capture" && allCaptured) || (each.kind === "void" && phase === "released"));
    return done ? { ...each, state: "succeeded", failure: null } : each;
  });
}

/** The state that is stored and shown: it follows from the facts. */
export function stateOf(facts: Facts): AttemptState {
  const captured = capturedSum(facts.operations) > 0n;
  switch (facts.phase) {
    case "open":
      return facts.waiting;
    case "action":
      return captured ? "captured" : "requires_action";
    case "failed":
      return "failed";
    case "released":
      return captured ? doing(facts, "refund", "refunding", "captured") : "voided";
    case "authorised":
      if (unfinished(facts, "void")) return "voiding";
      if (unfinished(facts, "capture")) return "capturing";
      return doing(facts, "refund", "refunding", captured ? "captured" : "authorised");
  }
}

function doing(facts: Facts, kind: OperationKind, yes: AttemptState, no: AttemptState) {
  return unfinished(facts, kind) ? yes : no;
}

function unfinished(facts: Facts, kind: OperationKind): boolean {
  return facts.operations.some((each) => each.kind === kind && isUnfinished(each));
}

/** What the attempt contributes to the order's authorised money: its promise, then what came of it. */
export function heldMinor(facts: Facts): bigint {
  if (facts.phase === "authorised") return facts.amountMinor;
  return facts.phase === "released" ? capturedSum(facts.operations) : 0n;
}

export function capturedSum(operations: readonly Operation[]): bigint {
  return sumOf(succeeded(operations, "capture"));
}

export function refundedSum(operations: readonly Operation[]): bigint {
  return sumOf(succeeded(operations, "refund"));
}

function succeeded(operations: readonly Operation[], kind: OperationKind): readonly Operation[] {
  return operations.filter((each) => each.kind === kind && each.state === "succeeded");
}

function sumOf(operations: readonly Operation[]): bigint {
  return operations.reduce((sum, each) => sum + each.amountMinor, 0n);
}

/** What an advance means for the order and the books. */
export interface Consequences {
  readonly heldDelta: bigint;
  readonly authorised: boolean;
  /** It ended without a promise: the order waits for another attempt. */
  readonly ended: boolean;
  readonly becameUnknown: boolean;
  readonly needsAction: boolean;
  readonly succeeded: readonly Operation[];
  readonly failed: readonly Operation[];
}

export function consequencesOf(before: Facts, after: Facts): Consequences {
  const alive = (facts: Facts) => facts.phase === "open" || facts.phase === "action";
  const changed = (state: OperationState) =>
    after.operations.filter(
      (each) =>
        each.state === state &&
        before.operations.some((was) => was.id === each.id && was.state !== state),
    );
  return {
    heldDelta: heldMinor(after) - heldMinor(before),
    authorised: before.phase !== "authorised" && after.phase === "authorised",
    ended: alive(before) && (after.phase === "failed" || after.phase === "released"),
    becameUnknown: stateOf(before) !== "unknown" && stateOf(after) === "unknown",
    needsAction: before.phase === "open" && after.phase === "action",
    succeeded: changed("succeeded"),
    failed: changed("failed"),
  };
}

function later(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function same(a: Facts, b: Facts): boolean {
  return fingerprint(a) === fingerprint(b);
}

function fingerprint(facts: Facts): string {
  return JSON.stringify(facts, (_, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
}
