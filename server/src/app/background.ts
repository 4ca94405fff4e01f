import { setSubscriptions } from "../platform/events.ts";
import type { Database } from "../platform/db.ts";
import type { Logger } from "../platform/log.ts";
import { createWorker, type Worker } from "../platform/worker.ts";
import { jobs, schedule, subscriptions } from "./rooms.ts";

/** Tells `publish` who follows what; every process that runs use cases calls it first. */
export function connectSubscriptions(): void {
  setSubscriptions(subscriptions);
}

export interface BackgroundOptions {
  readonly database: Database;
  readonly log: Logger;
  readonly concurrency?: number;
  readonly withSchedule?: boolean;
}

/** A worker that knows every job of the shop. */
export function shopWorker(options: BackgroundOptions): Worker {
  connectSubscriptions();
  return createWorker({
    database: options.database,
    log: options.log,
    jobs: [...jobs, ...subscriptions.map((each) => each.job)],
    schedule: options.withSchedule === false ? [] : schedule,
    concurrency: options.concurrency ?? 4,
    leaseSeconds: 30,
    idleMilliseconds: 500,
  });
}
