import { z } from "zod";
import { eventKind } from "../../platform/events.ts";

/** Minor units as text: events are JSON. */
const minor = z.string();

/**
 * The order may be fulfilled: its money is authorised, captured, or due at the door; or there is nothing
 * to pay, and no attempt. Once an order.
 */
export const paymentValidated = eventKind(
  "payments.payment-validated",
  z.object({ orderId: z.uuid(), attemptId: z.uuid().nullable() }),
);

/** An attempt ended without money; the order waits for another one. */
export const paymentFailed = eventKind(
  "payments.payment-failed",
  z.object({ orderId: z.uuid(), attemptId: z.uuid(), reason: z.string() }),
);

/** Money is ours: taken from a card, arrived at the bank, or handed over at the door. */
export const paymentCaptured = eventKind(
  "payments.payment-captured",
  z.object({
    orderId: z.uuid(),
    attemptId: z.uuid(),
    operationId: z.uuid(),
    amountMinor: minor,
    currency: z.string(),
  }),
);

/** All money of a refund has gone back. `getRefund` says which lines, and which part was invoiced. */
export const refundSucceeded = eventKind(
  "payments.refund-succeeded",
  z.object({
    orderId: z.uuid(),
    refundId: z.uuid(),
    amountMinor: minor,
    currency: z.string(),
  }),
);
