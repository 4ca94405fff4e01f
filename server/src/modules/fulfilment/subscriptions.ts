import { subscription, type Subscription } from "../../platform/events.ts";
import { backorderCovered } from "../inventory/index.ts";
import { orderHoldReleased } from "../orders/index.ts";
import { paymentValidated } from "../payments/index.ts";
import { deliverGiftCards } from "./deliver-gift-cards.ts";
import { planWork } from "./plan-work.ts";

const name = "give the warehouses their work";
const mailing = "deliver gift cards";

export const subscriptions: Subscription[] = [
  subscription(paymentValidated, name, (ctx, { orderId }) => planWork(ctx, orderId)),
  subscription(paymentValidated, mailing, (ctx, { orderId }) => deliverGiftCards(ctx, orderId)),
  subscription(orderHoldReleased, mailing, (ctx, { orderId }) => deliverGiftCards(ctx, orderId)),
  subscription(orderHoldReleased, name, (ctx, { orderId }) => planWork(ctx, orderId)),
  subscription(backorderCovered, name, (ctx, { orderId }) => planWork(ctx, orderId)),
];
