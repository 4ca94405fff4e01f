import type { InputOf } from "../../kernel/endpoint.ts";
import type { Edge } from "../../platform/edge.ts";
import { failpoint } from "../../platform/failpoint.ts";
import type { PlacedView, placeOrder as endpoint } from "./contract.ts";
import { countOrderTry } from "./order-limits.ts";
import { payOnline } from "./pay-online.ts";
import { prepareOrder } from "./prepare-order.ts";

/**
 * Makes an order of a cart and begins its payment.
 *
 * First the try is counted. Then, in one transaction: the cart is claimed, everything is worked out anew and compared with what
 * the shopper agreed to, order and payment attempt are written, and goods are reserved. Payments that
 * need no provider are settled there, too. For the others, the provider is asked outside any
 * transaction. Coming again, with the same key or another, at whatever point the last call
 * ended, finds the cart ordered and goes on from there: one order, one charge.
 */
export async function placeOrder(edge: Edge, input: InputOf<typeof endpoint>): Promise<PlacedView> {
  await countOrderTry(edge);
  failpoint("checkout.before-prepare");
  const prepared = await edge.transaction((ctx) => prepareOrder(ctx, input));
  failpoint("checkout.prepared");
  const placed = await payOnline(edge, prepared, input.body.paymentToken);
  failpoint("checkout.finalised");
  return placed;
}
