import { setTimeout as pause } from "node:timers/promises";
import { sql } from "../../src/platform/sql.ts";
import type { Database } from "../../src/platform/db.ts";

/** Asks until the answer is not null; throws after so many seconds, with what was waited for. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | null>,
  seconds = 60,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (Date.now() > deadline) throw new Error(`not within ${seconds} s: ${what}`);
    await pause(100);
  }
}

/** Waits until every follower of an event has handled it and no call to a provider is open; needs a worker. */
export async function followersDone(database: Database, seconds = 60): Promise<void> {
  await eventually(
    "everything that follows from what happened",
    async () => {
      const { open } = await database.one<{ open: bigint }>(sql`
        select (select count(*) from platform.job where state = 'ready'
                and (event_id is not null or name in ('payments.process-webhook', 'payments.perform-operation')))
             + (select count(*) from payments.operation
                where state in ('created', 'unknown') and check_at is not null) as open`);
      return open === 0n ? true : null;
    },
    seconds,
  );
}
