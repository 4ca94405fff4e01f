import type { Context } from "../../platform/context.ts";
import { publish } from "../../platform/events.ts";
import { sql } from "../../platform/sql.ts";
import { orderCompleted } from "./events.ts";
import { isDone, type Order } from "./order.ts";
import { orderColumns, orderOf, type OrderRow } from "./order-row.ts";
import { timelineInsert } from "./timeline.ts";

/**
 * placed → completed when all that was not cancelled is shipped and paid: no round trip otherwise.
 * Takes the order as the caller's last change returned it, locked.
 */
export async function completeIfDone(ctx: Context, order: Order): Promise<Order> {
  if (!isDone(order)) return order;
  const row = await ctx.db.one<OrderRow>(sql`
    with said as (${timelineInsert(ctx, order.id, [{ kind: "completed", public: false }])})
    update orders.order o
    set status = 'completed', closed_at = ${ctx.now}, version = version + 1
    where o.id = ${order.id} returning ${orderColumns}`);
  publish(ctx, orderCompleted, { orderId: order.id });
  return orderOf(row);
}
