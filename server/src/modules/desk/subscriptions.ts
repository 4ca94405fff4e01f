import { type Subscription, subscription } from "../../platform/events.ts";
import { issueCreditNote } from "../invoicing/index.ts";
import { getRefund, refundSucceeded } from "../payments/index.ts";

export const subscriptions: readonly Subscription[] = [
  // What was invoiced and went back is credited; a cancellation was never invoiced, a surplus never sold.
  subscription(refundSucceeded, "desk", async (ctx, { orderId, refundId }) => {
    const { purpose, reason, lines } = await getRefund(ctx, refundId);
    if (purpose !== "refund") return;
    await issueCreditNote(ctx, { orderId, refundId, reason, parts: lines });
  }),
];
