import type { AuditCheck } from "./audit.ts";
import { sql } from "./sql.ts";

/**
 * The invariant of events; no row is a good answer. A follower's effects commit with its job's completion, and a
 * unique index allows one job for an event and follower, so one job that is done is one effect.
 */
export const checks: AuditCheck[] = [
  {
    id: "I8",
    title: "Every event has reached each of its followers, or waits for it no longer than an hour",
    query: sql`
      select e.id as event, e.type, e.occurred_at, f.name as follower, coalesce(j.state, 'lost') as state
      from platform.event e
      cross join unnest(e.followers) as f (name)
      left join platform.job j on j.event_id = e.id and j.name = f.name
      where j.id is null
         or j.state = 'failed'
         or (j.state = 'ready' and j.run_at < now() - interval '1 hour'
             and (j.leased_until is null or j.leased_until < now()))
      order by e.occurred_at, e.id, f.name`,
  },
];
