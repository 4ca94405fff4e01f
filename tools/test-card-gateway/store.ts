import { join } from "node:path";
import type { EventType, Payment } from "./payment.ts";
import type { Refund } from "./refund.ts";
import { memoryJournal, replayJournal, startJournal } from "./journal.ts";
import type { Journal } from "./journal.ts";

/** An event and how far its delivery has come. */
export interface GatewayEvent {
  readonly id: string;
  readonly type: EventType;
  readonly created: string;
  readonly payment: string;
  /** The body, frozen when it happened, so that every try sends the same bytes. */
  readonly body: string;
  readonly delivery: "pending" | "delivered" | "abandoned" | "lost";
  readonly copies: number;
  readonly sent: number;
  readonly tries: number;
  readonly due: string;
}

/** The answer given under an idempotency key; `fingerprint` tells whether a retry is the same request. */
export interface KeptAnswer {
  readonly key: string;
  readonly fingerprint: string;
  readonly status: number;
  readonly body: unknown;
}

/** One journal line: these documents replace their former versions together or not at all. */
export interface Change {
  readonly payments?: readonly Payment[];
  readonly refunds?: readonly Refund[];
  readonly events?: readonly GatewayEvent[];
  readonly answers?: readonly KeptAnswer[];
  /** Requests that have had their one failure. */
  readonly stumbles?: readonly string[];
}

export interface Store {
  readonly payments: ReadonlyMap<string, Payment>;
  readonly refunds: ReadonlyMap<string, Refund>;
  readonly events: ReadonlyMap<string, GatewayEvent>;
  readonly answers: ReadonlyMap<string, KeptAnswer>;
  readonly stumbles: ReadonlySet<string>;
  listPaymentsByReference(reference: string): Payment[];
  listEventsOf(paymentId: string): GatewayEvent[];
  /** Visible to other requests at once; resolves when it is on the disk. */
  commit(change: Change): Promise<void>;
  durable(): Promise<void>;
  close(): Promise<void>;
}

/** With `dataDirectory` null the store lives in memory only. */
export async function openStore(dataDirectory: string | null): Promise<Store> {
  const payments = new Map<string, Payment>();
  const refunds = new Map<string, Refund>();
  const events = new Map<string, GatewayEvent>();
  const answers = new Map<string, KeptAnswer>();
  const stumbles = new Set<string>();
  const paymentsByReference = new Map<string, Set<string>>();
  const eventsByPayment = new Map<string, Set<string>>();

  function apply(change: Change): void {
    for (const payment of change.payments ?? []) {
      payments.set(payment.id, payment);
      addTo(paymentsByReference, payment.reference, payment.id);
    }
    for (const refund of change.refunds ?? []) refunds.set(refund.id, refund);
    for (const event of change.events ?? []) {
      events.set(event.id, event);
      addTo(eventsByPayment, event.payment, event.id);
    }
    for (const answer of change.answers ?? []) answers.set(answer.key, answer);
    for (const stumble of change.stumbles ?? []) stumbles.add(stumble);
  }

  function snapshot(): Change {
    return {
      payments: [...payments.values()],
      refunds: [...refunds.values()],
      events: [...events.values()],
      answers: [...answers.values()],
      stumbles: [...stumbles],
    };
  }

  const journal = await openJournal(dataDirectory, apply, snapshot);
  return {
    payments,
    refunds,
    events,
    answers,
    stumbles,
    listPaymentsByReference: (reference) => pick(payments, paymentsByReference.get(reference)),
    listEventsOf: (paymentId) => pick(events, eventsByPayment.get(paymentId)),
    commit(change) {
      apply(change);
      return journal.append(change);
    },
    durable: () => journal.durable(),
    close: () => journal.close(),
  };
}

async function openJournal(
  dataDirectory: string | null,
  apply: (change: Change) => void,
  snapshot: () => Change,
): Promise<Journal> {
  if (dataDirectory === null) return memoryJournal();
  const path = join(dataDirectory, "journal.jsonl");
  // Only this program writes the file, so its lines have the shape of a Change.
  await replayJournal(path, (entry) => apply(entry as Change));
  return startJournal(path, snapshot());
}

function addTo(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
}

function pick<T>(documents: ReadonlyMap<string, T>, ids: Set<string> | undefined): T[] {
  return [...(ids ?? [])].flatMap((id) => documents.get(id) ?? []);
}
