import type { Edge } from "../../platform/edge.ts";
import { orderStatusPath, paymentReturnPath } from "../orders/contract.ts";
import { getOrder, linkSecretOf, type Order } from "../orders/index.ts";
import { type Attempt, performAuthorisation } from "../payments/index.ts";
import type { PlacedView } from "./contract.ts";
import { placedViewOf } from "./placed-view.ts";

/** An order with the latest attempt to pay it. */
export interface Prepared {
  readonly order: Order;
  readonly attempt: Attempt | null;
}

/** Asks the provider when there is something to ask, and tells how the order stands then. */
export async function payOnline(
  edge: Edge,
  { order, attempt }: Prepared,
  token: string | undefined,
): Promise<PlacedView> {
  if (attempt === null || !isUnasked(order, attempt)) return placedViewOf(order, attempt);
  const secret = linkSecretOf(order);
  const outcome = await performAuthorisation(edge, attempt.id, {
    returnPath: paymentReturnPath(secret, order.locale),
    cancelPath: orderStatusPath(secret, order.locale),
    ...(token === undefined ? {} : { token }),
  });
  return placedViewOf(await getOrder(edge.reading(), order.id), outcome);
}

/** Not asked yet, or asked by a process that did not live to hear the answer. */
function isUnasked(order: Order, attempt: Attempt): boolean {
  return (
    order.status === "pending" && (attempt.state === "created" || attempt.state === "authorising")
  );
}
