import { asCurrency } from "../../../kernel/currency.ts";
import { money } from "../../../kernel/money.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import type { PayableOrder } from "./match-line.ts";

interface OrderRow {
  id: string;
  number: string;
  status: string;
  payment_method: string;
  currency: string;
  due: bigint;
}

/** The orders with these numbers, and what is still due for each: one round trip. */
export async function payableOrders(
  ctx: Context,
  numbers: readonly string[],
): Promise<PayableOrder[]> {
  const rows = await ctx.db.all<OrderRow>(sql`
    select id, number, status, payment_method, currency,
           case status when 'cancelled' then 0 else total_minor - cancelled_minor end - captured_minor as due
    from orders.order where number = any(${[...new Set(numbers)]}::text[])`);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    status: row.status,
    paymentMethod: row.payment_method,
    due: money(row.due, asCurrency(row.currency)),
  }));
}
