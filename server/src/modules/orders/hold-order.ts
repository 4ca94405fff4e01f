import { refuse } from "../../kernel/errors.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import { publish } from "../../platform/events.ts";
import { sql } from "../../platform/sql.ts";
import { orderNotInState } from "./contract.ts";
import { orderHoldReleased } from "./events.ts";
import { mayBecome, type Order } from "./order.ts";
import { orderColumns, orderOf, type OrderRow } from "./order-row.ts";
import { lockOrder } from "./queries.ts";
import { timelineInsert } from "./timeline.ts";

/** Stops capture and shipping until it is released; holding again replaces the reason. Locks the order. */
export async function holdOrder(ctx: Context, orderId: string, reason: string): Promise<Order> {
  const { status } = await lockOrder(ctx, orderId);
  if (!mayBecome(status, "cancelled")) refuse(orderNotInState, { status });
  const row = await ctx.db.one<OrderRow>(sql`
    with said as (${timelineInsert(ctx, orderId, [{ kind: "held", public: false, details: { reason } }])})
    update orders.order o
    set hold_reason = ${reason}, held_by = ${actorOf(ctx)}, version = version + 1
    where o.id = ${orderId} returning ${orderColumns}`);
  return orderOf(row);
}

/** Takes the hold off; publishes `order.hold-released`. Nothing happens when there is none. */
export async function releaseHold(ctx: Context, orderId: string): Promise<Order> {
  const order = await lockOrder(ctx, orderId);
  if (order.holdReason === null) return order;
  const row = await ctx.db.one<OrderRow>(sql`
    with said as (${timelineInsert(ctx, orderId, [{ kind: "hold_released", public: false }])})
    update orders.order o set hold_reason = null, held_by = null, version = version + 1
    where o.id = ${orderId} returning ${orderColumns}`);
  publish(ctx, orderHoldReleased, { orderId });
  return orderOf(row);
}
