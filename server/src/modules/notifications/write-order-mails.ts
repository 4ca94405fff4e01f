import type { Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { shipmentsOf } from "../fulfilment/index.ts";
import type { ShipmentView } from "../fulfilment/contract.ts";
import { getOrder, linkSecretOf, type Order, orderLines } from "../orders/index.ts";
import { orderStatusPath } from "../orders/contract.ts";
import { getRefund, refundWays, transferInstructions } from "../payments/index.ts";
import { getSettings } from "../settings/index.ts";
import { publicUrl } from "../../platform/config.ts";
import type { MailKind } from "./contract.ts";
import type { Letter } from "./letters/letter.ts";
import {
  cancelledLetter,
  confirmationLetter,
  type OrderMail,
  refundedLetter,
  shippedLetter,
  transferLetter,
} from "./letters/order-letters.ts";
import type { ParcelPart } from "./letters/words.ts";
import { writeMail } from "./write-mail.ts";

/** Tells the shopper that the order is certain, and how to pay it when that is by transfer. */
export async function writePlacedMails(ctx: Context, orderId: Uuid): Promise<void> {
  const mail = await orderMail(ctx, orderId);
  const lines = await orderLines(ctx, orderId);
  await write(ctx, mail, {
    kind: "order_confirmation",
    cause: orderId,
    letter: confirmationLetter(mail, lines),
  });
  const transfer = await transferInstructions(ctx, mail.order);
  if (transfer === null) return;
  const letter = transferLetter(mail, transfer);
  await write(ctx, mail, { kind: "payment_instructions", cause: orderId, letter });
}

/** Tells what is in a parcel that has left, and where it can be followed. */
export async function writeShippedMail(
  ctx: Context,
  orderId: Uuid,
  shipmentId: Uuid,
): Promise<void> {
  const mail = await orderMail(ctx, orderId);
  const gone = (await shipmentsOf(ctx, orderId)).filter((each) => each.shippedAt !== null);
  const parcel = gone.find((each) => each.id === typeId("shipment", shipmentId));
  if (parcel === undefined) return;
  const letter = shippedLetter(mail, parcel, partOf(mail.order, gone, parcel));
  await write(ctx, mail, { kind: "parcel_shipped", cause: shipmentId, letter });
}

/** An order that was never certain ends in silence: its shopper has left or has begun another. */
export async function writeCancelledMail(
  ctx: Context,
  { orderId, reason, wasPlaced }: { orderId: Uuid; reason: string; wasPlaced: boolean },
): Promise<void> {
  if (!wasPlaced) return;
  const mail = await orderMail(ctx, orderId);
  const letter = cancelledLetter(mail, reason);
  await write(ctx, mail, { kind: "order_cancelled", cause: orderId, letter });
}

export async function writeRefundedMail(
  ctx: Context,
  orderId: Uuid,
  refundId: Uuid,
): Promise<void> {
  const mail = await orderMail(ctx, orderId);
  const { amount, purpose } = await getRefund(ctx, refundId);
  const ways = await refundWays(ctx, orderId, refundId);
  const facts = { amountMinor: amount.minor, credited: purpose === "refund", ways };
  const letter = refundedLetter(mail, facts);
  await write(ctx, mail, { kind: "order_refunded", cause: refundId, letter });
}

async function orderMail(ctx: Context, orderId: Uuid): Promise<OrderMail> {
  const order = await getOrder(ctx, orderId);
  const { name: shop } = await getSettings(ctx, "shop");
  const url = `${publicUrl()}${orderStatusPath(linkSecretOf(order), order.locale)}`;
  return { order, shop, url };
}

function write(
  ctx: Context,
  { order }: OrderMail,
  mail: { readonly kind: MailKind; readonly cause: Uuid; readonly letter: Letter },
): Promise<void> {
  const { email: recipient, locale, id: orderId } = order;
  return writeMail(ctx, { ...mail, recipient, locale, orderId });
}

/** @param gone the parcels that have left, oldest first */
function partOf(order: Order, gone: readonly ShipmentView[], parcel: ShipmentView): ParcelPart {
  const upTo = gone.slice(0, gone.indexOf(parcel) + 1);
  const units = upTo.flatMap((each) => each.lines).reduce((sum, line) => sum + line.quantity, 0);
  if (units < Number(order.units - order.unitsCancelled)) return "part";
  return upTo.length === 1 ? "whole" : "rest";
}
