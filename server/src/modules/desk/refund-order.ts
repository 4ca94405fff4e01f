import type { InputOf, ReplyOf } from "../../kernel/endpoint.ts";
import { badRequest, refuse } from "../../kernel/errors.ts";
import { present } from "../../kernel/assert.ts";
import { money, toWire } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import type { Context } from "../../platform/context.ts";
import {
  ensureStoreCredit,
  makeGiftCards,
  type ReturnedUnits,
  returnGiftCards,
} from "../credit/index.ts";
import { getOrder, lockOrder, type Order, type OrderLine, orderLines } from "../orders/index.ts";
import { orderNotInState } from "../orders/contract.ts";
import { refundTooMuch } from "../payments/contract.ts";
import {
  type CreditUsed,
  isOffline,
  paymentsOf,
  type RefundLine,
  refundableMinor,
  requestRefund,
} from "../payments/index.ts";
import type { DeskOrderView, previewRefund, refundOrder } from "./contract.ts";
import { deskOrder } from "./read-order.ts";
import { planRefund } from "./refund-plan.ts";
import { restock } from "./restock.ts";

type Wish = Pick<InputOf<typeof refundOrder>["body"], "lines" | "amount">;

/**
 * Gives money back for what was invoiced. The order stays locked from the look at what is left to the
 * decision, so of two who refund at once the second sees what the first has taken. Jobs send the money;
 * the credit note follows when it has gone.
 */
export async function answerRefund(
  ctx: Context,
  { params: { orderId }, body }: InputOf<typeof refundOrder>,
): Promise<DeskOrderView> {
  const order = await lockOrder(ctx, orderId);
  const sold = await orderLines(ctx, orderId);
  const lines = planned(order, sold, body);
  const amountMinor = totalOf(lines);
  const { refundId } = await requestRefund(ctx, {
    orderId,
    purpose: "refund",
    reason: body.reason,
    lines,
    amountMinor,
    ...(await destination(ctx, order, body)),
  });
  await returnGiftCards(ctx, { orderId, refundId, units: cardsAmong(order, sold, lines) });
  if (body.restock) {
    const locationId = body.restockAt ?? null;
    await restock(ctx, { orderId, refundId, refunded: lines, sold, locationId });
  }
  await recordAudit(ctx, "order.refunded", typeId("order", orderId), {
    refund: typeId("refund", refundId),
    reason: body.reason,
    amount: { ...toWire(money(amountMinor, order.currency)) },
  });
  return deskOrder(ctx, orderId);
}

/** The gift cards that a refund gives back: they are taken off the balances before the money goes. */
function cardsAmong(
  { currency }: Order,
  sold: readonly OrderLine[],
  refunded: readonly RefundLine[],
): ReturnedUnits[] {
  const cards = sold.filter(({ productKind }) => productKind === "gift_card");
  return refunded
    .filter((part) => cards.some(({ id }) => id === part.orderLineId))
    .map(({ orderLineId, quantity, netMinor, taxMinor }) => ({
      orderLineId,
      quantity,
      amount: money(netMinor + taxMinor, currency),
    }));
}

/** The credit that a refund goes to, made when there is none yet; nothing when it goes back as it came. */
async function destination(
  ctx: Context,
  { id: orderId, currency, customerId, email, billingAddress, locale }: Order,
  { to, reason }: InputOf<typeof refundOrder>["body"],
): Promise<{ to?: CreditUsed }> {
  if (to === "original") return {};
  if (to === "store_credit") {
    const owner = present(customerId, "the customer of an order");
    const id = await ensureStoreCredit(ctx, owner, currency);
    return { to: { id, kind: "store_credit", codeEnd: null } };
  }
  const card = {
    amount: money(0n, currency),
    source: "refund" as const,
    recipientEmail: email,
    recipientName: billingAddress.name,
    message: "",
    locale,
    causeType: "refund",
    causeId: orderId,
    reason,
  };
  const [id] = await makeGiftCards(ctx, [card]);
  return { to: { id: present(id, "the new gift card"), kind: "gift_card", codeEnd: null } };
}

/** The same in numbers, before anybody decides. */
export async function answerRefundPreview(
  ctx: Context,
  { params: { orderId }, body }: InputOf<typeof previewRefund>,
): Promise<ReplyOf<typeof previewRefund>> {
  const order = await getOrder(ctx, orderId);
  const lines = planned(order, await orderLines(ctx, orderId), body);
  const { attempts } = await paymentsOf(ctx, orderId);
  const refundable = attempts.reduce((sum, each) => sum + refundableMinor(each), 0n);
  if (totalOf(lines) > refundable) refuse(refundTooMuch, { refundable: refundable.toString() });
  const wire = (minor: bigint) => toWire(money(minor, order.currency));
  const taxMinor = lines.reduce((sum, line) => sum + line.taxMinor, 0n);
  return {
    amount: wire(totalOf(lines)),
    net: wire(totalOf(lines) - taxMinor),
    tax: wire(taxMinor),
    byHand:
      body.to === "original" &&
      attempts.some((each) => refundableMinor(each) > 0n && isOffline(each.provider)),
    lines: lines.map((line) => ({
      orderLineId: typeId("order_line", line.orderLineId),
      quantity: line.quantity,
      net: wire(line.netMinor),
      tax: wire(line.taxMinor),
    })),
  };
}

function planned(order: Order, sold: readonly OrderLine[], wish: Wish): RefundLine[] {
  const { status, currency } = order;
  if (status === "pending" || status === "cancelled") refuse(orderNotInState, { status });
  if (wish.amount !== undefined && wish.lines !== undefined) {
    refuse(badRequest, { problem: "lines or an amount, not both" });
  }
  if (wish.amount !== undefined && wish.amount.currency !== currency) {
    refuse(badRequest, { problem: "currency", expected: currency });
  }
  return planRefund(order, sold, {
    lines: wish.lines,
    amountMinor: wish.amount?.minor,
  });
}

function totalOf(lines: readonly RefundLine[]): bigint {
  return lines.reduce((sum, line) => sum + line.netMinor + line.taxMinor, 0n);
}
