import { errorKind } from "../../kernel/errors.ts";

/** details: `{ promotion, code? }`; others were quicker, or this shopper has had it. */
export const promotionUsedUp = errorKind(
  "promotion_used_up",
  409,
  "A discount in this basket has been used up",
);
/** details: `{ promotion }`; the shop changed it since the basket was worked out. */
export const promotionChanged = errorKind(
  "promotion_changed",
  409,
  "A discount in this basket was changed meanwhile",
);
/** details: `{ code }`. */
export const codeTaken = errorKind("coupon_code_taken", 409, "This code exists already");
/** details: `{ limit, used }`: which limit, and what has been used of it. */
export const limitBelowUse = errorKind(
  "limit_below_use",
  409,
  "More than this has been used already",
);
