import { createHash } from "node:crypto";
import { refuse } from "../../kernel/errors.ts";
import type { Context } from "../../platform/context.ts";
import type { Db } from "../../platform/db.ts";
import type { Edge } from "../../platform/edge.ts";
import { sql } from "../../platform/sql.ts";
import { tooManyAttempts } from "./contract.ts";

/**
 * How often something may be tried. Each try raises a level by one and time lowers it again, like
 * water in a leaking bucket: `burst` tries at once, then one each `secondsEach`. All of it is one statement on
 * a shared row, so any number of processes count together.
 *
 * With burst 10 and one a minute: ten wrong passwords in a row are answered, the eleventh waits up to
 * a minute, and after an hour's rest there are ten again.
 */
export interface Limit {
  readonly key: string;
  readonly burst: number;
  readonly secondsEach: number;
  /** Tries without one success after which only a new password helps; null: never. */
  readonly longestStreak: number | null;
}

/** NIST SP 800-63B-4, section 3.2.2: at most a hundred failures in a row on one account. */
const longestStreak = 100;

/** Addresses are not kept here: a fingerprint is enough to count by. */
function fingerprint(text: string): string {
  return createHash("sha256").update(text.toLowerCase()).digest("base64url").slice(0, 22);
}

export function signInKey(kind: string, email: string): string {
  return `sign-in:${kind}:${fingerprint(email)}`;
}

export function signInLimits(kind: string, email: string, address: string | null): Limit[] {
  return [
    { key: signInKey(kind, email), burst: 10, secondsEach: 60, longestStreak },
    ...addressLimit("sign-in", address, 60, 5),
  ];
}

export function mailLimits(kind: string, email: string, address: string | null): Limit[] {
  const key = `mail:${kind}:${fingerprint(email)}`;
  return [
    { key, burst: 4, secondsEach: 600, longestStreak: null },
    ...addressLimit("mail", address, 30, 60),
  ];
}

export function addressLimit(
  what: string,
  address: string | null,
  burst: number,
  secondsEach: number,
): Limit[] {
  if (address === null) return [];
  return [{ key: `${what}-from:${fingerprint(address)}`, burst, secondsEach, longestStreak: null }];
}

/** The seconds to wait, or "blocked" until success by another way; null when it may be tried. */
export type Verdict = number | "blocked" | null;

/**
 * Counts one try against each limit. A try that is over a limit is not counted, so that waiting
 * helps even while someone else keeps trying.
 */
export async function countTry(db: Db, limits: readonly Limit[], now: Date): Promise<Verdict> {
  const rows = limits
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map((limit) => ({
      key: limit.key,
      burst: limit.burst,
      seconds_each: limit.secondsEach,
      longest_streak: limit.longestStreak,
    }));
  const counted = await db.all<{ key: string }>(sql`
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as a (key text, burst integer, seconds_each double precision, longest_streak integer)
      order by key
    )
    insert into identity.throttle as t (key, level, streak, counted_at)
    select key, 1, 1, ${now} from asked
    on conflict (key) do update
    set level = 1 + greatest(0, t.level - extract(epoch from ${now}::timestamptz - t.counted_at)
                  / (select seconds_each from asked where asked.key = t.key)),
        streak = t.streak + 1,
        counted_at = greatest(t.counted_at, ${now})
    where 1 + greatest(0, t.level - extract(epoch from ${now}::timestamptz - t.counted_at)
            / (select seconds_each from asked where asked.key = t.key))
          <= (select burst from asked where asked.key = t.key)
      and t.streak < coalesce((select longest_streak from asked where asked.key = t.key), 2147483647)
    returning key`);
  if (counted.length === limits.length) return null;
  const passed = new Set(counted.map(({ key }) => key));
  return verdictOn(
    db,
    limits.filter(({ key }) => !passed.has(key)),
    now,
  );
}

async function verdictOn(db: Db, over: readonly Limit[], now: Date): Promise<Verdict> {
  const rows = await db.all<{ key: string; level: number; streak: number; counted_at: Date }>(sql`
    select key, level, streak, counted_at from identity.throttle where key = any(${over.map(({ key }) => key)}::text[])`);
  const waits = rows.map((row): Verdict => {
    const limit = over.find(({ key }) => key === row.key);
    if (limit === undefined) return 1;
    if (limit.longestStreak !== null && row.streak >= limit.longestStreak) return "blocked";
    const rested = (now.getTime() - row.counted_at.getTime()) / 1000;
    return Math.max(1, Math.ceil((row.level + 1 - limit.burst) * limit.secondsEach - rested));
  });
  if (waits.includes("blocked")) return "blocked";
  return Math.max(1, ...waits.filter((wait) => typeof wait === "number"));
}

/** Counts one try in a transaction of its own, which stands whatever follows, and refuses when it is too many. */
export async function requireTry(edge: Edge, limits: readonly Limit[]): Promise<void> {
  const verdict = await edge.transaction((ctx) => countTry(ctx.db, limits, ctx.now));
  refuseOver(verdict);
}

export function refuseOver(verdict: Verdict): void {
  if (verdict === null) return;
  refuse(tooManyAttempts, { retryAfterSeconds: verdict === "blocked" ? null : verdict });
}

/** A success wipes out the account's failures. */
export async function forgetTries(ctx: Context, key: string): Promise<void> {
  await ctx.db.run(sql`delete from identity.throttle where key = ${key}`);
}
