import type { InputOf } from "../../kernel/endpoint.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { money, toWire } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import {
  getOrder,
  listTimeline,
  type Order,
  type OrderLine,
  orderLines,
  orderTaxLines,
} from "../orders/index.ts";
import {
  attemptViewOf,
  isOffline,
  isOnline,
  isUnfinished,
  type OrderPayments,
  paymentsOf,
  refundableMinor,
  refundViewOf,
} from "../payments/index.ts";
import type { DeskOrderView, readOrder } from "./contract.ts";
import { cancellableUnits } from "./cancellation-plan.ts";
import { actionsOf, nextActionOf, type OrderSituation } from "./next-action.ts";
import { type OrderFacts, orderFacts } from "./order-facts.ts";
import {
  lineView,
  shipmentViews,
  taxLineView,
  timelineEntryView,
  workViews,
} from "./order-parts.ts";
import { refundableOfLine } from "./refund-plan.ts";

export async function answerOrder(
  ctx: Context,
  { params }: InputOf<typeof readOrder>,
): Promise<DeskOrderView> {
  return deskOrder(ctx, params.orderId);
}

/** An order with everything that belongs to it: seven round trips. */
export async function deskOrder(ctx: Context, orderId: Uuid): Promise<DeskOrderView> {
  const order = await getOrder(ctx, orderId);
  const lines = await orderLines(ctx, orderId);
  const taxLines = await orderTaxLines(ctx, orderId);
  const timeline = await listTimeline(ctx, orderId, { publicOnly: false });
  const payments = await paymentsOf(ctx, orderId);
  const facts = await orderFacts(ctx, orderId);
  const situation = situationOf(order, lines, payments, facts);
  const { pickupLocation: _ours, ...delivery } = order.delivery;
  return {
    id: typeId("order", order.id),
    number: order.number,
    version: order.version,
    status: order.status,
    paymentStatus: order.paymentStatus,
    fulfilmentStatus: order.fulfilmentStatus,
    needs: facts.needs,
    market: order.market,
    locale: order.locale,
    email: order.email,
    note: order.note,
    taxEvidence: order.taxEvidence,
    taxIncluded: order.taxIncluded,
    hold: order.holdReason === null ? null : { reason: order.holdReason, by: order.heldBy ?? "" },
    cancelReason: order.cancelReason,
    createdAt: order.createdAt.toISOString(),
    placedAt: order.placedAt?.toISOString() ?? null,
    closedAt: order.closedAt?.toISOString() ?? null,
    payBy: order.payBy?.toISOString() ?? null,
    customer: customerView(facts),
    shippingAddress: order.shippingAddress,
    billingAddress: order.billingAddress,
    delivery,
    paymentMethod: order.paymentMethod,
    captureMoment: order.captureMoment,
    lines: lines.map((line) => lineView(line, order)),
    taxLines: taxLines.map((line) => taxLineView(line, order.currency)),
    money: moneyView(order, lines, situation.refundableMinor),
    attempts: payments.attempts.map(attemptViewOf),
    refunds: payments.refunds.map(refundViewOf),
    fulfilmentOrders: workViews(facts),
    shipments: shipmentViews(facts),
    documents: facts.documents.map(({ gross, ...document }) => ({
      ...document,
      id: typeId("document", document.id),
      gross: toWire(money(BigInt(gross), order.currency)),
    })),
    purchases: facts.purchases.map((each) => ({
      id: typeId("purchase", each.id),
      orderLineId: typeId("order_line", each.orderLineId),
      quantity: each.quantity,
      state: each.state,
    })),
    timeline: timeline.map(timelineEntryView),
    actions: actionsOf(situation),
    nextAction: nextActionOf(situation),
  };
}

function customerView({ customer }: OrderFacts): DeskOrderView["customer"] {
  if (customer === null) return null;
  const { id, name, orders } = customer;
  return { id: typeId("customer", id), name, orderCount: orders };
}

function moneyView(
  order: Order,
  lines: readonly OrderLine[],
  refundable: bigint,
): DeskOrderView["money"] {
  const wire = (minor: bigint) => toWire(money(minor, order.currency));
  return {
    net: wire(order.netMinor),
    tax: wire(order.taxMinor),
    total: wire(order.totalMinor),
    cancelled: wire(order.cancelledMinor),
    authorised: wire(order.authorisedMinor),
    captured: wire(order.capturedMinor),
    refunded: wire(order.refundedMinor),
    due: wire(stillDueMinor(order, lines)),
    refundable: wire(refundable),
  };
}

/** What is still to come, below zero what came too much. Money given back for goods is not owed again. */
function stillDueMinor(order: Order, lines: readonly OrderLine[]): bigint {
  const credited = lines.reduce(
    (sum, line) => sum + line.refundedNetMinor + line.refundedTaxMinor,
    0n,
  );
  const settled = credited < order.refundedMinor ? credited : order.refundedMinor;
  const kept = order.capturedMinor - order.refundedMinor;
  return order.totalMinor - order.cancelledMinor - settled - kept;
}

function situationOf(
  order: Order,
  lines: readonly OrderLine[],
  { attempts }: OrderPayments,
  facts: OrderFacts,
): OrderSituation {
  const operations = attempts.flatMap((attempt) =>
    attempt.operations.map((operation) => ({ operation, offline: isOffline(attempt.provider) })),
  );
  const due = order.totalMinor - order.cancelledMinor - order.capturedMinor;
  const invoiced = lines.reduce(
    (sum, line) => sum + line.invoicedNetMinor + line.invoicedTaxMinor,
    0n,
  );
  const paid = attempts.reduce((sum, attempt) => sum + refundableMinor(attempt), 0n);
  const ofLines = lines.reduce((sum, line) => sum + refundableOfLine(line), 0n);
  return {
    status: order.status,
    held: order.holdReason !== null,
    waitingByHand: operations.some(
      ({ operation, offline }) => offline && operation.kind === "refund" && isUnfinished(operation),
    ),
    paymentUnknown:
      attempts.some((attempt) => attempt.state === "unknown") ||
      operations.some(({ operation }) => operation.state === "unknown"),
    awaitsTransfer: order.paymentMethod === "bank-transfer" && due > 0n,
    cashOnItsWay: order.paymentMethod === "cash-on-delivery" && invoiced > order.capturedMinor,
    cancellableUnits: lines.reduce((sum, line) => sum + cancellableUnits(line), 0),
    refundableMinor: paid < ofLines ? paid : ofLines,
    hasOnlinePayment: attempts.some((attempt) => isOnline(attempt.provider)),
    work: facts.work.map((each) => each.state),
    purchasesOpen: facts.purchases.some((each) => each.state === "open"),
  };
}
