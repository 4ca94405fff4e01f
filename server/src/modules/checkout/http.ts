import { phased, type Route, write } from "../../platform/route.ts";
import { copyOrderToCart, payOrderAgain, placeOrder as placeOrderEndpoint } from "./contract.ts";
import { copyOrder } from "./copy-order.ts";
import { payAgain } from "./pay-again.ts";
import { placeOrder } from "./place-order.ts";

export const routes: Route[] = [
  phased(placeOrderEndpoint, placeOrder),
  phased(payOrderAgain, payAgain),
  write(copyOrderToCart, copyOrder),
];
