import { createHash, createHmac } from "node:crypto";

/**
 * The secret in an order's status link. It is made from the cart's id, 122 random bits that only the
 * shopper knows, so the mail and a repeated request can name the same link again without the
 * secret being stored; the database keeps its hash to find the order by.
 */
export function linkSecretOf(order: { readonly id: string; readonly cartId: string }): string {
  return createHmac("sha256", order.cartId)
    .update(`status link of order ${order.id}`)
    .digest("base64url")
    .slice(0, 32);
}

export function linkSecretHash(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
