import type { InputOf } from "../../kernel/endpoint.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import type { Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { orderNotInState } from "../orders/contract.ts";
import {
  changePaymentMethod,
  findOrderByLink,
  getOrder,
  lockOrder,
  type Order,
  type OrderLine,
  orderLines,
  requireOrderRoom,
} from "../orders/index.ts";
import {
  captureCredits,
  createAttempt,
  isOffline,
  leftToPay,
  paymentChoices,
  settleOffline,
} from "../payments/index.ts";
import type { PaymentMethod } from "../settings/index.ts";
import { type payOrderAgain, paymentNotPossible, type PlacedView } from "./contract.ts";
import { countOrderTry, orderLimits } from "./order-limits.ts";
import { payOnline, type Prepared } from "./pay-online.ts";
import { paidFirst, paymentTerms } from "./payment-terms.ts";

/**
 * Pays an order that is still waiting, in the same or another way. The goods stay held meanwhile, up to
 * a longest time since the order was made. A
 * payment that is under way with the same provider goes on; another one is replaced.
 */
export async function payAgain(
  edge: Edge,
  { params, body }: InputOf<typeof payOrderAgain>,
): Promise<PlacedView> {
  await countOrderTry(edge, params.secret);
  const prepared = await edge.transaction((ctx) => preparePayment(ctx, params.secret, body.method));
  return payOnline(edge, prepared, body.paymentToken);
}

async function preparePayment(
  ctx: Context,
  secret: string,
  method: PaymentMethod,
): Promise<Prepared> {
  const found = (await findOrderByLink(ctx, secret)) ?? refuse(notFound);
  const order = await lockOrder(ctx, found.id);
  if (order.status !== "pending") refuse(orderNotInState, { status: order.status });
  const lines = await orderLines(ctx, order.id);
  await requirePossible(ctx, order, lines, method);
  const usual = await paymentTerms(ctx, method, order.createdAt);
  const terms = { ...usual, ...paidFirst(lines) };
  if (terms.holdUntil !== null && terms.holdUntil <= ctx.now) {
    refuse(paymentNotPossible, { reason: "too_late" });
  }
  if (isOffline(method)) await requireRoom(ctx, order, method);
  const credited = isOffline(method) && order.authorisedMinor > 0n;
  const changed = await changePaymentMethod(ctx, order.id, { method, ...terms });
  const attempt = await createAttempt(ctx, {
    orderId: order.id,
    provider: method,
    amount: { minor: leftToPay(order), currency: order.currency },
  });
  if (credited) await captureCredits(ctx, changed);
  if (!isOffline(method)) return { order: changed, attempt };
  await settleOffline(ctx, attempt, "held");
  return { order: await getOrder(ctx, order.id), attempt };
}

/** Once it waits for money that nobody has promised, the order counts with the others that do. */
async function requireRoom(ctx: Context, order: Order, method: PaymentMethod): Promise<void> {
  const limits = await orderLimits(ctx, method);
  await requireOrderRoom(ctx, order, { ...limits, mostAnHour: 0 });
}

/** The order keeps its total, so only a method with the same fee can take over. */
async function requirePossible(
  ctx: Context,
  order: Order,
  lines: readonly OrderLine[],
  method: PaymentMethod,
): Promise<void> {
  const total = { minor: leftToPay(order), currency: order.currency };
  const choice = (await paymentChoices(ctx, total)).find(({ code }) => code === method);
  if (choice === undefined) refuse(paymentNotPossible, { reason: "not_enabled" });
  if (choice.reason !== null) refuse(paymentNotPossible, { reason: choice.reason });
  if (method === "cash-on-delivery" && lines.some((line) => line.productKind === "gift_card")) {
    refuse(paymentNotPossible, { reason: "paid_first" });
  }
  const fee = lines.find((line) => line.kind === "payment_fee");
  if ((fee?.unitPriceMinor ?? 0n) !== (choice.fee?.minor ?? 0n)) {
    refuse(paymentNotPossible, { reason: "fee_differs" });
  }
}
