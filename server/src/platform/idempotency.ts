import { createHash } from "node:crypto";
import type { Endpoint } from "../kernel/endpoint.ts";
import { inFlight, type Json, keyReused, refuse } from "../kernel/errors.ts";
import type { Uuid } from "../kernel/ids.ts";
import { assert } from "../kernel/assert.ts";
import type { Principal } from "./context.ts";
import type { Db } from "./db.ts";
import type { Caller } from "./edge.ts";
import { sql } from "./sql.ts";

/** Whose keys these are: two callers may use the same key without meeting. */
export function keyScope(principal: Principal): string {
  switch (principal.kind) {
    case "anonymous":
      return "anonymous";
    case "customer":
      return `customer:${principal.customerId}`;
    case "staff":
      return `staff:${principal.staffId}`;
    case "system":
      return `system:${principal.name}`;
  }
}

/**
 * An id that follows from the request's key (UUIDv8 over its hash): a phased request that is sent again
 * after a crash finds what its first run had begun. Throws when the request has no key.
 */
export function idOfRequest(
  caller: Pick<Caller, "principal" | "idempotencyKey">,
  purpose: string,
): Uuid {
  const { principal, idempotencyKey } = caller;
  assert(idempotencyKey !== undefined, "the request carries an Idempotency-Key");
  const hex = createHash("sha256")
    .update([purpose, keyScope(principal), idempotencyKey].join("\n"))
    .digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** What makes a request "the same": endpoint, parameters and body. */
export function requestHash(endpoint: Endpoint, request: unknown): string {
  return createHash("sha256")
    .update(`${endpoint.id}\n${JSON.stringify(request)}`)
    .digest("base64url");
}

export interface KeptReply {
  readonly status: number;
  readonly body: Json;
}

export interface KeyClaim {
  readonly scope: string;
  readonly key: string;
  readonly endpoint: Endpoint;
  readonly hash: string;
  readonly now: Date;
  /** Until when another caller must wait; a crashed holder's key is free again after it. */
  readonly leaseSeconds: number;
}

/**
 * Claims the key, or returns the reply kept under it. Two at once: the second waits for the first
 * transaction, then sees its reply; a claim committed by a phased request answers "in flight".
 */
export async function claimKey(db: Db, claim: KeyClaim): Promise<KeptReply | null> {
  const { scope, key, endpoint, hash, now } = claim;
  const leasedUntil = new Date(now.getTime() + claim.leaseSeconds * 1000);
  const expiresAt = new Date(now.getTime() + endpoint.keepReplyHours * 3_600_000);
  const claimed = await db.run(sql`
    insert into platform.idempotency_key as k
      (scope, key, endpoint, request_hash, state, leased_until, created_at, expires_at)
    values (${scope}, ${key}, ${endpoint.id}, ${hash}, 'in_flight', ${leasedUntil}, ${now}, ${expiresAt})
    on conflict (scope, key) do update
      set endpoint = excluded.endpoint, request_hash = excluded.request_hash, state = 'in_flight',
          leased_until = excluded.leased_until, created_at = excluded.created_at, expires_at = excluded.expires_at
      where k.expires_at < ${now}
         or (k.state = 'in_flight' and k.leased_until < ${now} and k.request_hash = excluded.request_hash)`);
  if (claimed === 1) return null;
  const kept = await db.one<{
    request_hash: string;
    state: string;
    status: number;
    reply: Json;
  }>(sql`
    select request_hash, state, status, reply from platform.idempotency_key
    where scope = ${scope} and key = ${key}`);
  if (kept.request_hash !== hash) refuse(keyReused);
  if (kept.state === "in_flight") refuse(inFlight);
  return { status: kept.status, body: kept.reply };
}

/** Frees the key of a request that was refused or failed, so that it can be sent again. */
export async function releaseKey(db: Db, scope: string, key: string): Promise<void> {
  await db.run(sql`
    delete from platform.idempotency_key
    where scope = ${scope} and key = ${key} and state = 'in_flight'`);
}

/** Keeps a phased request's reply under its key: the last thing it does. */
export async function keepReply(
  db: Db,
  { scope, key, status, body }: KeptReply & { readonly scope: string; readonly key: string },
): Promise<void> {
  await db.run(sql`
    update platform.idempotency_key
    set state = 'done', status = ${status}, reply = ${JSON.stringify(body ?? null)}::jsonb, leased_until = null
    where scope = ${scope} and key = ${key}`);
}
