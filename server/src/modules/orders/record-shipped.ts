import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { Order } from "./order.ts";
import { orderColumns, orderOf, type OrderRow } from "./order-row.ts";

/**
 * Item units that left the house: one round trip. The caller has locked the order. The database
 * refuses more units than were sold and not cancelled.
 */
export async function recordShipped(
  ctx: Context,
  orderId: string,
  lines: readonly { readonly orderLineId: string; readonly quantity: number }[],
): Promise<Order> {
  const units = lines.reduce((count, line) => count + line.quantity, 0);
  const row = await ctx.db.one<OrderRow & { touched: bigint }>(sql`
    with gone as (
      select id, sum(quantity)::integer as quantity
      from unnest(${lines.map((line) => line.orderLineId)}::uuid[],
                  ${lines.map((line) => line.quantity)}::integer[]) as g (id, quantity)
      group by id
    ), shipped_line as (
      update orders.line l set quantity_shipped = quantity_shipped + gone.quantity
      from gone where l.id = gone.id and l.order_id = ${orderId} and l.kind = 'item'
      returning gone.quantity
    )
    update orders.order o
    set units_shipped = units_shipped + ${units}::bigint, version = version + 1
    where o.id = ${orderId}
    returning ${orderColumns}, (select coalesce(sum(quantity), 0)::bigint from shipped_line) as touched`);
  assert(row.touched === BigInt(units), "shipped lines are items of the order");
  return orderOf(row);
}
