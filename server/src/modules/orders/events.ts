import { z } from "zod";
import { eventKind } from "../../platform/events.ts";

const orderFact = z.object({ orderId: z.uuid() });

/** The order is certain: its payment was validated, or comes with the goods or by transfer. */
export const orderPlaced = eventKind("order.placed", orderFact);
/** Everything of it was cancelled; `reason` is a code or the words of staff. */
export const orderCancelled = eventKind(
  "order.cancelled",
  orderFact.extend({ reason: z.string(), wasPlaced: z.boolean() }),
);
/** Shipped and paid: nothing is left to do. */
export const orderCompleted = eventKind("order.completed", orderFact);
/** A hold was taken off: what waited may go on. */
export const orderHoldReleased = eventKind("order.hold-released", orderFact);
