import type { ReplyOf } from "../../kernel/endpoint.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { shopToday } from "../settings/index.ts";
import { type countOrders, type OrderNeed, orderNeeds } from "./contract.ts";
import { needConditions } from "./order-needs.ts";

/** Nobody counts further by eye, and counting further costs time. */
const most = 1000;

/** How many orders need what: one round trip. Only open orders and money that is to go back can need anything. */
export async function answerCounts(ctx: Context): Promise<ReplyOf<typeof countOrders>> {
  const conditions = needConditions(await shopToday(ctx));
  const counts = orderNeeds.map(
    (need) => sql`
      select ${need}::text as need, count(*) as orders
      from (select from orders.order o where ${conditions[need]} limit ${most}) one`,
  );
  const all = counts
    .slice(1)
    .reduce((some, each) => sql`${some} union all ${each}`, sql`${counts[0]}`);
  const rows = await ctx.db.all<{ need: OrderNeed; orders: bigint }>(sql`
    select need, orders from (${all}) counted`);
  const byNeed = new Map(rows.map((row) => [row.need, Number(row.orders)]));
  return Object.fromEntries(orderNeeds.map((need) => [need, byNeed.get(need) ?? 0])) as Record<
    OrderNeed,
    number
  >;
}
