export type {
  Applied,
  Basket,
  BasketLine,
  EnteredCode,
  Evaluation,
  Gift,
  GiftGoods,
  Shopper,
} from "./engine/basket.ts";
export type { Reason } from "./shapes.ts";
export { createCoupon } from "./coupons.ts";
export { createPromotion, type NewPromotion } from "./save-promotion.ts";
export { codeKey } from "./code-key.ts";
export { evaluatePromotions } from "./engine/evaluate.ts";
export { momentOf } from "./moment.ts";
export { redeemPromotions, type Use } from "./redeem.ts";
export { keepPromotionsReady, type PromotionsSnapshot, promotionsSnapshot } from "./snapshot.ts";
