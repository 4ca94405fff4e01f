import { z } from "zod";
import { newId } from "../../../kernel/ids.ts";
import { locales } from "../../../kernel/locale.ts";
import type { Context } from "../../../platform/context.ts";
import { type Subscription, subscription } from "../../../platform/events.ts";
import { enqueue, phasedJob, type ScheduledJob } from "../../../platform/jobs.ts";
import { sql } from "../../../platform/sql.ts";
import { productChanged, productsChanged } from "../../catalog/index.ts";
import { listMarkets } from "../../settings/index.ts";
import { feedKinds } from "../kinds.ts";
import { type Feed, makeFeed } from "./make-feed.ts";

/** Every feed anew: one for each kind, market and language. One that fails never keeps the others from being made. */
export const makeFeeds = phasedJob({
  name: "exchange: make feeds",
  payload: z.object({}),
  maxAttempts: 5,
  runPhased: async (edge) => {
    const feeds = await edge.transaction(listAll);
    const failures: unknown[] = [];
    for (const feed of feeds) {
      try {
        await makeFeed(edge, feed);
      } catch (error) {
        failures.push(error);
        const said = error instanceof Error ? error.message : String(error);
        await edge.transaction(async ({ db }) => {
          await db.run(sql`
            update exchange.feed set failure = ${said.slice(0, 300)} where id = ${feed.id}`);
        });
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, "some feeds were not made");
  },
});

async function listAll(ctx: Context): Promise<Feed[]> {
  const markets = await listMarkets(ctx);
  const wanted = feedKinds.flatMap((kind) =>
    markets.flatMap(({ code }) =>
      locales.map((locale) => ({ id: newId(), kind, market: code, locale })),
    ),
  );
  await ctx.db.run(sql`
    insert into exchange.feed (id, kind, market, locale)
    select id, kind, market, locale
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb)
      as f (id uuid, kind text, market text, locale text)
    on conflict (kind, market, locale) do nothing`);
  return ctx.db.all<Feed>(
    sql`select id, kind, market, locale, pages from exchange.feed order by id`,
  );
}

const minutesToSettle = 5;

/** However many products change in five minutes, the feeds are made once after them. */
async function makeSoon(ctx: Context): Promise<void> {
  const runAt = new Date(ctx.now.getTime() + minutesToSettle * 60_000);
  enqueue(ctx, makeFeeds, {}, { key: "soon", runAt });
}

export const subscriptions: Subscription[] = [
  subscription(productChanged, "exchange: feeds", makeSoon),
  subscription(productsChanged, "exchange: feeds", makeSoon),
];

export const schedule: ScheduledJob[] = [{ job: makeFeeds, everySeconds: 24 * 3600 }];
