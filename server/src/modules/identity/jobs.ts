import { z } from "zod";
import { job, type JobKind, type ScheduledJob } from "../../platform/jobs.ts";
import { sql } from "../../platform/sql.ts";
import { mailResetLink, mailSignUpLink } from "./ask-link.ts";

/** Removes what no longer opens anything: ended sessions and dead links. */
const tidySecrets: JobKind<never> = job({
  name: "identity.tidy-secrets",
  payload: z.object({}),
  run: async (ctx) => {
    await ctx.db.run(sql`
      with links as (
        delete from identity.link where expires_at < ${ctx.now}::timestamptz - interval '7 days'
      )
      delete from identity.session where expires_at < ${ctx.now}`);
  },
});

export const jobs: JobKind<never>[] = [mailResetLink, mailSignUpLink, tidySecrets];

export const schedule: ScheduledJob[] = [{ job: tidySecrets, everySeconds: 6 * 3600 }];
