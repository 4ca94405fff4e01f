import { errorKind } from "../../kernel/errors.ts";

/** details: `{ orderNumber }`; the cart is closed because it became an order. */
export const cartOrdered = errorKind("cart_ordered", 409, "This cart has already been ordered");
/** details: `{ variantId }`. */
export const notForSale = errorKind("not_for_sale", 409, "This is not for sale");
/** details: `{ variantId?, max }`, units of one line or lines of one cart. */
export const quantityLimited = errorKind(
  "quantity_limited",
  409,
  "No more of this fits into one cart",
);
/** details: `{ code }`. */
export const couponUnknown = errorKind("coupon_unknown", 409, "There is no such code");
/** details: `{ code, reason, unmet }`: why it does nothing for this cart; see `codeView`. */
export const couponNotApplicable = errorKind(
  "coupon_not_applicable",
  409,
  "This code does nothing for this cart",
);
/** details: `{ field }`. */
export const choiceUnknown = errorKind(
  "choice_unknown",
  409,
  "The shop does not offer this choice",
);
