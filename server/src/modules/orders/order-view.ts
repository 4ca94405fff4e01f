import { type Currency, type MoneyView, toWire } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import type { OrderLineView, OrderSummaryView, OrderView, TimelineEntryView } from "./contract.ts";
import type { Order, OrderLine, OrderTaxLine } from "./order.ts";
import { orderLines, orderTaxLines } from "./queries.ts";
import { listTimeline, type TimelineEntry } from "./timeline.ts";

/** The order as its shopper sees it: three round trips. */
export async function readOrderView(ctx: Context, order: Order): Promise<OrderView> {
  const lines = await orderLines(ctx, order.id);
  const taxLines = await orderTaxLines(ctx, order.id);
  const timeline = await listTimeline(ctx, order.id, { publicOnly: true });
  const wire = amountsIn(order.currency);
  const { pickupLocation: _ours, ...delivery } = order.delivery;
  return {
    ...summaryOf(order, lines.find((line) => line.pictureKey !== null)?.pictureKey ?? null),
    email: order.email,
    locale: order.locale,
    market: order.market,
    currency: order.currency,
    taxIncluded: order.taxIncluded,
    shippingAddress: order.shippingAddress,
    billingAddress: order.billingAddress,
    delivery,
    paymentMethod: order.paymentMethod,
    payBy: order.payBy?.toISOString() ?? null,
    note: order.note,
    cancelReason: order.cancelReason,
    lines: lines.map((line) => orderLineView(line, order.currency)),
    taxLines: taxLines.map((line) => taxLineView(line, order.currency)),
    net: wire(order.netMinor),
    tax: wire(order.taxMinor),
    paid: wire(order.capturedMinor),
    refunded: wire(order.refundedMinor),
    timeline: timeline.map((entry) => ({ ...timelineView(entry), actor: side(entry.actor) })),
  };
}

export function summaryOf(
  order: Pick<
    Order,
    | "id"
    | "number"
    | "status"
    | "paymentStatus"
    | "fulfilmentStatus"
    | "totalMinor"
    | "currency"
    | "units"
    | "createdAt"
    | "placedAt"
  >,
  pictureKey: string | null,
): OrderSummaryView {
  return {
    id: typeId("order", order.id),
    number: order.number,
    status: order.status,
    paymentStatus: order.paymentStatus,
    fulfilmentStatus: order.fulfilmentStatus,
    total: amountsIn(order.currency)(order.totalMinor),
    itemCount: Number(order.units),
    createdAt: order.createdAt.toISOString(),
    placedAt: order.placedAt?.toISOString() ?? null,
    pictureKey,
  };
}

export function orderLineView(line: OrderLine, currency: Currency): OrderLineView {
  const wire = amountsIn(currency);
  return {
    id: typeId("order_line", line.id),
    kind: line.kind,
    variantId: line.variantId === null ? null : typeId("variant", line.variantId),
    productKind: line.productKind,
    sku: line.sku,
    title: line.title,
    options: line.options,
    pictureKey: line.pictureKey,
    quantity: line.quantity,
    quantityCancelled: line.quantityCancelled,
    quantityShipped: line.quantityShipped,
    quantityRefunded: line.quantityRefunded,
    unitPrice: wire(line.unitPriceMinor),
    ...discountViews(line, currency),
    net: wire(line.netMinor),
    tax: wire(line.taxMinor),
    total: wire(line.totalMinor),
    taxRate: line.taxRate,
    promisedBy: line.promisedBy,
  };
}

export function discountViews(
  line: Pick<OrderLine, "discountMinor" | "discounts">,
  currency: Currency,
): Pick<OrderLineView, "discount" | "discounts"> {
  const wire = amountsIn(currency);
  return {
    discount: wire(line.discountMinor),
    discounts: line.discounts.map(({ name, code, amountMinor }) => ({
      name,
      code,
      amount: wire(amountMinor),
    })),
  };
}

export function taxLineView(line: OrderTaxLine, currency: Currency) {
  const { netMinor, taxMinor, ...facts } = line;
  const wire = amountsIn(currency);
  return { ...facts, net: wire(netMinor), tax: wire(taxMinor) };
}

export function timelineView(entry: TimelineEntry): TimelineEntryView {
  return {
    id: typeId("timeline", entry.id),
    at: entry.at.toISOString(),
    kind: entry.kind,
    actor: entry.actor,
    details: entry.details as TimelineEntryView["details"],
  };
}

/** Shoppers do not learn which member of staff did something. */
function side(actor: string): string {
  return actor.startsWith("staff:") || actor.startsWith("system:") ? "shop" : "shopper";
}

function amountsIn(currency: Currency): (minor: bigint) => MoneyView {
  return (minor) => toWire({ minor, currency });
}
