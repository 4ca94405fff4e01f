import { z } from "zod";
import type { Context } from "../../platform/context.ts";
import { enqueue, job, type JobKind, phasedJob, type ScheduledJob } from "../../platform/jobs.ts";
import { sql } from "../../platform/sql.ts";
import { checkVatId } from "./check-vat-id.ts";

const checkJob = phasedJob({
  name: "tax.check-vat-id",
  payload: z.object({ vatId: z.string() }),
  runPhased: (edge, { vatId }) => checkVatId(edge, vatId),
});

/** VAT ids that the register gave no answer about when customers ordered with them; each by a job of its own. */
const recheckJob = job({
  name: "tax.recheck-vat-ids",
  payload: z.object({}),
  run: (ctx) => recheck(ctx),
});

async function recheck(ctx: Context): Promise<void> {
  const due = await ctx.db.all<{ vatId: string }>(sql`
    update tax.vat_id set check_at = ${ctx.now}::timestamptz + interval '15 minutes'
    where vat_id in (
      select v.vat_id from tax.vat_id v
      where v.check_at <= ${ctx.now} and exists (select from tax.customer_vat_id u where u.vat_id = v.vat_id)
      order by v.check_at limit 50 for update of v skip locked)
    returning vat_id as "vatId"`);
  for (const { vatId } of due) enqueue(ctx, checkJob, { vatId }, { key: vatId });
}

export const jobs: JobKind<never>[] = [checkJob, recheckJob];
export const schedule: ScheduledJob[] = [{ job: recheckJob, everySeconds: 60 }];
