import { getCart } from "@shopwright/server/contracts/cart";
import type { CartView } from "@shopwright/server/contracts/cart";
import { orNotFound } from "./refusal.ts";
import type { Visit } from "./visit.ts";

const name = "cart";
const ninetyDays = 90 * 24 * 60 * 60;

export function cartIdOf(visit: Visit): string | null {
  const id = visit.request.cookies.get(name);
  return id === undefined || id === "" ? null : id;
}

export function keepCart(visit: Visit, id: string): void {
  visit.request.cookies.set(name, id, { maxAge: ninetyDays });
}

export function forgetCart(visit: Visit): void {
  visit.request.cookies.set(name, "", { maxAge: 0 });
}

/** The shopper's open basket; null without one, or when it has become an order. */
export async function findCart(visit: Visit): Promise<CartView | null> {
  const id = cartIdOf(visit);
  if (id === null) return null;
  const cart = await orNotFound(visit.shop.call(getCart, { params: { id } }));
  return cart === null || cart.ordered ? null : cart;
}
