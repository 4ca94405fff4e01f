import type { AuditCheck } from "../platform/audit.ts";
import type { Subscription } from "../platform/events.ts";
import type { JobKind, ScheduledJob } from "../platform/jobs.ts";
import type { Route } from "../platform/route.ts";

/** Every endpoint that is mounted. */
export const routes: readonly Route[] = [];

/** Who follows which event. */
export const subscriptions: readonly Subscription[] = [];

/** Everything a worker can do besides following events. */
export const jobs: readonly JobKind<never>[] = [];

/** What comes round by itself. */
export const schedule: readonly ScheduledJob[] = [];

/** The invariants, in the order of their numbers. */
export const checks: readonly AuditCheck[] = [];
