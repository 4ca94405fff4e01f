import { z } from "zod";
import type { Context } from "../../platform/context.ts";
import { enqueue, job, type JobKind, phasedJob, type ScheduledJob } from "../../platform/jobs.ts";
import { sql } from "../../platform/sql.ts";
import { lookUpNow } from "./check-attempt.ts";
import { enqueueOperation, performOperationJobName } from "./enqueue-operation.ts";
import { performOperation } from "./perform-operation.ts";
import { processWebhook, processWebhookJobName } from "./process-webhook.ts";
import { bookLine } from "./statement/book-line.ts";

const performOperationJob = phasedJob({
  name: performOperationJobName,
  payload: z.object({ operationId: z.uuid() }),
  runPhased: async (edge, { operationId }) => {
    await performOperation(edge, operationId);
  },
});

const checkAttemptJob = phasedJob({
  name: "payments.check-attempt",
  payload: z.object({ attemptId: z.uuid() }),
  runPhased: async (edge, { attemptId }) => {
    await lookUpNow(edge, attemptId);
  },
});

const processWebhookJob = phasedJob({
  name: processWebhookJobName,
  payload: z.object({ provider: z.string(), eventId: z.string() }),
  runPhased: processWebhook,
});

/** Finds what is due to be asked about; each is asked by a job of its own, so that none delays another. */
const sweepJob = job({ name: "payments.sweep", payload: z.object({}), run: (ctx) => sweep(ctx) });

/** The time of the next look moves on at once: a job that fails comes round again. */
async function sweep(ctx: Context): Promise<void> {
  const attempts = await ctx.db.all<{ id: string }>(sql`
    update payments.attempt set check_at = ${ctx.now}::timestamptz + interval '1 minute'
    where id in (select id from payments.attempt where check_at <= ${ctx.now}
                 order by check_at limit 100 for update skip locked)
    returning id`);
  const operations = await ctx.db.all<{ id: string }>(sql`
    update payments.operation set check_at = ${ctx.now}::timestamptz + interval '1 minute'
    where id in (select id from payments.operation where check_at <= ${ctx.now}
                 order by check_at limit 100 for update skip locked)
    returning id`);
  const reports = await ctx.db.all<{ provider: string; event_id: string }>(sql`
    select provider, event_id from payments.webhook
    where processed_at is null and received_at < ${ctx.now}::timestamptz - interval '1 minute'
    order by received_at limit 100`);
  for (const { id } of attempts) enqueue(ctx, checkAttemptJob, { attemptId: id }, { key: id });
  for (const { id } of operations) enqueueOperation(ctx, id);
  for (const { provider, event_id: eventId } of reports) {
    enqueue(ctx, processWebhookJob, { provider, eventId }, { key: `${provider}:${eventId}` });
  }
}

export const jobs: readonly JobKind<never>[] = [
  bookLine,
  performOperationJob,
  checkAttemptJob,
  processWebhookJob,
  sweepJob,
];

export const schedule: readonly ScheduledJob[] = [{ job: sweepJob, everySeconds: 10 }];
