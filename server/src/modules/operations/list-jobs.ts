import type { InputOf, ReplyOf } from "../../kernel/endpoint.ts";
import { type Json, notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import {
  type countJobs,
  type dropJob,
  jobNotFailed,
  type JobView,
  type listJobs,
  type readJob,
  type retryJob,
} from "./contract.ts";
import { withoutTokens } from "./without-tokens.ts";

interface JobRow {
  id: Uuid;
  name: string;
  payload: Json;
  shown_state: JobView["state"];
  attempts: number;
  max_attempts: number;
  run_at: Date;
  created_at: Date;
  done_at: Date | null;
  error: string | null;
}

/** A job that somebody works on, or that failed and waits for another try, is told apart from one that is new. */
const shownState = sql`
  case when state <> 'ready' then state
       when leased_until > now() then 'running'
       when attempts > 0 then 'retrying'
       else 'ready' end`;

function jobsWhere(ctx: Context, condition: Sql): Promise<JobRow[]> {
  return ctx.db.all<JobRow>(sql`
    select id, name, payload, ${shownState} as shown_state, attempts, max_attempts, run_at, created_at,
           done_at, error
    from platform.job where ${condition}`);
}

/** Newest first: ids are made in the order of time. */
export async function answerJobs(
  ctx: Context,
  { query: { state, name, after, limit } }: InputOf<typeof listJobs>,
): Promise<ReplyOf<typeof listJobs>> {
  const rows = await jobsWhere(
    ctx,
    sql`(${state ?? null}::text is null or ${shownState} = ${state ?? null})
        and (${name ?? null}::text is null or name = ${name ?? null})
        and (${after ?? null}::uuid is null or id < ${after ?? null})
        order by id desc limit ${limit + 1}`,
  );
  const page = rows.slice(0, limit);
  const last = rows.length > page.length ? page.at(-1) : undefined;
  return { items: page.map(viewOf), next: last === undefined ? null : typeId("job", last.id) };
}

export async function answerJobCounts(ctx: Context): Promise<ReplyOf<typeof countJobs>> {
  const row = await ctx.db.one<Record<keyof ReplyOf<typeof countJobs>, bigint>>(sql`
    select count(*) filter (where shown = 'ready') as ready,
           count(*) filter (where shown = 'running') as running,
           count(*) filter (where shown = 'retrying') as retrying,
           count(*) filter (where shown = 'failed') as failed,
           count(*) filter (where shown = 'done' and done_at > ${ctx.now}::timestamptz - interval '1 day') as "doneToday",
           coalesce(extract(epoch from ${ctx.now}::timestamptz
             - min(run_at) filter (where shown in ('ready', 'retrying') and run_at <= ${ctx.now})), 0)::bigint
             as "oldestDueSeconds"
    from (select ${shownState} as shown, run_at, done_at from platform.job) job`);
  return {
    ready: Number(row.ready),
    running: Number(row.running),
    retrying: Number(row.retrying),
    failed: Number(row.failed),
    doneToday: Number(row.doneToday),
    oldestDueSeconds: Number(row.oldestDueSeconds),
  };
}

export async function answerJob(
  ctx: Context,
  { params }: InputOf<typeof readJob>,
): Promise<ReplyOf<typeof readJob>> {
  const row = await getJob(ctx, params.jobId);
  const payload = withoutTokens(row.payload) as Json & string;
  return { ...viewOf(row), payload, failure: row.error };
}

/** Runs it again now, with all its tries before it; for one that waits for its next try as well. */
export async function answerRetry(
  ctx: Context,
  { params }: InputOf<typeof retryJob>,
): Promise<JobView> {
  const retried = await ctx.db.run(sql`
    update platform.job set state = 'ready', attempts = 0, run_at = ${ctx.now}, leased_until = null, leased_by = null
    where id = ${params.jobId}
      and (state = 'failed' or (state = 'ready' and (leased_until is null or leased_until < now())))`);
  return changed(ctx, params.jobId, retried, "job.retried");
}

/** Gives a failed job up; what it was and why it failed stay in the records. */
export async function answerDrop(
  ctx: Context,
  { params }: InputOf<typeof dropJob>,
): Promise<JobView> {
  const dropped = await ctx.db.run(sql`
    update platform.job set state = 'done', done_at = ${ctx.now} where id = ${params.jobId} and state = 'failed'`);
  return changed(ctx, params.jobId, dropped, "job.dropped");
}

async function changed(ctx: Context, jobId: Uuid, rows: number, action: string): Promise<JobView> {
  const row = await getJob(ctx, jobId);
  if (rows === 0) refuse(jobNotFailed, { state: row.shown_state });
  await recordAudit(ctx, action, typeId("job", jobId), { name: row.name });
  return viewOf(row);
}

async function getJob(ctx: Context, jobId: Uuid): Promise<JobRow> {
  const [row] = await jobsWhere(ctx, sql`id = ${jobId}`);
  return row ?? refuse(notFound);
}

function viewOf(row: JobRow): JobView {
  return {
    id: typeId("job", row.id),
    name: row.name,
    state: row.shown_state,
    attempts: row.attempts,
    maxAttempts: row.max_attempts,
    runAt: row.run_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    doneAt: row.done_at?.toISOString() ?? null,
    error: row.error?.split("\n")[0]?.slice(0, 500) ?? null,
  };
}
