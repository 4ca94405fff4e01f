import { hostname } from "node:os";
import { newId } from "../kernel/ids.ts";
import type { Database } from "./db.ts";
import { type Edge, openEdge, systemCaller } from "./edge.ts";
import { type JobKind, onJobsAdded, type ScheduledJob } from "./jobs.ts";
import type { Logger } from "./log.ts";
import { scheduleKeeper } from "./schedule.ts";
import { sql } from "./sql.ts";

export interface WorkerOptions {
  readonly database: Database;
  readonly log: Logger;
  readonly jobs: readonly JobKind<never>[];
  readonly schedule: readonly ScheduledJob[];
  readonly concurrency: number;
  /** Seconds a claimed job stays ours without a heartbeat; after a crash it runs again elsewhere. */
  readonly leaseSeconds: number;
  /** Milliseconds between looks when there is nothing to do. */
  readonly idleMilliseconds: number;
}

export interface Worker {
  /** Stops claiming, lets running jobs finish, and resolves when they have. */
  stop(): Promise<void>;
  /** Runs everything that is due now and resolves when nothing is left; for tests and commands. */
  drain(): Promise<void>;
}

interface ClaimedJob {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  readonly attempts: number;
  readonly max_attempts: number;
}

/** Seconds until the next try: doubling from one, at most an hour. */
export function backoffSeconds(attempts: number): number {
  return Math.min(3600, 2 ** Math.min(attempts, 12));
}

export function createWorker(options: WorkerOptions): Worker & { start(): void } {
  const { database, log } = options;
  const worker = `${hostname()}:${process.pid}:${newId()}`;
  const enqueueDue = scheduleKeeper(database, options.schedule);
  const kinds = new Map(options.jobs.map((kind) => [kind.name, kind]));
  const running = new Map<string, Promise<void>>();
  /** Before `start` and after `stop` nothing is claimed but by `drain`. */
  let claiming = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<number> | null = null;

  const claim = (limit: number): Promise<ClaimedJob[]> =>
    database.all<ClaimedJob>(sql`
      update platform.job set leased_by = ${worker}, attempts = attempts + 1,
        leased_until = now() + make_interval(secs => ${options.leaseSeconds})
      where id in (
        select id from platform.job
        where state = 'ready' and run_at <= now() and (leased_until is null or leased_until < now())
        order by run_at, id limit ${limit} for update skip locked)
      returning id, name, payload, attempts, max_attempts`);

  const complete = async (edge: Edge, kind: JobKind<never>, claimed: ClaimedJob): Promise<void> => {
    const payload = kind.payload.parse(claimed.payload);
    if (kind.runPhased !== null) await kind.runPhased(edge, payload);
    await edge.transaction(async (ctx) => {
      if (kind.run !== null) await kind.run(ctx, payload);
      const done = await ctx.db.run(sql`
        update platform.job set state = 'done', done_at = ${ctx.now}, leased_until = null, leased_by = null, error = null
        where id = ${claimed.id} and state = 'ready' and leased_by = ${worker}`);
      if (done === 0) throw new Error("the lease on this job was lost; its effects are not kept");
    });
  };

  const fail = async (claimed: ClaimedJob, error: unknown): Promise<void> => {
    const last = claimed.attempts >= claimed.max_attempts;
    log.error(
      { job: claimed.name, id: claimed.id, attempts: claimed.attempts, err: error },
      "job failed",
    );
    await database.run(sql`
      update platform.job set error = ${error instanceof Error ? (error.stack ?? error.message) : String(error)},
        state = ${last ? "failed" : "ready"}, leased_until = null, leased_by = null,
        run_at = now() + make_interval(secs => ${backoffSeconds(claimed.attempts)})
      where id = ${claimed.id} and leased_by = ${worker}`);
  };

  const heartbeat = (id: string): NodeJS.Timeout =>
    setInterval(
      () => {
        database
          .run(sql`
          update platform.job set leased_until = now() + make_interval(secs => ${options.leaseSeconds})
          where id = ${id} and leased_by = ${worker}`)
          .catch((error: unknown) => log.warn({ err: error, id }, "heartbeat failed"));
      },
      (options.leaseSeconds * 1000) / 3,
    );

  const runOne = async (claimed: ClaimedJob): Promise<void> => {
    const beat = heartbeat(claimed.id);
    try {
      const kind = kinds.get(claimed.name);
      if (kind === undefined) throw new Error(`no job is called ${claimed.name}`);
      await complete(openEdge(database, systemCaller(claimed.name)), kind, claimed);
    } catch (error) {
      await fail(claimed, error).catch((failure: unknown) =>
        log.error({ err: failure }, "job state not written"),
      );
    } finally {
      clearInterval(beat);
    }
  };

  /** Claims as many as there are free hands; says how many it took. */
  const look = async (): Promise<number> => {
    const free = options.concurrency - running.size;
    if (free <= 0) return 0;
    const claimed = await claim(free);
    for (const each of claimed) {
      const work = runOne(each).finally(() => {
        running.delete(each.id);
        lookSoon(0);
      });
      running.set(each.id, work);
    }
    return claimed.length;
  };

  const lookSoon = (milliseconds: number): void => {
    if (!claiming) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      looking ??= tick().finally(() => {
        looking = null;
      });
      looking
        .then((taken) => lookSoon(taken > 0 ? 0 : options.idleMilliseconds))
        .catch((error: unknown) => {
          log.error({ err: error }, "worker could not look for jobs");
          lookSoon(2000);
        });
    }, milliseconds);
  };

  const tick = async (): Promise<number> => {
    await enqueueDue();
    return look();
  };

  return {
    start: () => {
      claiming = true;
      onJobsAdded(() => lookSoon(0));
      lookSoon(0);
    },
    stop: async () => {
      claiming = false;
      clearTimeout(timer);
      onJobsAdded(() => undefined);
      await looking?.catch(() => undefined); // reported where it was awaited first
      await Promise.all(running.values());
    },
    drain: async () => {
      for (;;) {
        const taken = await look();
        await Promise.all(running.values());
        if (taken === 0) return;
      }
    },
  };
}
