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

/** Waits until no event has a follower that has not handled it and no webhook is unread; needs a worker. */
export async function followersDone(database: Database, seconds = 60): Promise<void> {
  await eventually(
    "everything that follows from what happened",
    async () => {
      const { open } = await database.one<{ open: bigint }>(sql`
        select count(*) as open from platform.job where state = 'ready'
          and (event_id is not null or name in ('payments.process-webhook', 'payments.perform-operation'))`);
      return open === 0n ? true : null;
    },
    seconds,
  );
}
