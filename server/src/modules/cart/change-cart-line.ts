import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { CartView } from "./contract.ts";
import { openCart, viewAfter } from "./open-cart.ts";

interface Line {
  readonly cartId: Uuid;
  readonly lineId: Uuid;
}

/** Sets how many units a line has, at today's price; 0 removes it. Two round trips. */
export async function changeCartLine(
  ctx: Context,
  { cartId, lineId }: Line,
  quantity: number,
): Promise<CartView> {
  if (quantity === 0) return removeCartLine(ctx, { cartId, lineId });
  const done = await ctx.db.one<{ opened: boolean; found: boolean }>(sql`
    with open as (${openCart(ctx, cartId)}),
    changed as (
      update cart.line l
      set quantity = ${quantity},
          price_seen_minor = coalesce(
            (select p.amount_minor from pricing.listed_price p
             where p.variant_id = l.variant_id and p.currency = open.currency), l.price_seen_minor)
      from open where l.cart_id = open.id and l.id = ${lineId}
      returning l.id
    )
    select exists (select from open) as opened, exists (select from changed) as found`);
  if (done.opened && !done.found) refuse(notFound, { line: "gone" });
  return viewAfter(ctx, cartId, done.opened);
}

/** Removes a line; one that is gone already stays gone. Two round trips. */
export async function removeCartLine(ctx: Context, { cartId, lineId }: Line): Promise<CartView> {
  const { opened } = await ctx.db.one<{ opened: boolean }>(sql`
    with open as (${openCart(ctx, cartId)}),
    removed as (delete from cart.line l using open where l.cart_id = open.id and l.id = ${lineId})
    select exists (select from open) as opened`);
  return viewAfter(ctx, cartId, opened);
}
