import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { cartViewOf } from "./cart-view.ts";
import type { CartView } from "./contract.ts";
import { cartAfter, openCart } from "./open-cart.ts";
import { insertWanted, requireTaken, type WantedLine } from "./wanted-lines.ts";

/**
 * Adds units of a variant to its line, or a line for it: two round trips. Adding at the same time from
 * two places adds both.
 */
export async function addCartLine(
  ctx: Context,
  cartId: Uuid,
  wanted: WantedLine,
): Promise<CartView> {
  const { opened, taken } = await ctx.db.one<{ opened: boolean; taken: Uuid[] }>(sql`
    with open as (${openCart(ctx, cartId)}), added as (${insertWanted([wanted], ctx.now)})
    select exists (select from open) as opened,
           (select coalesce(array_agg(variant_id), '{}')::text[] from added) as taken`);
  const cart = await cartAfter(ctx, cartId, opened);
  requireTaken([wanted], taken, cart);
  return cartViewOf(ctx, cart);
}
