import { subscription, type Subscription } from "../../platform/events.ts";
import { getRefund, refundSucceeded } from "../payments/index.ts";
import { issueCreditNote } from "./issue-credit-note.ts";

export const subscriptions: Subscription[] = [
  subscription(refundSucceeded, "issue the credit note", async (ctx, { orderId, refundId }) => {
    const { purpose, reason, lines } = await getRefund(ctx, refundId);
    // A cancellation or a surplus was never invoiced, so there is nothing to credit.
    if (purpose !== "refund") return;
    await issueCreditNote(ctx, { orderId, refundId, reason, parts: lines });
  }),
];
