import type { z } from "zod";
import type { Json } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { Context } from "./context.ts";
import { type JobKind, job } from "./jobs.ts";

/** Something that happened, which others may follow: its name in the past tense, and its facts. */
export interface EventKind<Payload> {
  readonly type: string;
  readonly payload: z.ZodType<Payload>;
}

export function eventKind<Payload>(type: string, payload: z.ZodType<Payload>): EventKind<Payload> {
  return { type, payload };
}

/** A follower of an event: a job of its own, so that one failing follower never delays another. */
export interface Subscription {
  readonly type: string;
  readonly job: JobKind<never>;
}

export function subscription<Payload>(
  event: EventKind<Payload>,
  subscriber: string,
  handle: (ctx: Context, payload: Payload) => Promise<void>,
): Subscription {
  const name = `${event.type} → ${subscriber}`;
  return { type: event.type, job: job({ name, payload: event.payload, run: handle }) };
}

let subscriptionsByType: ReadonlyMap<string, readonly Subscription[]> = new Map();

/** Called once at the start by `app/subscriptions.ts`, which holds the list. */
export function setSubscriptions(list: readonly Subscription[]): void {
  subscriptionsByType = Map.groupBy(list, (each) => each.type);
}

export function subscriptionsOf(type: string): readonly Subscription[] {
  return subscriptionsByType.get(type) ?? [];
}

/**
 * Publishes in the caller's transaction: the event and one job for each subscriber are written
 * with it or not at all. A subscriber's effect and its job's completion commit together.
 */
export function publish<Payload>(ctx: Context, kind: EventKind<Payload>, payload: Payload): void {
  const followers = subscriptionsOf(kind.type).map((each) => each.job);
  const event = {
    id: newId(),
    type: kind.type,
    payload: payload as Json,
    followers: followers.map(({ name }) => name),
  };
  ctx.pending.events.push(event);
  for (const follower of followers) {
    ctx.pending.jobs.push({
      id: newId(),
      name: follower.name,
      payload: event.payload,
      eventId: event.id,
      uniqueKey: null,
      runAt: ctx.now,
      maxAttempts: follower.maxAttempts,
    });
  }
}
