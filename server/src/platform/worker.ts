import { hostname } from "node:os";
import { newId } from "../kernel/ids.ts";
import type { Database } from "./db.ts";
import { type JobKind, onJobsAdded, type ScheduledJob } from "./jobs.ts";
import type { Logger } from "./log.ts";
import { claimJobs, type JobRunner, runJob } from "./run-job.ts";
import { scheduleKeeper } from "./schedule.ts";

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
  /** Begins to look for jobs: at once, when this process adds some, and every so often. */
  start(): void;
  /** Stops claiming, lets running jobs finish, and resolves when they have. */
  stop(): Promise<void>;
  /** Runs everything that is due now and resolves when nothing is left; for tests and commands. */
  drain(): Promise<void>;
}

export function createWorker(options: WorkerOptions): Worker {
  const { database, log, leaseSeconds } = options;
  const runner: JobRunner = {
    database,
    log,
    leaseSeconds,
    kinds: new Map(options.jobs.map((kind) => [kind.name, kind])),
    worker: `${hostname()}:${process.pid}:${newId()}`,
  };
  const enqueueDue = scheduleKeeper(database, options.schedule);
  const running = new Map<string, Promise<void>>();
  /** Before `start` and after `stop` nothing is claimed but by `drain`. */
  let claiming = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<number> | null = null;

  /** Claims as many as there are free hands; says how many it took. */
  const look = async (): Promise<number> => {
    const free = options.concurrency - running.size;
    if (free <= 0) return 0;
    const claimed = await claimJobs(runner, free);
    for (const each of claimed) {
      const work = runJob(runner, each).finally(() => {
        running.delete(each.id);
        lookSoon(0);
      });
      running.set(each.id, work);
    }
    return claimed.length;
  };

  const round = async (): Promise<void> => {
    try {
      looking ??= enqueueDue().then(look);
      const taken = await looking;
      lookSoon(taken > 0 ? 0 : options.idleMilliseconds);
    } catch (error) {
      log.error({ err: error }, "worker could not look for jobs");
      lookSoon(2000);
    } finally {
      looking = null;
    }
  };

  const lookSoon = (milliseconds: number): void => {
    if (!claiming) return;
    clearTimeout(timer);
    timer = setTimeout(() => void round(), milliseconds);
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
      await Promise.allSettled([looking, ...running.values()]);
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
