import { z } from "zod";
import { job, type JobKind, type ScheduledJob } from "../platform/jobs.ts";
import { sql } from "../platform/sql.ts";

/**
 * Removes what the program needed for a while: tags that every process has long seen, replies whose
 * time is over, counters of tries at rest, jobs done a month ago with the events they followed.
 */
const tidy = job({
  name: "platform.tidy",
  payload: z.object({}),
  run: async ({ db }) => {
    await db.run(
      sql`delete from platform.touched_tag where touched_at < now() - interval '1 hour'`,
    );
    await db.run(sql`delete from platform.idempotency_key where expires_at < now()`);
    // A streak of failures is kept until a success or a new password ends it: it must outlive patience.
    await db.run(sql`
      delete from platform.throttle
      where counted_at < now() - interval '2 days' and key not like 'sign-in:%'`);
    await db.run(sql`
      with old as (
        select e.id from platform.event e
        where e.occurred_at < now() - interval '30 days'
          and not exists (select from platform.job j where j.event_id = e.id and j.state <> 'done')
        order by e.occurred_at limit 10000
      ), followed as (
        delete from platform.job j using old where j.event_id = old.id
      )
      delete from platform.job where state = 'done' and event_id is null and done_at < now() - interval '30 days'`);
    await db.run(sql`
      delete from platform.event e
      where e.occurred_at < now() - interval '30 days'
        and not exists (select from platform.job j where j.event_id = e.id)`);
  },
});

export const jobs: JobKind<never>[] = [tidy];
export const schedule: ScheduledJob[] = [{ job: tidy, everySeconds: 3600 }];
