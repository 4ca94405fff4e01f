import { createHash } from "node:crypto";
import { type ErrorKind, refuse } from "../kernel/errors.ts";
import type { Context } from "./context.ts";
import type { Db } from "./db.ts";
import type { Edge } from "./edge.ts";
import { sql } from "./sql.ts";

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

/** Addresses are not kept here: a fingerprint is enough to count by. */
export function fingerprint(text: string): string {
  return createHash("sha256").update(text.toLowerCase()).digest("base64url").slice(0, 22);
}

/**
 * Whom an address belongs to, as far as it tells: one connection gets a whole IPv6 network (/64) and may
 * call from any address in it, so those count together. IPv4 written as IPv6 is IPv4.
 */
export function networkOf(address: string): string {
  const [bare = ""] = address.toLowerCase().split("%");
  if (!bare.includes(":")) return bare;
  const last = bare.slice(bare.lastIndexOf(":") + 1);
  if (last.includes(".")) return last;
  const [head = "", tail] = bare.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array.from({ length: zeros }, () => "0"), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}

/** A limit by the network address that asks; none for jobs, which come from nowhere. */
export function addressLimit(
  what: string,
  address: string | null,
  burst: number,
  secondsEach: number,
): Limit[] {
  if (address === null) return [];
  return [
    {
      key: `${what}-from:${fingerprint(networkOf(address))}`,
      burst,
      secondsEach,
      longestStreak: null,
    },
  ];
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
    insert into platform.throttle as t (key, level, streak, counted_at)
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
    select key, level, streak, counted_at from platform.throttle where key = any(${over.map(({ key }) => key)}::text[])`);
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

/** Counts one try in a statement of its own, which stands whatever follows, and refuses when it is too many. */
export async function requireTry(
  edge: Edge,
  limits: readonly Limit[],
  refusal: ErrorKind,
): Promise<void> {
  if (limits.length === 0) return;
  const { db, now } = edge.reading();
  refuseOver(await countTry(db, limits, now), refusal);
}

export function refuseOver(verdict: Verdict, refusal: ErrorKind): void {
  if (verdict === null) return;
  refuse(refusal, { retryAfterSeconds: verdict === "blocked" ? null : verdict });
}

/** Takes a counted try back, because it was a right one. */
export async function takeBackTry(ctx: Context, limits: readonly Limit[]): Promise<void> {
  await ctx.db.run(sql`
    update platform.throttle set level = greatest(level - 1, 0)
    where key = any(${limits.map(({ key }) => key)}::text[])`);
}

/** A success wipes out the failures counted under this key. */
export async function forgetTries(ctx: Context, key: string): Promise<void> {
  await ctx.db.run(sql`delete from platform.throttle where key = ${key}`);
}
