import type { Uuid } from "../../kernel/ids.ts";
import { present } from "../../kernel/assert.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { Cart } from "./cart.ts";
import { type ToldDetails, toldColumns } from "./change-cart-details.ts";
import { cartColumns, cartOf, type CartRow, mayUse, readCart } from "./read-cart.ts";

/**
 * Locks an open cart for the order with this id, takes in what was told with it, and reads it: one
 * round trip. From here on no other transaction changes it or makes an order of it; a rollback
 * opens it again. Null when there is no such cart, it is another customer's, or it is ordered.
 *
 * The caller writes the order in the same transaction; the database checks that at the commit.
 */
export async function claimCart(
  ctx: Context,
  cartId: Uuid,
  orderId: Uuid,
  told: ToldDetails,
): Promise<Cart | null> {
  const row = await ctx.db.maybe<CartRow & { fresh: boolean }>(sql`
    with before as (select b.version from cart.cart b where b.id = ${cartId}),
    c as (
      update cart.cart c
      set order_id = ${orderId}, version = c.version + 1, changed_at = ${ctx.now} ${toldColumns(told)}
      where c.id = ${cartId} and c.order_id is null and ${mayUse(ctx)}
      returning c.*
    )
    select ${cartColumns(ctx)}, c.version = before.version + 1 as fresh from c, before`);
  if (row === null) return null;
  // When the row was locked by another change, the lines were read as they were before it.
  return row.fresh ? cartOf(row) : present(await readCart(ctx, cartId), "the cart just claimed");
}
