import { read, type Route, write } from "../../platform/route.ts";
import * as contract from "./contract.ts";
import {
  blockCoupon,
  createBatch,
  createCoupon,
  exportBatch,
  listBatches,
  listCoupons,
} from "./coupons.ts";
import { getPromotion, listPromotions } from "./promotion-view.ts";
import {
  changePromotion,
  createPromotion,
  duplicatePromotion,
  pausePromotion,
} from "./save-promotion.ts";
import { simulatePromotions } from "./simulate.ts";

export const routes: Route[] = [
  read(contract.listPromotions, (ctx, { query }) => listPromotions(ctx, query)),
  read(contract.getPromotion, (ctx, { params }) => getPromotion(ctx, params.id)),
  write(contract.createPromotion, (ctx, { body }) => createPromotion(ctx, body)),
  write(contract.changePromotion, (ctx, { params, body }) => changePromotion(ctx, params.id, body)),
  write(contract.pausePromotion, (ctx, { params, body }) =>
    pausePromotion(ctx, params.id, body.paused),
  ),
  write(contract.duplicatePromotion, (ctx, { params }) => duplicatePromotion(ctx, params.id)),
  read(contract.listCoupons, (ctx, { params, query }) => listCoupons(ctx, params.id, query)),
  write(contract.createCoupon, (ctx, { params, body }) => createCoupon(ctx, params.id, body)),
  write(contract.blockCoupon, (ctx, { params, body }) => blockCoupon(ctx, params.id, body.blocked)),
  read(contract.listBatches, (ctx, { params }) => listBatches(ctx, params.id)),
  write(contract.createBatch, (ctx, { params, body }) => createBatch(ctx, params.id, body)),
  read(contract.exportBatch, (ctx, { params }) => exportBatch(ctx, params.id)),
  read(contract.simulatePromotions, (ctx, { body }) => simulatePromotions(ctx, body)),
];
