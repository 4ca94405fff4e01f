import { expect, test } from "vitest";
import { testShop } from "../../test/support/test-shop.ts";
import type { Context } from "./context.ts";
import { openDatabase } from "./db.ts";
import { openEdge, systemCaller } from "./edge.ts";
import { openLog } from "./log.ts";
import { forgetTags, keepReady, rememberTagged } from "./memory.ts";
import { createPageCache } from "./page-cache.ts";
import { touchTag } from "./pending.ts";
import { sql } from "./sql.ts";

const shop = await testShop();
const { memory } = shop.database;
await shop.database.run(sql`create table public.fact (value integer not null)`);
await shop.database.run(sql`insert into public.fact values (1)`);

const load = async (ctx: Pick<Context, "db">): Promise<number> =>
  (await ctx.db.one<{ value: number }>(sql`select value from public.fact`)).value;
const fact = (ctx: Context): Promise<number> => rememberTagged(ctx, "fact", () => load(ctx));
const read = (): Promise<number> => fact(shop.edge().reading());

async function change(ctx: Context, value: number): Promise<void> {
  await ctx.db.run(sql`update public.fact set value = ${value}::integer`);
  touchTag(ctx, "fact");
}

test("a transaction sees its own change, others what was there before, and nobody what was rolled back", async () => {
  expect(await read()).toBe(1);
  const rolledBack = shop.edge().transaction(async (ctx) => {
    await change(ctx, 2);
    expect(await fact(ctx)).toBe(2);
    expect(await read()).toBe(1);
    throw new Error("no");
  });
  await expect(rolledBack).rejects.toThrow("no");
  expect(await read()).toBe(1);
});

test("a change is known with its commit, also to whoever began to load before it", async () => {
  forgetTags(memory, ["fact"]);
  let goOn = (): void => undefined;
  const early = rememberTagged(shop.edge().reading(), "fact", async () => {
    const value = await load({ db: shop.database });
    await new Promise<void>((resolve) => (goOn = resolve));
    return value;
  });
  await shop.edge().transaction((ctx) => change(ctx, 3));
  goOn();
  expect(await early).toBe(1);
  expect(await read()).toBe(3);
});

test("while touched tags are looked for, nothing is loaded twice, and another process's change is seen", async () => {
  const pages = createPageCache(shop.database, openLog("silent"));
  await pages.look();
  await read();
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  // As a look that found nothing leaves it: a real one may see an old touch twice while others' transactions last.
  memory.lookedAt = performance.now();
  expect(await shop.roundTrips(read)).toEqual([]);
  const other = openDatabase({ url: shop.databaseUrl, poolSize: 1 });
  await openEdge(other, systemCaller("other")).transaction((ctx) => change(ctx, 4));
  await other.close();
  expect(await read()).toBe(3);
  await pages.look();
  expect(await read()).toBe(4);
});

test("when nobody has looked for a while, a value is not believed for longer than a second", async () => {
  await read();
  forgetTags(memory, ["fact"]);
  expect(await read()).toBe(4);
  await shop.database.run(sql`update public.fact set value = 5`);
  memory.lookedAt = performance.now() - 5_000;
  expect(await read()).toBe(4);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect(await read()).toBe(5);
});

test("what is kept ready is loaded anew by the change itself, and a failed load by whoever asks next", async () => {
  let [loads, broken] = [0, false];
  await keepReady(memory, "fact", async () => {
    loads += 1;
    if (broken) throw new Error("no database");
    return load({ db: shop.database });
  });
  await shop.edge().transaction((ctx) => change(ctx, 6));
  expect(loads).toBe(2);
  expect(await read()).toBe(6);
  broken = true;
  await shop.edge().transaction((ctx) => change(ctx, 7));
  await new Promise((resolve) => setImmediate(resolve));
  expect(await read()).toBe(7);
});
