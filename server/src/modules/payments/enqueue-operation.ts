import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { newPendingJob } from "../../platform/pending.ts";

export const performOperationJobName = "payments.perform-operation";

/** After this transaction a worker makes the call, unless whoever asked has made it first. */
export function enqueueOperation(ctx: Context, operationId: Uuid): void {
  ctx.pending.jobs.push({
    ...newPendingJob(performOperationJobName, { operationId }, ctx.now),
    uniqueKey: operationId,
  });
}
