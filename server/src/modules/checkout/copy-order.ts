import type { InputOf } from "../../kernel/endpoint.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import type { Context } from "../../platform/context.ts";
import type { CartView } from "../cart/contract.ts";
import { copyToCart } from "../cart/index.ts";
import { findOrderByLink, orderLines } from "../orders/index.ts";
import type { copyOrderToCart } from "./contract.ts";

/** A new cart like this order, at today's prices: for whoever let it lapse, or wants the same again. */
export async function copyOrder(
  ctx: Context,
  { params }: InputOf<typeof copyOrderToCart>,
): Promise<CartView> {
  const order = (await findOrderByLink(ctx, params.secret)) ?? refuse(notFound);
  const lines = await orderLines(ctx, order.id);
  return copyToCart(ctx, {
    market: order.market,
    locale: order.locale,
    email: order.email,
    shippingAddress: order.shippingAddress,
    billingAddress: order.billingAddress,
    note: order.note,
    lines: lines.flatMap(({ variantId, quantity, title }) =>
      variantId === null ? [] : { variantId, quantity, title },
    ),
  });
}
