import type { InputOf } from "../../kernel/endpoint.ts";
import { refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import type { Context } from "../../platform/context.ts";
import { orderNotInState } from "../orders/contract.ts";
import { addTimeline, holdOrder, lockOrder, releaseHold } from "../orders/index.ts";
import type {
  addOrderNote,
  DeskOrderView,
  holdOrder as holdEndpoint,
  releaseOrder,
} from "./contract.ts";
import { deskOrder } from "./read-order.ts";

export async function answerNote(
  ctx: Context,
  { params: { orderId }, body }: InputOf<typeof addOrderNote>,
): Promise<DeskOrderView> {
  await writeNote(ctx, orderId, body.text);
  return deskOrder(ctx, orderId);
}

export async function answerHold(
  ctx: Context,
  { params: { orderId }, body }: InputOf<typeof holdEndpoint>,
): Promise<DeskOrderView> {
  await hold(ctx, orderId, body.reason);
  return deskOrder(ctx, orderId);
}

export async function answerRelease(
  ctx: Context,
  { params: { orderId } }: InputOf<typeof releaseOrder>,
): Promise<DeskOrderView> {
  await release(ctx, orderId);
  return deskOrder(ctx, orderId);
}

/** A note for colleagues; the shopper never sees it. */
export async function writeNote(ctx: Context, orderId: Uuid, text: string): Promise<void> {
  await lockOrder(ctx, orderId);
  await addTimeline(ctx, orderId, { kind: "note", public: false, details: { text } });
}

export async function hold(ctx: Context, orderId: Uuid, reason: string): Promise<void> {
  await holdOrder(ctx, orderId, reason);
  await recordAudit(ctx, "order.held", typeId("order", orderId), { reason });
}

export async function release(ctx: Context, orderId: Uuid): Promise<void> {
  const { holdReason, status } = await lockOrder(ctx, orderId);
  if (holdReason === null) refuse(orderNotInState, { status });
  await releaseHold(ctx, orderId);
  await recordAudit(ctx, "order.released", typeId("order", orderId), { reason: holdReason });
}
