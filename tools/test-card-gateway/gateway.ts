import { setTimeout as pause } from "node:timers/promises";
import { takeInjection } from "./behaviour.ts";
import type { Behaviour, Call } from "./behaviour.ts";
import { findCardByName } from "./cards.ts";
import type { AnswerFault, TestCard } from "./cards.ts";
import type { Payment, Step } from "./payment.ts";
import { settleRefund } from "./refund.ts";
import type { Refund } from "./refund.ts";
import { Refusal } from "./refusal.ts";
import type { Change, GatewayEvent, Store } from "./store.ts";
import { paymentView, refundView } from "./views.ts";
import { planEvent } from "./webhooks.ts";
import type { WebhookSender } from "./webhooks.ts";

const longestWaitForWebhookMs = 5_000;

export interface Gateway {
  readonly store: Store;
  readonly behaviour: Behaviour;
  readonly sender: WebhookSender;
  /** Shown on the hosted page when a payment names no merchant itself. */
  readonly merchant: string;
  /** Where shoppers reach the hosted page, without a trailing slash. */
  publicUrl: string;
}

/** One request that changes something, and what is to go wrong with it. */
export interface Operation {
  readonly call: Call;
  /** Names the request for failures that happen once. */
  readonly identity: string;
  readonly fault: AnswerFault | null;
  /** Null for the shopper's own clicks, which carry no idempotency key. */
  readonly retry: { readonly key: string; readonly fingerprint: string } | null;
}

export interface Work {
  readonly status: number;
  readonly body: unknown;
  readonly change: Change;
  readonly events: readonly GatewayEvent[];
  readonly card: TestCard | null;
}

/** `drop` means: close the connection without a word. */
export type Reply =
  | { readonly kind: "answer"; readonly status: number; readonly body: unknown }
  | { readonly kind: "drop" };

/**
 * Runs one operation at most once per key, with the faults asked for. From looking up the key to
 * the commit nothing waits, so two requests with one key cannot both do the work.
 */
export async function runOperation(
  gateway: Gateway,
  operation: Operation,
  perform: () => Work,
): Promise<Reply> {
  const { behaviour, store } = gateway;
  await pause(behaviour.latency_ms);
  const kept = findKeptAnswer(store, operation);
  if (kept !== null) {
    await store.durable();
    return kept;
  }
  const injection = takeInjection(behaviour, operation.call);
  if (injection?.mode === "error") return serverError();
  if (injection?.mode === "drop_before") return { kind: "drop" };
  if (stumbles(store, operation)) {
    await store.commit({ stumbles: [operation.identity] });
    return operation.fault === "error_once" ? serverError() : { kind: "drop" };
  }

  const work = perform();
  const sent = await commitWork(gateway, operation, work);
  if (injection?.mode === "drop_after") return { kind: "drop" };
  if (operation.fault === "slow") await pause(behaviour.slow_ms);
  if (operation.fault === "hang") {
    await pause(behaviour.hang_ms);
    return { kind: "drop" };
  }
  if (work.card?.webhooks === "before_answer") {
    await Promise.race([Promise.all(sent), pause(longestWaitForWebhookMs)]);
  }
  return { kind: "answer", status: work.status, body: work.body };
}

/** The work of a step on a payment: its events planned, its answer the payment as it is now. */
export function workOfStep(
  gateway: Gateway,
  step: Step,
  status: number,
  now: Date,
  refund: Refund | null = null,
): Work {
  const card = step.payment.card === null ? null : findCardByName(step.payment.card.name);
  const events = planEvents(gateway, step, card, now, refund);
  const change: Change = {
    payments: [step.payment],
    refunds: refund === null ? [] : [refund],
  };
  const body = refund === null ? paymentView(step.payment, gateway.publicUrl) : refundView(refund);
  return { status, body, change, events, card };
}

/** Decides pending refunds when their time comes, also those from before a restart. */
export function scheduleRefund(gateway: Gateway, pending: Refund): void {
  if (pending.settles === null) return;
  const delay = Math.max(0, Date.parse(pending.settles.at) - Date.now());
  setTimeout(() => void settle(gateway, pending), delay).unref();
}

async function settle(gateway: Gateway, pending: Refund): Promise<void> {
  const payment = gateway.store.payments.get(pending.payment);
  if (payment === undefined) return;
  const step = settleRefund(payment, pending);
  const work = workOfStep(gateway, step, 200, new Date(), step.refund);
  await Promise.all(await commitWork(gateway, null, work));
}

async function commitWork(
  gateway: Gateway,
  operation: Operation | null,
  work: Work,
): Promise<Promise<void>[]> {
  const retry = operation?.retry ?? null;
  const answers = retry === null ? [] : [{ ...retry, status: work.status, body: work.body }];
  await gateway.store.commit({ ...work.change, events: work.events, answers });
  for (const refund of work.change.refunds ?? []) scheduleRefund(gateway, refund);
  return work.events.map((event) => gateway.sender.enqueue(event));
}

function planEvents(
  gateway: Gateway,
  step: Step,
  card: TestCard | null,
  now: Date,
  refund: Refund | null,
): GatewayEvent[] {
  const { behaviour, store, publicUrl } = gateway;
  const payment = step.payment.id;
  const before = store.listEventsOf(payment).length;
  const data = eventData(step.payment, refund, publicUrl);
  return step.events.map((type, index) =>
    planEvent({ type, payment, data, card, ordinal: before + index }, behaviour, now),
  );
}

function eventData(payment: Payment, refund: Refund | null, publicUrl: string): unknown {
  const shown = { payment: paymentView(payment, publicUrl) };
  return refund === null ? shown : { ...shown, refund: refundView(refund) };
}

function findKeptAnswer(store: Store, operation: Operation): Reply | null {
  if (operation.retry === null) return null;
  const kept = store.answers.get(operation.retry.key);
  if (kept === undefined) return null;
  if (kept.fingerprint !== operation.retry.fingerprint) {
    const message = "This idempotency key was used for another request.";
    throw new Refusal(409, "idempotency_key_reused", message);
  }
  return { kind: "answer", status: kept.status, body: kept.body };
}

function stumbles(store: Store, operation: Operation): boolean {
  const failsOnce = operation.fault === "error_once" || operation.fault === "drop_once";
  return failsOnce && !store.stumbles.has(operation.identity);
}

function serverError(): Reply {
  const error = { code: "processor_error", message: "The processor failed; nothing was done." };
  return { kind: "answer", status: 500, body: { error } };
}
