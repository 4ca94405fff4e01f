import type { Context } from "../../platform/context.ts";
import {
  addTimelines,
  markPlaced,
  type Order,
  recordPayment,
  type TimelineNote,
} from "../orders/index.ts";
import type { Consequences } from "./advance.ts";
import type { StoredAttempt } from "./attempt-row.ts";
import { timelineNotes } from "./timeline-notes.ts";

/**
 * Brings the order in step with one of its attempts: amounts and timeline. `places`: the order is certain
 * now. Returns the order as it then is.
 */
export async function recordStep(
  ctx: Context,
  order: Order,
  saved: StoredAttempt,
  step: Consequences & { readonly places: boolean },
): Promise<Order> {
  const sum = (kind: string) =>
    step.succeeded
      .filter((each) => each.kind === kind)
      .reduce((total, each) => total + each.amountMinor, 0n);
  const payment = {
    authorisedMinor: step.heldDelta,
    capturedMinor: sum("capture"),
    refundedMinor: sum("refund"),
  };
  const notes: TimelineNote[] = timelineNotes(saved, step);
  if (step.places) return markPlaced(ctx, order.id, { payment, notes, goods: "held" });
  if (notes.length > 0) await addTimelines(ctx, order.id, notes);
  if (Object.values(payment).every((minor) => minor === 0n)) return order;
  return recordPayment(ctx, order.id, payment);
}
