import { present } from "../../kernel/assert.ts";
import { refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { failpoint } from "../../platform/failpoint.ts";
import { idOfRequest } from "../../platform/idempotency.ts";
import { invoiceTotal } from "../invoicing/index.ts";
import { orderNotInState } from "../orders/contract.ts";
import { lockOrder, orderLines } from "../orders/index.ts";
import { performOperation, requestCapture } from "../payments/index.ts";
import { type Carrier, trackingUrl } from "./carriers.ts";
import { captureFailed, moreThanOpen, nothingToShip } from "./contract.ts";
import { abandonParcel, finishParcel } from "./finish-parcel.ts";
import { refuseHeld, withPicked } from "./pick-goods.ts";
import { findShipment, insertShipment, type Shipment, type ShipmentLine } from "./shipment.ts";
import { openWork, orderOfWork, saveWork, type Work } from "./work.ts";

export interface Parcel {
  readonly workId: Uuid;
  readonly carrier: Carrier;
  readonly trackingNumber: string;
  /** Null: everything that is left. */
  readonly lines: readonly { readonly line: Uuid; readonly quantity: number }[] | null;
}

/**
 * Sends a parcel. Where the payment is taken at shipping, it is taken first: prepare and commit, ask
 * the provider, finish and commit; when it says no, the parcel stays and the order is on hold. Sent
 * again with the same key it finds the parcel it had begun and goes on from there.
 */
export async function shipParcel(edge: Edge, parcel: Parcel): Promise<Uuid> {
  const id = idOfRequest(edge.caller, "shipment");
  const operationId = await edge.transaction((ctx) => prepareParcel(ctx, id, parcel));
  failpoint("shipping.prepared");
  if (operationId !== null) await takePayment(edge, id, operationId);
  failpoint("shipping.finalised");
  return id;
}

/** @returns the capture to be made before the parcel may leave; null when it has left (or was begun and ended before) */
async function prepareParcel(ctx: Context, id: Uuid, parcel: Parcel): Promise<Uuid | null> {
  const begun = await findShipment(ctx, id);
  if (begun !== null) return resume(ctx, begun);
  const order = await lockOrder(ctx, await orderOfWork(ctx, parcel.workId));
  if (order.status !== "placed") refuse(orderNotInState, { status: order.status });
  refuseHeld(order);
  const work = await openWork(ctx, order.id, parcel.workId);
  const lines = chosenLines(work, parcel.lines);
  const counts = lines.map((each) => {
    const line = present(
      work.lines.find((known) => known.id === each.lineId),
      "the line of a parcel",
    );
    return { line: line.id, picked: Math.max(line.picked, line.shipped + each.quantity) };
  });
  await saveWork(ctx, await withPicked(ctx, work, counts));
  const { carrier, trackingNumber } = parcel;
  await insertShipment(ctx, {
    id,
    workId: work.id,
    orderId: order.id,
    locationId: work.locationId,
    carrier,
    trackingNumber,
    trackingUrl: trackingUrl(carrier, trackingNumber),
    lines,
    by: actorOf(ctx),
  });
  const amountMinor = invoiceTotal(order, await orderLines(ctx, order.id), lines);
  const operationId = await requestCapture(ctx, {
    orderId: order.id,
    amountMinor,
    causeType: "shipment",
    causeId: id,
  });
  if (operationId === null) await finishParcel(ctx, id);
  return operationId;
}

/** A parcel that an earlier run of this request had begun: what is still to be taken for it. */
async function resume(ctx: Context, parcel: Shipment): Promise<Uuid | null> {
  const order = await lockOrder(ctx, parcel.orderId);
  const now = present(await findShipment(ctx, parcel.id), "the parcel of this request");
  if (now.state === "abandoned") refuse(captureFailed, { failure: now.problem });
  if (now.state !== "capturing") return null;
  const amountMinor = invoiceTotal(order, await orderLines(ctx, order.id), now.lines);
  return requestCapture(ctx, {
    orderId: order.id,
    amountMinor,
    causeType: "shipment",
    causeId: parcel.id,
  });
}

/** Takes the payment and lets the parcel go. An answer that does not come leaves both to the sweeper. */
export async function takePayment(edge: Edge, id: Uuid, operationId: Uuid): Promise<void> {
  const operation = await performOperation(edge, operationId);
  failpoint("shipping.captured");
  if (operation.state === "succeeded") await edge.transaction((ctx) => finishParcel(ctx, id));
  if (operation.state !== "failed") return;
  await edge.transaction((ctx) => abandonParcel(ctx, id, operation.failure ?? "declined"));
  refuse(captureFailed, { failure: operation.failure ?? "declined" });
}

function chosenLines(work: Work, wanted: Parcel["lines"]): ShipmentLine[] {
  const open = work.lines.filter((line) => line.quantity > line.shipped);
  if (open.length === 0) refuse(nothingToShip);
  const quantities =
    wanted === null
      ? open.map((line) => ({ line: line.id, quantity: line.quantity - line.shipped }))
      : wanted;
  const lines = quantities.map(({ line: id, quantity }) => {
    const line = open.find((each) => each.id === id);
    const left = line === undefined ? 0 : line.quantity - line.shipped;
    if (line === undefined || quantity > left)
      return refuse(moreThanOpen, { wanted: quantity, open: left });
    const { orderLineId, variantId, lot } = line;
    return { lineId: id, orderLineId, variantId, lot, quantity };
  });
  if (new Set(lines.map((line) => line.lineId)).size < lines.length)
    refuse(moreThanOpen, { problem: "a line is named twice" });
  return lines;
}
