import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import type { Order } from "./order.ts";
import { orderColumns, orderOf, type OrderRow } from "./order-row.ts";

/** How the order's money changed, in minor units of its currency; negative when it was voided. */
export interface PaymentDeltas {
  readonly authorisedMinor?: bigint;
  readonly capturedMinor?: bigint;
  readonly refundedMinor?: bigint;
}

/**
 * Brings the order's projections of its payments in step: one round trip. The caller has locked the
 * order and books the attempt in the same transaction. Once the order is covered it no longer
 * falls due.
 */
export async function recordPayment(
  ctx: Context,
  orderId: string,
  deltas: PaymentDeltas,
): Promise<Order> {
  const row = await ctx.db.one<OrderRow>(sql`
    update orders.order o set ${paymentColumns(deltas)}, version = version + 1
    where o.id = ${orderId} returning ${orderColumns}`);
  return orderOf(row);
}

/** The assignments, for statements that also change something else. */
export function paymentColumns(deltas: PaymentDeltas): Sql {
  const authorised = deltas.authorisedMinor ?? 0n;
  const captured = deltas.capturedMinor ?? 0n;
  return sql`
    authorised_minor = authorised_minor + ${authorised}::bigint,
    captured_minor = captured_minor + ${captured}::bigint,
    refunded_minor = refunded_minor + ${deltas.refundedMinor ?? 0n}::bigint,
    pay_by = case
      when greatest(authorised_minor + ${authorised}::bigint, captured_minor + ${captured}::bigint)
           >= total_minor - cancelled_minor then null
      else pay_by end`;
}
