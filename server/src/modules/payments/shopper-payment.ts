import type { InputOf } from "../../kernel/endpoint.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import { toWire } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { findOrderByLink, type Order } from "../orders/index.ts";
import { attemptsOf, type StoredAttempt } from "./attempt-row.ts";
import { lookUpNow } from "./check-attempt.ts";
import type { readPayment, returnFromPayment, ShopperPaymentView } from "./contract.ts";
import { isUnfinished } from "./payment.ts";
import { transferInstructions } from "./transfer-instructions.ts";

/** Where the payment stands, for whoever holds the order's link. */
export async function answerPayment(
  ctx: Context,
  { params }: InputOf<typeof readPayment>,
): Promise<ShopperPaymentView> {
  const order = (await findOrderByLink(ctx, params.secret)) ?? refuse(notFound);
  return shopperPaymentOf(ctx, order);
}

/**
 * The shopper is back from the provider's page. The address proves nothing, so the provider is asked;
 * webhook and sweeper may be faster, and all three together settle it once.
 */
export async function answerReturn(
  edge: Edge,
  { params }: InputOf<typeof returnFromPayment>,
): Promise<ShopperPaymentView> {
  const ctx = edge.reading();
  const order = (await findOrderByLink(ctx, params.secret)) ?? refuse(notFound);
  for (const attempt of await attemptsOf(ctx, order.id)) {
    const open = attempt.phase === "open" || attempt.phase === "action";
    if (open || attempt.operations.some(isUnfinished)) await lookUpNow(edge, attempt.id);
  }
  return answerPayment(edge.reading(), { params, query: undefined, body: undefined });
}

async function shopperPaymentOf(ctx: Context, order: Order): Promise<ShopperPaymentView> {
  const attempts = await attemptsOf(ctx, order.id);
  const latest = attempts.at(-1) ?? null;
  const transfer = await transferInstructions(ctx, order);
  return {
    order: {
      number: order.number,
      status: order.status,
      paymentStatus: order.paymentStatus,
    },
    provider: latest?.provider ?? null,
    state: shopperState(order, latest),
    failure: latest?.failure ?? null,
    action: latest?.action?.type === "redirect" ? latest.action : null,
    credits: attempts.flatMap(({ credit, amount, phase }) =>
      credit === null || phase === "released"
        ? []
        : { kind: credit.kind, codeEnd: credit.codeEnd, amount: toWire(amount) },
    ),
    transfer: transfer && { ...transfer, amount: toWire(transfer.amount) },
  };
}

function shopperState(order: Order, latest: StoredAttempt | null): ShopperPaymentView["state"] {
  if (order.paymentStatus === "refunded") return "refunded";
  if (order.paymentStatus === "paid" || order.paymentStatus === "partly_refunded") return "paid";
  if (latest === null) return "none";
  switch (latest.phase) {
    case "open":
      return "checking";
    case "action":
      return "waiting";
    case "authorised":
      return "authorised";
    case "failed":
    case "released":
      return "failed";
  }
}
