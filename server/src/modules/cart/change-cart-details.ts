import type { z } from "zod";
import { refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import { findMarket, type PaymentMethod } from "../settings/index.ts";
import { appraiseCart } from "./appraise-cart.ts";
import { viewOfAppraisal } from "./cart-view.ts";
import type { cartDetailsSchema, CartView } from "./contract.ts";
import { choiceUnknown } from "./errors.ts";
import { cartAfter, openCart, viewAfter } from "./open-cart.ts";

/** What may be told about a cart; what is absent stays, null empties. */
export type ToldDetails = z.output<typeof cartDetailsSchema> & {
  readonly deliveryOptionId?: Uuid | null | undefined;
  readonly paymentMethod?: PaymentMethod | null | undefined;
};

/** The assignments for what was told, to be added to another assignment. */
export function toldColumns(told: ToldDetails): Sql {
  const json = (value: object | null | undefined) => (value ? JSON.stringify(value) : null);
  return sql`,
    email = case when ${told.email !== undefined} then ${told.email ?? null} else c.email end,
    shipping_address = case when ${told.shippingAddress !== undefined}
      then ${json(told.shippingAddress)}::jsonb else c.shipping_address end,
    billing_address = case when ${told.billingAddress !== undefined}
      then ${json(told.billingAddress)}::jsonb else c.billing_address end,
    delivery_option_id = case when ${told.deliveryOptionId !== undefined}
      then ${told.deliveryOptionId ?? null}::uuid else c.delivery_option_id end,
    payment_method = case when ${told.paymentMethod !== undefined}
      then ${told.paymentMethod ?? null} else c.payment_method end,
    vat_id = case when ${told.vatId !== undefined} then ${told.vatId ?? null} else c.vat_id end,
    note = coalesce(${told.note ?? null}, c.note)`;
}

/** Sets what was told and leaves the rest. Two round trips. */
export async function changeCartDetails(
  ctx: Context,
  cartId: Uuid,
  told: ToldDetails,
): Promise<CartView> {
  const opened = await ctx.db.maybe(openCart(ctx, cartId, toldColumns(told)));
  return viewAfter(ctx, cartId, opened !== null);
}

/** Chooses one of the deliveries offered for this cart, or none. */
export async function chooseDelivery(
  ctx: Context,
  cartId: Uuid,
  deliveryOptionId: Uuid | null,
): Promise<CartView> {
  const opened = await ctx.db.maybe(openCart(ctx, cartId, toldColumns({ deliveryOptionId })));
  const cart = await cartAfter(ctx, cartId, opened !== null);
  const appraisal = await appraiseCart(ctx, cart);
  // The database checks that the option exists at the commit only, so that this refusal comes first.
  if (deliveryOptionId !== null && appraisal.delivery === null) {
    refuse(choiceUnknown, { field: "delivery" });
  }
  return viewOfAppraisal(ctx, appraisal);
}

/** Moves the cart to another market. Its prices are the shopper's own wish, so they count as seen. */
export async function chooseCartMarket(
  ctx: Context,
  cartId: Uuid,
  code: string,
): Promise<CartView> {
  const market = await findMarket(ctx, code);
  if (!market?.active) refuse(choiceUnknown, { field: "market" });
  const also = sql`, market = ${market.code}, currency = ${market.currency}, delivery_option_id = null`;
  return seePrices(ctx, cartId, openCart(ctx, cartId, also));
}

/** Notes that the shopper has seen today's prices. */
export async function acceptCartChanges(ctx: Context, cartId: Uuid): Promise<CartView> {
  return seePrices(ctx, cartId, openCart(ctx, cartId));
}

async function seePrices(ctx: Context, cartId: Uuid, opening: Sql): Promise<CartView> {
  const { opened } = await ctx.db.one<{ opened: boolean }>(sql`
    with open as (${opening}),
    seen as (
      update cart.line l set price_seen_minor = p.amount_minor
      from open, pricing.listed_price p
      where l.cart_id = open.id and p.variant_id = l.variant_id and p.currency = open.currency
    )
    select exists (select from open) as opened`);
  return viewAfter(ctx, cartId, opened);
}
