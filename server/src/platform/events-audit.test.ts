import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { testShop } from "../../test/support/test-shop.ts";
import { runAudit } from "./audit.ts";
import { eventKind, publish, setSubscriptions, subscription } from "./events.ts";
import { checks } from "./events-audit.ts";
import { sql } from "./sql.ts";

const shop = await testShop();
const rang = eventKind("bell.rang", z.object({}));
const quiet = eventKind("bell.kept-quiet", z.object({}));
const hear = (who: string) => subscription(rang, who, async () => undefined);
afterAll(() => setSubscriptions([]));

async function states(): Promise<unknown[]> {
  const results = await runAudit(shop.database, checks);
  return results.flatMap((each) => each.offences.map((row) => [row["follower"], row["state"]]));
}

beforeEach(async () => {
  await shop.database.run(sql`truncate platform.event, platform.job`);
  setSubscriptions([hear("dog"), hear("cat")]);
  await shop.edge().transaction(async (ctx) => {
    publish(ctx, rang, {});
    publish(ctx, quiet, {});
  });
});

describe("the audit of events", () => {
  it("has nothing to say of followers that wait, that are done, or that came later", async () => {
    expect(await states()).toEqual([]);
    await shop.database.run(sql`
      update platform.job set state = 'done', done_at = now() where name like '%dog'`);
    setSubscriptions([hear("dog"), hear("cat"), hear("mouse")]);
    expect(await states()).toEqual([]);
  });

  it.each([
    ["whose job is gone", `delete from platform.job where name like '%cat'`, "lost"],
    [
      "whose job failed",
      `update platform.job set state = 'failed' where name like '%cat'`,
      "failed",
    ],
    [
      "that has waited for longer than an hour",
      `update platform.job set run_at = now() - interval '61 minutes' where name like '%cat'`,
      "ready",
    ],
  ])("shows a follower %s", async (_, harm, state) => {
    await shop.database.pool.query(harm);
    expect(await states()).toEqual([["bell.rang → cat", state]]);
  });
});
