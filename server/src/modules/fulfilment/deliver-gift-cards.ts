import type { Uuid } from "../../kernel/ids.ts";
import { money } from "../../kernel/money.ts";
import { splitByLargestRemainder } from "../../kernel/rounding.ts";
import type { Context } from "../../platform/context.ts";
import { failpoint } from "../../platform/failpoint.ts";
import { makeGiftCards, type NewGiftCard } from "../credit/index.ts";
import { invoiceParts, issueInvoice } from "../invoicing/index.ts";
import {
  addTimeline,
  completeIfDone,
  lockOrder,
  type Order,
  orderLines,
  recordShipped,
} from "../orders/index.ts";

/**
 * Delivers the gift cards of an order that is paid: makes them, one for each unit, has them mailed to the
 * buyer, and invoices them. They need no warehouse and no parcel. Asked as often as one likes, it delivers
 * what is still to be delivered. One transaction.
 */
export async function deliverGiftCards(ctx: Context, orderId: Uuid): Promise<void> {
  const order = await lockOrder(ctx, orderId);
  if (order.status !== "placed" || order.holdReason !== null || !isPaid(order)) return;
  const lines = await orderLines(ctx, orderId);
  const shipped = lines
    .filter((line) => line.kind === "item" && line.productKind === "gift_card")
    .map((line) => ({
      orderLineId: line.id,
      quantity: line.quantity - line.quantityCancelled - line.quantityShipped,
    }))
    .filter(({ quantity }) => quantity > 0);
  if (shipped.length === 0) return;
  const ids = new Set(shipped.map(({ orderLineId }) => orderLineId));
  const parts = invoiceParts(order, lines, shipped).filter((part) => ids.has(part.orderLineId));
  const cards = parts.flatMap((part) => {
    const each = splitByLargestRemainder(
      part.netMinor + part.taxMinor,
      Array<bigint>(part.quantity).fill(1n),
    );
    return each.map((minor) => cardFor(order, part.orderLineId, minor));
  });
  await makeGiftCards(ctx, cards);
  const invoice = await issueInvoice(ctx, { order, shipmentId: null, shipped });
  const after = await recordShipped(ctx, orderId, shipped);
  await addTimeline(ctx, orderId, {
    kind: "gift_cards_sent",
    public: true,
    details: { units: cards.length, invoice: invoice.content.label },
  });
  await completeIfDone(ctx, after);
  failpoint("credit.delivered");
}

function isPaid(order: Order): boolean {
  return order.capturedMinor >= order.totalMinor - order.cancelledMinor;
}

function cardFor(order: Order, orderLineId: Uuid, minor: bigint): NewGiftCard {
  return {
    amount: money(minor, order.currency),
    source: "sold",
    recipientEmail: order.email,
    recipientName: order.billingAddress.name,
    message: "",
    locale: order.locale,
    causeType: "order_line",
    causeId: orderLineId,
    orderId: order.id,
    orderLineId,
  };
}
