import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import type { Cart } from "./cart.ts";
import { cartViewOf } from "./cart-view.ts";
import type { CartChangeView, CartView } from "./contract.ts";
import { cartOrdered } from "./errors.ts";
import { mayUse, readCart } from "./read-cart.ts";

/**
 * Locks a cart that the caller may use and that is not ordered, and counts its version up: the first
 * part of every change, so that changes to one cart follow one another. `also` sets further columns.
 */
export function openCart(ctx: Context, cartId: Uuid, also: Sql = sql``): Sql {
  return sql`
    update cart.cart c set version = c.version + 1, changed_at = ${ctx.now} ${also}
    where c.id = ${cartId} and c.order_id is null and ${mayUse(ctx)}
    returning c.id, c.currency`;
}

/** Reads the cart after a change; refuses when there was none to change. */
export async function cartAfter(ctx: Context, cartId: Uuid, opened: boolean): Promise<Cart> {
  const cart = (await readCart(ctx, cartId)) ?? refuse(notFound);
  if (!opened) refuse(cartOrdered);
  return cart;
}

export async function viewAfter(
  ctx: Context,
  cartId: Uuid,
  opened: boolean,
  more: readonly CartChangeView[] = [],
): Promise<CartView> {
  return cartViewOf(ctx, await cartAfter(ctx, cartId, opened), more);
}
