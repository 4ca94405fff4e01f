import type { Database } from "./db.ts";
import type { ScheduledJob } from "./jobs.ts";
import { newPendingJob, nothingPending, writePending } from "./pending.ts";
import { sql } from "./sql.ts";

/**
 * Enqueues recurring jobs when they are due. Every process may call it as often as it likes: it looks
 * at most once a second, and the database lets one of them win each round.
 */
export function scheduleKeeper(
  database: Database,
  schedule: readonly ScheduledJob[],
): () => Promise<void> {
  const names = schedule.map(({ job }) => job.name);
  const seconds = schedule.map(({ everySeconds }) => everySeconds);
  let lookedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    if (schedule.length === 0 || performance.now() - lookedAt < 1000) return;
    lookedAt = performance.now();
    await database.transaction(async (db) => {
      const due = await db.all<{ name: string }>(sql`
        insert into platform.schedule as s (name, next_at)
        select name, now() + make_interval(secs => seconds)
        from unnest(${names}::text[], ${seconds}::integer[]) as each (name, seconds) order by name
        on conflict (name) do update set next_at = excluded.next_at where s.next_at <= now()
        returning name`);
      const now = new Date();
      const jobs = due.map(({ name }) => ({
        ...newPendingJob(name, {}, now),
        uniqueKey: "schedule",
      }));
      await writePending(db, { ...nothingPending(), jobs }, now);
    });
  };
}
