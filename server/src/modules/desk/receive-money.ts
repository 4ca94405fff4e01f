import type { InputOf } from "../../kernel/endpoint.ts";
import { badRequest, refuse } from "../../kernel/errors.ts";
import { newId } from "../../kernel/ids.ts";
import type { Money } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { getOrder, lockOrder } from "../orders/index.ts";
import {
  isOnline,
  lookUpNow,
  markCashCollected,
  markPaid,
  paymentsOf,
  returnSurplus,
} from "../payments/index.ts";
import type { checkOrderPayment, collectCash, DeskOrderView, markOrderPaid } from "./contract.ts";
import { deskOrder } from "./read-order.ts";

/** A bank transfer has arrived: staff have seen it on the account. */
export async function answerPaid(
  ctx: Context,
  { params: { orderId }, body }: InputOf<typeof markOrderPaid>,
): Promise<DeskOrderView> {
  await markPaid(ctx, {
    orderId,
    ...(await amountOf(ctx, orderId, body.amount)),
    causeType: "staff",
    causeId: newId(),
    reference: body.reference,
  });
  return deskOrder(ctx, orderId);
}

/** The carrier has handed the cash over. */
export async function answerCash(
  ctx: Context,
  { params: { orderId }, body }: InputOf<typeof collectCash>,
): Promise<DeskOrderView> {
  await markCashCollected(ctx, {
    orderId,
    ...(await amountOf(ctx, orderId, body.amount)),
    causeType: "staff",
    causeId: newId(),
    reference: "",
  });
  return deskOrder(ctx, orderId);
}

async function amountOf(ctx: Context, orderId: string, amount: Money | undefined) {
  if (amount === undefined) return {};
  const { currency } = await getOrder(ctx, orderId);
  if (amount.currency !== currency) refuse(badRequest, { problem: "currency", expected: currency });
  if (amount.minor <= 0n) refuse(badRequest, { problem: "amount" });
  return { amountMinor: amount.minor };
}

/**
 * Asks the provider about every payment of the order, goes on with what is unfinished, and sends back what
 * is too much (a refund that was refused is tried anew).
 */
export async function answerCheck(
  edge: Edge,
  { params: { orderId } }: InputOf<typeof checkOrderPayment>,
): Promise<DeskOrderView> {
  const ctx = edge.reading();
  await getOrder(ctx, orderId);
  const { attempts } = await paymentsOf(ctx, orderId);
  for (const attempt of attempts) {
    if (isOnline(attempt.provider)) await lookUpNow(edge, attempt.id);
  }
  await edge.transaction(async (inside) => returnSurplus(inside, await lockOrder(inside, orderId)));
  return deskOrder(edge.reading(), orderId);
}
