import { type Subscription, subscription } from "../../platform/events.ts";
import { orderCancelled } from "../orders/index.ts";
import { giveBackPromotions } from "./give-back.ts";

export const subscriptions: readonly Subscription[] = [
  subscription(orderCancelled, "promotions", (ctx, { orderId }) =>
    giveBackPromotions(ctx, orderId),
  ),
];
