import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { Cart } from "./cart.ts";
import { cartColumns, cartOf, type CartRow, customerIdOf } from "./read-cart.ts";

/** The signed-in customer's open cart, the one last changed when there are several; null without one. */
export async function findAccountCart(ctx: Context): Promise<Cart | null> {
  const row = await ctx.db.maybe<CartRow>(sql`
    select ${cartColumns(ctx)} from cart.cart c
    where c.customer_id = ${customerIdOf(ctx)} and c.order_id is null
    order by c.changed_at desc, c.id limit 1`);
  return row && cartOf(row);
}
