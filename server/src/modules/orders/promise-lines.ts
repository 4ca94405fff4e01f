import type { BusinessDate } from "../../kernel/time.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";

/** Sets when lines are expected to be sent, where that turned out otherwise than at first. One round trip. */
export async function promiseLines(
  ctx: Context,
  orderId: string,
  promises: readonly { readonly orderLineId: string; readonly date: BusinessDate | null }[],
): Promise<void> {
  if (promises.length === 0) return;
  await ctx.db.run(sql`
    update orders.line l set promised_by = p.date
    from unnest(${promises.map((each) => each.orderLineId)}::uuid[],
                ${promises.map((each) => each.date)}::date[]) as p (id, date)
    where l.id = p.id and l.order_id = ${orderId}`);
}
