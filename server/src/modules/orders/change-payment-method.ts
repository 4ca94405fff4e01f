import { assert } from "../../kernel/assert.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { PaymentMethod } from "../settings/index.ts";
import type { CaptureMoment, Order } from "./order.ts";
import { orderColumns, orderOf, type OrderRow } from "./order-row.ts";

/** How a pending order is to be paid instead, and until when. The caller has locked it. */
export async function changePaymentMethod(
  ctx: Context,
  orderId: string,
  how: {
    readonly method: PaymentMethod;
    readonly captureMoment: CaptureMoment;
    readonly payBy: Date | null;
  },
): Promise<Order> {
  const row = await ctx.db.maybe<OrderRow>(sql`
    update orders.order o
    set payment_method = ${how.method}, capture_moment = ${how.captureMoment}, pay_by = ${how.payBy},
        version = version + 1
    where o.id = ${orderId} and o.status = 'pending' returning ${orderColumns}`);
  assert(row !== null, "only a pending order changes how it is paid");
  return orderOf(row);
}
