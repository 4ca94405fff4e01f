import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { errorKind, notFound } from "../../kernel/errors.ts";
import { idSchema, idView } from "../../kernel/wire.ts";

/** details: `{ state }`. */
export const jobNotFailed = errorKind(
  "job_not_failed",
  409,
  "Only a failed job can be run again or dropped",
);

/** ready: due or waiting for its time; running; retrying: failed before and will be tried again; failed: given up. */
export const jobStates = ["ready", "running", "retrying", "done", "failed"] as const;

export const jobView = z.object({
  id: idView("job"),
  name: z.string(),
  state: z.enum(jobStates),
  attempts: z.int(),
  maxAttempts: z.int(),
  runAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  doneAt: z.iso.datetime().nullable(),
  /** The last failure, first line; null when there was none. */
  error: z.string().nullable(),
});
export type JobView = z.output<typeof jobView>;

export const listJobs = endpoint({
  id: "listJobs",
  method: "GET",
  path: "/api/admin/jobs",
  summary: "Jobs by state, newest first",
  allow: "jobs:read",
  query: z.object({
    state: z.enum(jobStates).optional(),
    name: z.string().max(120).optional(),
    after: idSchema("job").optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  reply: z.object({ items: z.array(jobView), next: z.string().nullable() }),
});

export const countJobs = endpoint({
  id: "countJobs",
  method: "GET",
  path: "/api/admin/jobs/counts",
  summary: "How many jobs are in which state; done ones of the last day",
  allow: "jobs:read",
  reply: z.object({
    ready: z.int(),
    running: z.int(),
    retrying: z.int(),
    failed: z.int(),
    doneToday: z.int(),
    /** Seconds the oldest due job has waited; 0 when none does. */
    oldestDueSeconds: z.int(),
  }),
});

const params = z.object({ jobId: idSchema("job") });

export const readJob = endpoint({
  id: "readJob",
  method: "GET",
  path: "/api/admin/jobs/:jobId",
  summary: "One job with its whole failure and what it was given",
  allow: "jobs:read",
  params,
  reply: jobView.extend({ payload: z.json(), failure: z.string().nullable() }),
  errors: [notFound],
});

export const retryJob = endpoint({
  id: "retryJob",
  method: "POST",
  path: "/api/admin/jobs/:jobId/retry",
  summary: "Run a failed or waiting job again now",
  allow: "jobs:write",
  params,
  reply: jobView,
  errors: [notFound, jobNotFailed],
});

export const dropJob = endpoint({
  id: "dropJob",
  method: "POST",
  path: "/api/admin/jobs/:jobId/dismissal",
  summary: "Give up a failed job for good; it stays in the records as done, with its failure",
  allow: "jobs:write",
  params,
  reply: jobView,
  errors: [notFound, jobNotFailed],
});

export const auditRunView = z.object({
  id: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  startedBy: z.string(),
  clean: z.boolean(),
  results: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      milliseconds: z.number(),
      /** At most a hundred rows, values as text. */
      offences: z.array(z.record(z.string(), z.json())),
    }),
  ),
});
export type AuditRunView = z.output<typeof auditRunView>;

export const runAuditNow = endpoint({
  id: "runAuditNow",
  method: "POST",
  path: "/api/admin/audit",
  summary: "Check every invariant on the live database; the result is kept",
  allow: "audit:run",
  reply: auditRunView,
  perMinute: 6,
});

export const readLatestAudit = endpoint({
  id: "readLatestAudit",
  method: "GET",
  path: "/api/admin/audit",
  summary: "The latest check of the invariants; null before the first",
  allow: "audit:run",
  reply: z.object({ run: auditRunView.nullable() }),
});
