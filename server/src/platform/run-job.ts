import type { Database } from "./db.ts";
import { type Edge, openEdge, systemCaller } from "./edge.ts";
import type { JobKind } from "./jobs.ts";
import type { Logger } from "./log.ts";
import { sql } from "./sql.ts";

/** A job that this worker holds a lease on. */
export interface ClaimedJob {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  readonly attempts: number;
  readonly max_attempts: number;
}

export interface JobRunner {
  readonly database: Database;
  readonly log: Logger;
  readonly kinds: ReadonlyMap<string, JobKind<never>>;
  /** The name under which leases are taken. */
  readonly worker: string;
  readonly leaseSeconds: number;
}

/** Takes up to so many due jobs, with a lease; a lease that ran out is anyone's again. */
export function claimJobs(runner: JobRunner, limit: number): Promise<ClaimedJob[]> {
  return runner.database.all<ClaimedJob>(sql`
    update platform.job set leased_by = ${runner.worker}, attempts = attempts + 1,
      leased_until = now() + make_interval(secs => ${runner.leaseSeconds})
    where id in (
      select id from platform.job
      where state = 'ready' and run_at <= now() and (leased_until is null or leased_until < now())
      order by run_at, id limit ${limit} for update skip locked)
    returning id, name, payload, attempts, max_attempts`);
}

/** Runs a claimed job to its end or its next try. Never throws: what failed is written to the job. */
export async function runJob(runner: JobRunner, claimed: ClaimedJob): Promise<void> {
  const beat = heartbeat(runner, claimed.id);
  try {
    // No try was ever written off: each took its process with it, and the next would do the same.
    if (claimed.attempts > claimed.max_attempts) throw new Error("its worker died at each try");
    const kind = runner.kinds.get(claimed.name);
    if (kind === undefined) throw new Error(`no job is called ${claimed.name}`);
    const edge = openEdge(runner.database, systemCaller(claimed.name));
    await complete(runner, edge, kind, claimed);
  } catch (error) {
    await putOff(runner, claimed, error).catch((failure: unknown) =>
      runner.log.error({ err: failure }, "job state not written"),
    );
  } finally {
    clearInterval(beat);
  }
}

async function complete(
  runner: JobRunner,
  edge: Edge,
  kind: JobKind<never>,
  claimed: ClaimedJob,
): Promise<void> {
  const payload = kind.payload.parse(claimed.payload);
  if (kind.runPhased !== null) await kind.runPhased(edge, payload);
  await edge.transaction(async (ctx) => {
    if (kind.run !== null) await kind.run(ctx, payload);
    const done = await ctx.db.run(sql`
      update platform.job
      set state = 'done', done_at = ${ctx.now}, leased_until = null, leased_by = null, error = null
      where id = ${claimed.id} and state = 'ready' and leased_by = ${runner.worker}`);
    if (done === 0) throw new Error("the lease on this job was lost; its effects are not kept");
  });
}

/** Seconds until the next try: doubling from two, at most an hour. */
export function backoffSeconds(attempts: number): number {
  return Math.min(3600, 2 ** Math.min(attempts, 12));
}

async function putOff(runner: JobRunner, claimed: ClaimedJob, error: unknown): Promise<void> {
  const { id, name, attempts } = claimed;
  const last = attempts >= claimed.max_attempts;
  runner.log.error({ job: name, id, attempts, err: error }, "job failed");
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  await runner.database.run(sql`
    update platform.job
    set error = ${text}, state = ${last ? "failed" : "ready"}, leased_until = null, leased_by = null,
        run_at = now() + make_interval(secs => ${backoffSeconds(attempts)})
    where id = ${id} and leased_by = ${runner.worker}`);
}

function heartbeat({ database, log, worker, leaseSeconds }: JobRunner, id: string): NodeJS.Timeout {
  const beat = (): Promise<unknown> =>
    database
      .run(sql`
        update platform.job set leased_until = now() + make_interval(secs => ${leaseSeconds})
        where id = ${id} and leased_by = ${worker}`)
      .catch((error: unknown) => log.warn({ err: error, id }, "heartbeat failed"));
  return setInterval(() => void beat(), (leaseSeconds * 1000) / 3);
}
