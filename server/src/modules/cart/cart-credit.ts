import { refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { sql } from "../../platform/sql.ts";
import { findUsableCard, requireCodeTry } from "../credit/index.ts";
import { cartViewOf } from "./cart-view.ts";
import { type CartView, maxGiftCards } from "./contract.ts";
import { quantityLimited } from "./errors.ts";
import { cartAfter, openCart, viewAfter } from "./open-cart.ts";

/** Enters a gift card's code. The try is counted first, in a transaction of its own, whatever comes of it. */
export async function addGiftCard(edge: Edge, cartId: Uuid, code: string): Promise<CartView> {
  await requireCodeTry(edge);
  return edge.transaction((ctx) => enterCard(ctx, cartId, code));
}

async function enterCard(ctx: Context, cartId: Uuid, code: string): Promise<CartView> {
  const card = await findUsableCard(ctx, code);
  const { opened } = await ctx.db.one<{ opened: boolean }>(sql`
    with open as (${openCart(ctx, cartId)}), added as (
      insert into cart.gift_card (cart_id, account_id, added_at)
      select id, ${card.id}, ${ctx.now} from open on conflict do nothing
    )
    select exists (select from open) as opened`);
  const cart = await cartAfter(ctx, cartId, opened);
  const cards = cart.credits.filter(({ kind }) => kind === "gift_card");
  if (cards.length > maxGiftCards) refuse(quantityLimited, { max: maxGiftCards });
  return cartViewOf(ctx, cart);
}

export async function removeGiftCard(
  ctx: Context,
  { cartId, cardId }: { readonly cartId: Uuid; readonly cardId: Uuid },
): Promise<CartView> {
  const { opened } = await ctx.db.one<{ opened: boolean }>(sql`
    with open as (${openCart(ctx, cartId)}), gone as (
      delete from cart.gift_card g using open where g.cart_id = open.id and g.account_id = ${cardId}
    )
    select exists (select from open) as opened`);
  return viewAfter(ctx, cartId, opened);
}

export async function chooseStoreCredit(
  ctx: Context,
  cartId: Uuid,
  use: boolean,
): Promise<CartView> {
  const opened = await ctx.db.maybe(openCart(ctx, cartId, sql`, use_store_credit = ${use}`));
  return viewAfter(ctx, cartId, opened !== null);
}
