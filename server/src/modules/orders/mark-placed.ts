import { refuse } from "../../kernel/errors.ts";
import type { Context } from "../../platform/context.ts";
import { publish } from "../../platform/events.ts";
import { sql } from "../../platform/sql.ts";
import { allocateReservations } from "../inventory/index.ts";
import { orderNotInState } from "./contract.ts";
import { orderPlaced } from "./events.ts";
import type { Order } from "./order.ts";
import { orderColumns, orderOf, type OrderRow } from "./order-row.ts";
import { type PaymentDeltas, paymentColumns } from "./record-payment.ts";
import { timelineInsert, type TimelineNote } from "./timeline.ts";

export interface PlacedHow {
  /** Money that came with it, so that it needs no recordPayment of its own. */
  readonly payment?: PaymentDeltas;
  /** What else to say on the timeline, before "placed". */
  readonly notes?: readonly TimelineNote[];
  /**
   * held: goods held for the shopper become the order's (one more round trip). later: the caller
   * reserves them, allocated, further on in this transaction.
   */
  readonly goods: "held" | "later";
}

/**
 * pending → placed, in one round trip, two when goods were held. Publishes `order.placed`. Placing
 * again changes nothing and publishes nothing, but adds `payment`; a cancelled order refuses.
 */
export async function markPlaced(ctx: Context, orderId: string, how: PlacedHow): Promise<Order> {
  const notes: TimelineNote[] = [...(how.notes ?? []), { kind: "placed", public: true }];
  const row = await ctx.db.one<OrderRow & { was: string }>(sql`
    with before as (select status from orders.order where id = ${orderId}),
    said as (${timelineInsert(ctx, orderId, notes, sql`(select status from before) = 'pending'`)})
    update orders.order o
    set ${paymentColumns(how.payment ?? {})},
        status = case o.status when 'pending' then 'placed' else o.status end,
        placed_at = coalesce(placed_at, ${ctx.now}),
        version = version + 1
    from before
    where o.id = ${orderId}
    returning ${orderColumns}, before.status as was`);
  if (row.status === "cancelled") refuse(orderNotInState, { status: row.status });
  if (row.was === "pending") {
    if (how.goods === "held") await allocateReservations(ctx, orderId);
    publish(ctx, orderPlaced, { orderId });
  }
  return orderOf(row);
}
