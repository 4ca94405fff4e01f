import { read, type Route } from "../../platform/route.ts";
import { answerAccountOrder, answerAccountOrders, answerOrderByLink } from "./answers.ts";
import { getAccountOrder, getOrderByLink, listAccountOrders } from "./contract.ts";

export const routes: Route[] = [
  read(getOrderByLink, answerOrderByLink),
  read(listAccountOrders, answerAccountOrders),
  read(getAccountOrder, answerAccountOrder),
];
