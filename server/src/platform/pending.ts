import type { Json } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import type { Db } from "./db.ts";
import { sql } from "./sql.ts";

/**
 * What a transaction will leave behind besides its own rows: events, jobs, touched content tags and
 * the reply kept under an idempotency key. Collected while it runs and written by one statement
 * just before the commit, so that publishing costs no round trip of its own.
 */
export interface Pending {
  readonly events: PendingEvent[];
  readonly jobs: PendingJob[];
  readonly tags: Set<string>;
  reply: PendingReply | null;
}

export interface PendingEvent {
  readonly id: string;
  readonly type: string;
  readonly payload: Json;
  /** Names of the jobs that follow it. */
  readonly followers: readonly string[];
}

export interface PendingJob {
  readonly id: string;
  readonly name: string;
  readonly payload: Json;
  readonly eventId: string | null;
  readonly uniqueKey: string | null;
  readonly runAt: Date;
  readonly maxAttempts: number;
}

export interface PendingReply {
  readonly scope: string;
  readonly key: string;
  readonly status: number;
  readonly body: Json;
}

export function nothingPending(): Pending {
  return { events: [], jobs: [], tags: new Set(), reply: null };
}

export function newPendingJob(name: string, payload: Json, runAt: Date): PendingJob {
  return { id: newId(), name, payload, eventId: null, uniqueKey: null, runAt, maxAttempts: 12 };
}

/** Writes all of it in one round trip; none when there is nothing to write. */
export async function writePending(db: Db, pending: Pending, now: Date): Promise<void> {
  const { events, jobs, tags, reply } = pending;
  if (events.length === 0 && jobs.length === 0 && tags.size === 0 && reply === null) return;
  const jobRows = jobs.map((job) => ({
    id: job.id,
    name: job.name,
    payload: job.payload,
    event_id: job.eventId,
    unique_key: job.uniqueKey,
    run_at: job.runAt.toISOString(),
    max_attempts: job.maxAttempts,
  }));
  await db.run(sql`
    with new_event as (
      insert into platform.event (id, type, payload, followers, occurred_at)
      select id, type, payload, followers, ${now}
      from jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
        as e (id uuid, type text, payload jsonb, followers text[])
    ), new_job as (
      insert into platform.job (id, name, payload, event_id, unique_key, run_at, max_attempts, created_at)
      select id, name, payload, event_id, unique_key, run_at, max_attempts, ${now}
      from jsonb_to_recordset(${JSON.stringify(jobRows)}::jsonb)
        as j (id uuid, name text, payload jsonb, event_id uuid, unique_key text, run_at timestamptz, max_attempts integer)
      on conflict (name, unique_key) where state = 'ready' and unique_key is not null do nothing
    ), new_tag as (
      insert into platform.touched_tag (tag) select unnest(${[...tags]}::text[])
    )
    update platform.idempotency_key
    set state = 'done', status = ${reply?.status ?? null}, reply = ${reply === null ? null : JSON.stringify(reply.body)}::jsonb,
        leased_until = null
    where scope = ${reply?.scope ?? null} and key = ${reply?.key ?? null}`);
}

/** Says that what is shown under this content tag has changed; cached pages that show it are dropped. */
export function touchTag(ctx: { readonly pending: Pending }, ...tags: readonly string[]): void {
  for (const tag of tags) ctx.pending.tags.add(tag);
}
