import { randomBytes } from "node:crypto";
import type { DeclineCode, TestCard } from "./cards.ts";
import { Refusal } from "./refusal.ts";

export type PaymentStatus =
  | "requires_action"
  | "authorised"
  | "captured"
  | "declined"
  | "voided"
  | "cancelled";

export type EventType =
  | "payment.authorised"
  | "payment.captured"
  | "payment.capture_failed"
  | "payment.voided"
  | "payment.cancelled"
  | "payment.declined"
  | "payment.refund_pending"
  | "payment.refunded"
  | "payment.refund_failed";

/** Amounts are integer minor units as decimal strings; times are ISO 8601 in UTC. */
export interface Payment {
  readonly id: string;
  readonly created: string;
  readonly amount: string;
  readonly currency: string;
  readonly reference: string;
  readonly description: string;
  readonly merchant: string;
  readonly locale: string | null;
  readonly capture: "automatic" | "manual";
  readonly return_url: string | null;
  readonly cancel_url: string | null;
  readonly status: PaymentStatus;
  /** What the hosted page waits for; null once the payment has left `requires_action`. */
  readonly awaiting: "card" | "authentication" | null;
  readonly decline_code: DeclineCode | null;
  readonly card: { readonly name: string; readonly last4: string } | null;
  readonly charge: { readonly id: string; readonly created: string } | null;
  readonly authorisation_expires_at: string | null;
  readonly captures: readonly Capture[];
  /** True once a void has let go of what was not captured. */
  readonly released: boolean;
  readonly captured_amount: string;
  /** Refunded or on its way to be. */
  readonly refunded_amount: string;
}

export interface Capture {
  readonly id: string;
  readonly amount: string;
  readonly created: string;
}

/** What one step did to a payment, and what the merchant is to be told about it. */
export interface Step {
  readonly payment: Payment;
  readonly events: readonly EventType[];
}

const sevenDaysInSeconds = 7 * 24 * 3600;

/** The card was given: authenticate first if it wants that, else ask the issuer. */
export function presentCard(payment: Payment, card: TestCard, now: Date): Step {
  requireAwaiting(payment, "card");
  const shown = { name: card.name, last4: card.number.slice(-4) };
  if (card.authentication === undefined) return askIssuer({ ...payment, card: shown }, card, now);
  return { payment: { ...payment, card: shown, awaiting: "authentication" }, events: [] };
}

export function answerChallenge(
  payment: Payment,
  card: TestCard,
  approved: boolean,
  now: Date,
): Step {
  requireAwaiting(payment, "authentication");
  if (approved && card.authentication !== "hopeless") return askIssuer(payment, card, now);
  return decline(payment, "authentication_failed");
}

export function cancelByShopper(payment: Payment): Step {
  if (payment.status !== "requires_action") throw notIn(payment, "requires_action");
  return {
    payment: { ...payment, status: "cancelled", awaiting: null },
    events: ["payment.cancelled"],
  };
}

/** Captures `amount`, or all that is left. Several captures may add up to the authorised amount. */
export function capture(payment: Payment, card: TestCard, amount: string | null, now: Date): Step {
  const left = capturableAmount(payment);
  if (payment.charge === null || left === 0n) throw notIn(payment, "authorised");
  if (now.toISOString() >= (payment.authorisation_expires_at ?? "")) {
    throw new Refusal(409, "authorisation_expired", "The authorisation can no longer be captured.");
  }
  const wanted = amount === null ? left : BigInt(amount);
  if (wanted > left) {
    throw new Refusal(409, "amount_too_large", `At most ${left} can still be captured.`, "amount");
  }
  if (card.refusesCapture === true) return { payment, events: ["payment.capture_failed"] };
  return recordCapture(payment, wanted, now);
}

/** Lets go of everything that is not captured; also ends a payment nobody has paid yet. */
export function voidPayment(payment: Payment): Step {
  const open = payment.status === "requires_action" || capturableAmount(payment) > 0n;
  if (!open) throw notIn(payment, "authorised");
  const status = payment.captures.length > 0 ? "captured" : "voided";
  return {
    payment: { ...payment, status, awaiting: null, released: true },
    events: ["payment.voided"],
  };
}

export function capturableAmount(payment: Payment): bigint {
  if (payment.charge === null || payment.released) return 0n;
  return BigInt(payment.amount) - BigInt(payment.captured_amount);
}

export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(16).toString("hex")}`;
}

function askIssuer(payment: Payment, card: TestCard, now: Date): Step {
  if (card.decline !== undefined) return decline(payment, card.decline);
  const lifetime = (card.authorisationSeconds ?? sevenDaysInSeconds) * 1000;
  const authorised: Payment = {
    ...payment,
    status: "authorised",
    awaiting: null,
    charge: { id: newId("ch"), created: now.toISOString() },
    authorisation_expires_at: new Date(now.getTime() + lifetime).toISOString(),
  };
  if (payment.capture === "manual") return { payment: authorised, events: ["payment.authorised"] };
  const captured = capture(authorised, card, null, now);
  return { payment: captured.payment, events: ["payment.authorised", ...captured.events] };
}

function decline(payment: Payment, code: DeclineCode): Step {
  return {
    payment: { ...payment, status: "declined", awaiting: null, decline_code: code },
    events: ["payment.declined"],
  };
}

function recordCapture(payment: Payment, amount: bigint, now: Date): Step {
  const made: Capture = { id: newId("cap"), amount: String(amount), created: now.toISOString() };
  const captured: Payment = {
    ...payment,
    status: "captured",
    captures: [...payment.captures, made],
    captured_amount: String(BigInt(payment.captured_amount) + amount),
  };
  return { payment: captured, events: ["payment.captured"] };
}

function requireAwaiting(payment: Payment, awaited: "card" | "authentication"): void {
  if (payment.awaiting !== awaited) throw notIn(payment, "requires_action");
}

function notIn(payment: Payment, wanted: PaymentStatus): Refusal {
  const message = `The payment is ${payment.status}; this needs it to be ${wanted}.`;
  return new Refusal(409, `payment_not_${wanted}`, message);
}
