import { read, type Route, write } from "../../platform/route.ts";
import { cancelPurchase, markPurchaseOrdered, receivePurchase } from "./change-purchase.ts";
import * as contract from "./contract.ts";
import { getPurchaseRequest, listPurchaseRequests } from "./purchase-requests.ts";

export const routes: Route[] = [
  read(contract.listPurchaseRequests, (ctx, { query }) => listPurchaseRequests(ctx, query)),
  write(contract.markPurchaseOrdered, async (ctx, { params, body }) => {
    await markPurchaseOrdered(ctx, params.purchaseId, body.note);
    return getPurchaseRequest(ctx, params.purchaseId);
  }),
  write(contract.receivePurchase, async (ctx, { params, body }) => {
    await receivePurchase(ctx, params.purchaseId, body);
    return getPurchaseRequest(ctx, params.purchaseId);
  }),
  write(contract.cancelPurchase, async (ctx, { params, body }) => {
    await cancelPurchase(ctx, params.purchaseId, body.reason);
    return getPurchaseRequest(ctx, params.purchaseId);
  }),
];
