import { createHash } from "node:crypto";
import type { Json } from "../kernel/errors.ts";
import type { AuditCheck } from "./audit.ts";
import { actorOf, type Context } from "./context.ts";
import { sql } from "./sql.ts";

/** The hash of a row: sha256 over the row before it and everything this row says. */
export function trailHash(
  prior: string,
  row: { at: string; actor: string; action: string; subject: string; details: string },
): string {
  return createHash("sha256")
    .update([prior, row.at, row.actor, row.action, row.subject, row.details].join("\n"))
    .digest("hex");
}

/** JSON with sorted keys, so that a value read back hashes as it was written. */
export function canonicalJson(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map((each: Json) => canonicalJson(each)).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value as { [key: string]: Json | undefined })
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

/**
 * Records a change that someone may have to answer for: to money, stock, prices, settings or
 * permissions. Rows form a chain, so a row that is altered or removed later is noticed.
 */
export async function recordAudit(
  ctx: Context,
  action: string,
  subject: string,
  details: { readonly [key: string]: Json | undefined },
): Promise<void> {
  // One writer at a time: the chain is a line. Taken last in a use case, held until its commit.
  await ctx.db.run(sql`select pg_advisory_xact_lock(hashtext('platform.audit_trail'))`);
  const last = await ctx.db.maybe<{ position: bigint; hash: string }>(sql`
    select position, hash from platform.audit_trail order by position desc limit 1`);
  const at = ctx.now.toISOString();
  const text = canonicalJson(details);
  const prior = last?.hash ?? "";
  const actor = actorOf(ctx);
  const hash = trailHash(prior, { at, actor, action, subject, details: text });
  await ctx.db.run(sql`
    insert into platform.audit_trail (position, at, actor, action, subject, details, said, prior_hash, hash)
    values (${(last?.position ?? 0n) + 1n}, ${ctx.now}, ${actor}, ${action}, ${subject}, ${text}::jsonb, ${text},
            ${prior}, ${hash})`);
}

/** The chain, worked out anew by the database: a row changed, taken away or slipped in breaks it. */
export const checks: readonly AuditCheck[] = [
  {
    id: "I12-trail",
    title: "the audit trail's hash chain verifies",
    query: sql`
      with chained as (
        select *, lag(hash, 1, '') over w as before, lag(position, 1, 0::bigint) over w as previous
        from platform.audit_trail window w as (order by position)
      )
      select position, at, actor, action, subject from chained
      where prior_hash <> before
         or position <> previous + 1
         or case when said is json then details <> said::jsonb else true end
         or hash <> encode(sha256(convert_to(concat_ws(chr(10), prior_hash,
              to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
              actor, action, subject, said), 'UTF8')), 'hex')
      order by position`,
  },
];
