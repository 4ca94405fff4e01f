import type { Behaviour } from "./behaviour.ts";
import type { TestCard } from "./cards.ts";
import { newId } from "./payment.ts";
import type { EventType } from "./payment.ts";
import { signatureHeaders } from "./signature.ts";
import type { GatewayEvent, Store } from "./store.ts";

const maxTries = 10;
const maxAtOnce = 16;
const longestPauseMs = 5 * 60_000;
const answerWithinMs = 10_000;

export interface WebhookSender {
  /** Takes over delivery, after the event was committed. Resolves when the first try is over. */
  enqueue(event: GatewayEvent): Promise<void>;
  stop(): void;
}

/** What happened, to which payment, paid with which card; `ordinal` counts its events from 0. */
export interface Happening {
  readonly type: EventType;
  readonly payment: string;
  readonly data: unknown;
  readonly card: TestCard | null;
  readonly ordinal: number;
}

/** Plans the delivery of an event according to the card's story. */
export function planEvent(happening: Happening, behaviour: Behaviour, now: Date): GatewayEvent {
  const { type, payment, data, card, ordinal } = happening;
  const id = newId("evt");
  const created = now.toISOString();
  return {
    id,
    type,
    created,
    payment,
    body: JSON.stringify({ id, type, created, data }),
    delivery: isLost(card, behaviour) ? "lost" : "pending",
    copies: card?.webhooks === "duplicated" ? 3 : 1,
    sent: 0,
    tries: 0,
    due: new Date(now.getTime() + delayOf(card, ordinal, behaviour)).toISOString(),
  };
}

function isLost(card: TestCard | null, behaviour: Behaviour): boolean {
  if (behaviour.webhooks === "off" || behaviour.webhook_url === null) return true;
  return card?.webhooks === "lost";
}

/** Every other event of a reordered payment is held back, so that the next one overtakes it. */
function delayOf(card: TestCard | null, ordinal: number, behaviour: Behaviour): number {
  if (card?.webhooks === "late") return behaviour.late_ms;
  if (card?.webhooks === "reordered") return ordinal % 2 === 0 ? behaviour.reorder_ms : 0;
  if (ordinal === 0 && card?.answers?.pay === "slow") return behaviour.slow_ms;
  return 0;
}

export function startWebhookSender(
  store: Store,
  behaviour: Behaviour,
  secret: string,
): WebhookSender {
  const timers = new Set<NodeJS.Timeout>();
  const ready: (() => Promise<void>)[] = [];
  let running = 0;
  let stopped = false;

  function schedule(event: GatewayEvent, firstTryOver: () => void): void {
    const delay = Math.max(0, Date.parse(event.due) - Date.now());
    const timer = setTimeout(() => {
      timers.delete(timer);
      ready.push(() => attempt(event, firstTryOver));
      drain();
    }, delay);
    timers.add(timer);
  }

  function drain(): void {
    while (!stopped && running < maxAtOnce) {
      const next = ready.shift();
      if (next === undefined) return;
      running += 1;
      void next().finally(() => {
        running -= 1;
        drain();
      });
    }
  }

  async function attempt(event: GatewayEvent, firstTryOver: () => void): Promise<void> {
    const accepted = await post(event, behaviour.webhook_url, secret);
    if (stopped) return;
    const next = afterTry(event, accepted, behaviour, new Date());
    await store.commit({ events: [next] });
    firstTryOver();
    if (next.delivery === "pending") schedule(next, () => undefined);
  }

  for (const event of store.events.values()) {
    if (event.delivery === "pending") schedule(event, () => undefined);
  }

  return {
    enqueue(event) {
      if (event.delivery !== "pending") return Promise.resolve();
      return new Promise((resolve) => schedule(event, resolve));
    },
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

/** The event after one try: next copy at once, next try after a doubling pause, or the end. */
export function afterTry(
  event: GatewayEvent,
  accepted: boolean,
  behaviour: Behaviour,
  now: Date,
): GatewayEvent {
  if (accepted) {
    const sent = event.sent + 1;
    return { ...event, sent, delivery: sent < event.copies ? "pending" : "delivered" };
  }
  const tries = event.tries + 1;
  if (tries >= maxTries) return { ...event, tries, delivery: "abandoned" };
  const pause = Math.min(behaviour.retry_base_ms * 2 ** (tries - 1), longestPauseMs);
  return { ...event, tries, due: new Date(now.getTime() + pause).toISOString() };
}

/** True on a 2xx. Anything else, also no answer, is a failed try that `afterTry` counts. */
async function post(event: GatewayEvent, url: string | null, secret: string): Promise<boolean> {
  if (url === null) return false;
  const headers = signatureHeaders(secret, event.id, event.body, new Date());
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: event.body,
      redirect: "manual",
      signal: AbortSignal.timeout(answerWithinMs),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    // Unreachable, reset or timed out: all the same to a sender, the next try will tell.
    return false;
  }
}
