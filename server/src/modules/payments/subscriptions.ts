import { type Subscription, subscription } from "../../platform/events.ts";
import { lockOrder, orderCancelled, orderCompleted, orderHoldReleased } from "../orders/index.ts";
import { lockAttempts } from "./attempt-row.ts";
import { enqueueOperation } from "./enqueue-operation.ts";
import { requestVoid } from "./request-capture.ts";
import { returnSurplus } from "./return-surplus.ts";
import { startCaptureAtOrder } from "./start-operation.ts";

export const subscriptions: readonly Subscription[] = [
  // Whoever cancelled it: promises are let go of and what was paid goes back. Usually done by then.
  subscription(orderCancelled, "payments", async (ctx, { orderId }) => {
    await requestVoid(ctx, { orderId, causeType: "cancellation", causeId: orderId });
    await returnSurplus(ctx, await lockOrder(ctx, orderId), "cancellation", "order_cancelled");
  }),
  // All is paid; what a card had promised beyond it (lines were cancelled) is let go of.
  subscription(orderCompleted, "payments", async (ctx, { orderId }) => {
    await requestVoid(ctx, { orderId, causeType: "completion", causeId: orderId });
  }),
  subscription(orderHoldReleased, "payments", async (ctx, { orderId }) => {
    const order = await lockOrder(ctx, orderId);
    for (const attempt of await lockAttempts(ctx, orderId)) {
      if (attempt.phase !== "authorised") continue;
      const operationId = await startCaptureAtOrder(ctx, order, attempt);
      if (operationId !== null) enqueueOperation(ctx, operationId);
    }
  }),
];
