import { expect, it } from "vitest";
import { newSecretId } from "../../kernel/ids.ts";
import { openLog } from "../../platform/log.ts";
import { sql } from "../../platform/sql.ts";
import { createWorker } from "../../platform/worker.ts";
import { goods, stockedShop } from "../checkout/examples.ts";
import { jobs, schedule } from "./jobs.ts";

const shop = await stockedShop();
const chair = await goods(shop, { title: "Chair", price: 14_900, stock: 5 });

/** A guest's cart that was last changed so many days ago. */
async function aCart(daysAgo: number, units: number): Promise<string> {
  const id = newSecretId();
  await shop.database.run(sql`
    insert into cart.cart (id, market, currency, locale, created_at, changed_at)
    values (${id}, 'eu', 'EUR', 'en', now(), now() - make_interval(days => ${daysAgo}))`);
  if (units > 0) {
    await shop.database.run(sql`
      insert into cart.line (id, cart_id, variant_id, quantity, price_seen_minor, added_at)
      values (${newSecretId()}, ${id}, ${chair}, ${units}, 14900, now())`);
  }
  return id;
}

it("removes carts that were left, with their lines, and keeps those that are used", async () => {
  const left = [await aCart(91, 2), await aCart(2, 0)];
  const used = [await aCart(89, 1), await aCart(0, 0)];
  const [round] = schedule;
  await shop.database.run(sql`
    insert into platform.job (id, name, payload, run_at, created_at)
    values (${newSecretId()}, ${round?.job.name ?? ""}, '{}', now(), now())`);
  const common = { schedule: [], concurrency: 1, leaseSeconds: 30, idleMilliseconds: 10 };
  await createWorker({ database: shop.database, log: openLog("silent"), jobs, ...common }).drain();
  const rows = await shop.database.all<{ id: string }>(sql`
    select id from cart.cart where id = any(${[...left, ...used]}::uuid[])`);
  expect(rows.map(({ id }) => id).sort()).toEqual(used.toSorted());
  const lines = sql<{ n: bigint }>`select count(*) as n from cart.line`;
  expect((await shop.database.one(lines)).n).toBe(1n);
});
