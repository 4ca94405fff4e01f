import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { mayUse } from "./read-cart.ts";

/** The order a cart became, for whoever may use the cart; null when it became none or there is no such cart. */
export async function findOrderedCart(ctx: Context, cartId: Uuid): Promise<Uuid | null> {
  const row = await ctx.db.maybe<{ order_id: Uuid | null }>(sql`
    select c.order_id from cart.cart c where c.id = ${cartId} and ${mayUse(ctx)}`);
  return row?.order_id ?? null;
}
