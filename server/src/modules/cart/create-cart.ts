import type { Address } from "../../kernel/address.ts";
import { present } from "../../kernel/assert.ts";
import { refuse } from "../../kernel/errors.ts";
import { newSecretId, type Uuid } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { findMarket, getMarket, type Market } from "../settings/index.ts";
import type { Cart } from "./cart.ts";
import { cartViewOf } from "./cart-view.ts";
import type { CartView } from "./contract.ts";
import { choiceUnknown } from "./errors.ts";
import { customerIdOf, readCart } from "./read-cart.ts";
import { addedUp, insertWanted, requireTaken, type WantedLine } from "./wanted-lines.ts";

export interface NewCart {
  /** Absent: the market of the request. */
  readonly market?: string | undefined;
  readonly locale?: Locale | undefined;
  readonly lines: readonly WantedLine[];
}

/** Starts a cart with its first lines. Two round trips, whatever their number. */
export async function createCart(ctx: Context, wish: NewCart): Promise<CartView> {
  const lines = addedUp(wish.lines);
  const { cart, taken } = await insertCart(ctx, { ...wish, lines }, noDetails);
  requireTaken(lines, taken, cart);
  return cartViewOf(ctx, cart);
}

export interface CartDetails {
  readonly email: string | null;
  readonly shippingAddress: Partial<Address> | null;
  readonly billingAddress: Partial<Address> | null;
  readonly note: string;
}

const noDetails: CartDetails = {
  email: null,
  shippingAddress: null,
  billingAddress: null,
  note: "",
};

/**
 * A cart like an earlier one. Goods that are no longer on sale are left out, and the view's changes
 * name them.
 */
export async function copyToCart(
  ctx: Context,
  from: Required<Pick<NewCart, "market" | "locale">> &
    CartDetails & { readonly lines: readonly (WantedLine & { readonly title: string })[] },
): Promise<CartView> {
  const market = await findMarket(ctx, from.market ?? "");
  const lines = addedUp(from.lines);
  const wish = { market: market?.active ? market.code : undefined, locale: from.locale, lines };
  const { cart, taken } = await insertCart(ctx, wish, from);
  const dropped = lines.filter(({ variantId }) => !taken.includes(variantId));
  const titles = new Map(from.lines.map(({ variantId, title }) => [variantId, title]));
  return cartViewOf(
    ctx,
    cart,
    dropped.map(({ variantId }) => ({ kind: "line_dropped", title: titles.get(variantId) ?? "" })),
  );
}

async function insertCart(
  ctx: Context,
  { market, locale, lines }: NewCart,
  details: CartDetails,
): Promise<{ cart: Cart; taken: Uuid[] }> {
  const { code, currency } = await marketOf(ctx, market);
  const id = newSecretId();
  const { taken } = await ctx.db.one<{ taken: Uuid[] }>(sql`
    with open as (
      insert into cart.cart (id, customer_id, market, currency, locale, email, shipping_address,
                             billing_address, note, created_at, changed_at)
      values (${id}, ${customerIdOf(ctx)}, ${code}, ${currency}, ${locale ?? ctx.locale}, ${details.email},
              ${json(details.shippingAddress)}::jsonb, ${json(details.billingAddress)}::jsonb,
              ${details.note}, ${ctx.now}, ${ctx.now})
      returning id, currency
    ), added as (${insertWanted(lines, ctx.now)})
    select coalesce(array_agg(variant_id), '{}')::text[] as taken from added`);
  return { cart: present(await readCart(ctx, id), "the cart just made"), taken };
}

async function marketOf(ctx: Context, code: string | undefined): Promise<Market> {
  if (code === undefined) return getMarket(ctx);
  const market = await findMarket(ctx, code);
  return market?.active ? market : refuse(choiceUnknown, { field: "market" });
}

function json(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
