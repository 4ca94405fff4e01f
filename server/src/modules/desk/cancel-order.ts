import type { InputOf, ReplyOf } from "../../kernel/endpoint.ts";
import { refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { money, toWire } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import type { Context } from "../../platform/context.ts";
import { parcelIsLeaving, withdrawWork } from "../fulfilment/index.ts";
import { releaseReservations } from "../inventory/index.ts";
import {
  type CancelledLine,
  completeIfDone,
  getOrder,
  lockOrder,
  orderLines,
  recordCancelled,
} from "../orders/index.ts";
import { announceCovered, paymentsOf, requestVoid, returnSurplus } from "../payments/index.ts";
import { cancelOpenPurchases } from "../purchasing/index.ts";
import { cancellationEffect, unitsToCancel } from "./cancellation-plan.ts";
import {
  type cancelOrder,
  type DeskOrderView,
  type previewCancellation,
  shipmentUnderWay,
} from "./contract.ts";
import { deskOrder } from "./read-order.ts";

export async function answerCancellation(
  ctx: Context,
  { params: { orderId }, body: { reason, lines } }: InputOf<typeof cancelOrder>,
): Promise<DeskOrderView> {
  await cancelUnits(ctx, orderId, reason, lines);
  return deskOrder(ctx, orderId);
}

/**
 * Cancels what was not sent, all of it or units of lines: money that is promised is let go of, money that
 * was paid goes back (jobs make the calls), the warehouses put their work down, goods are free
 * again, and the shopper is told by those who follow the event. One transaction.
 */
export async function cancelUnits(
  ctx: Context,
  orderId: Uuid,
  reason: string,
  wanted?: readonly CancelledLine[],
): Promise<void> {
  const before = await lockOrder(ctx, orderId);
  if (await parcelIsLeaving(ctx, orderId)) refuse(shipmentUnderWay);
  const units = unitsToCancel(before, await orderLines(ctx, orderId), wanted);
  const cancelled = await recordCancelled(ctx, orderId, { reason, lines: units });
  if (cancelled.whole) {
    await requestVoid(ctx, { orderId, causeType: "cancellation", causeId: orderId });
  }
  await returnSurplus(ctx, cancelled.order, "cancellation", reason);
  await announceCovered(ctx, before, cancelled.order);
  await withdrawWork(ctx, orderId, units);
  await releaseReservations(ctx, orderId, { lines: units });
  await cancelOpenPurchases(
    ctx,
    orderId,
    cancelled.whole ? null : units.map((each) => each.orderLineId),
  );
  await completeIfDone(ctx, await getOrder(ctx, orderId));
  await recordAudit(ctx, "order.cancelled", typeId("order", orderId), {
    reason,
    whole: cancelled.whole,
    value: { ...toWire(money(cancelled.cancelledMinor, before.currency)) },
  });
}

/** The same in numbers, before anybody decides. */
export async function answerCancellationPreview(
  ctx: Context,
  { params: { orderId }, body }: InputOf<typeof previewCancellation>,
): Promise<ReplyOf<typeof previewCancellation>> {
  const order = await getOrder(ctx, orderId);
  const lines = await orderLines(ctx, orderId);
  const units = unitsToCancel(order, lines, body.lines);
  const effect = cancellationEffect(order, lines, units, await paymentsOf(ctx, orderId));
  const wire = (minor: bigint) => toWire(money(minor, order.currency));
  return {
    whole: effect.whole,
    value: wire(effect.value),
    refund: wire(effect.refund),
    release: wire(effect.release),
    byHand: effect.byHand,
  };
}
