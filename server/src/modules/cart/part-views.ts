import { z } from "zod";
import { idView, moneyView } from "../../kernel/wire.ts";
import { availabilityView } from "../catalog/contract.ts";
import { reasons } from "../promotions/contract.ts";
import { paymentMethods } from "../settings/contract.ts";
import { taxReasons } from "../tax/contract.ts";

/** Parts of a cart as faces see it: how it can be delivered and paid, and what promotions do for it. */

/** Goods that come free. */
export const giftView = z.object({
  variantId: idView("variant"),
  handle: z.string(),
  title: z.string(),
  options: z.string(),
  pictureKey: z.string().nullable(),
  quantity: z.int(),
  /** What they would cost. */
  value: moneyView,
  /** The promotion, in words. */
  name: z.string(),
});

/** A promotion at work. Its amount counts in `totals.discount` or `totals.deliveryDiscount`; a gift's in neither. */
export const cartDiscountView = z.object({
  promotionId: idView("promotion"),
  name: z.string(),
  /** The code that brought it; null when none was needed. */
  code: z.string().nullable(),
  kind: z.enum(["goods", "delivery", "gift"]),
  amount: moneyView,
});

/** A code that was entered; `reason` says why it does nothing, null when it does. */
export const codeView = z.object({
  code: z.string(),
  reason: z.enum([...reasons, "unknown"]).nullable(),
  /** The kinds of conditions that do not hold: "total", "first_order", … */
  unmet: z.array(z.string()),
});

export const deliveryChoiceView = z.object({
  id: idView("delivery_option"),
  code: z.string(),
  kind: z.enum(["shipping", "pickup"]),
  name: z.string(),
  carrier: z.string().nullable(),
  /** On the market's basis, as the goods' prices. */
  price: moneyView,
  /** What promotions would take off the price. */
  discount: moneyView,
  /** What the goods must cost for this to be free. */
  freeFrom: moneyView.nullable(),
  /** When it arrives, YYYY-MM-DD; goods that are not on the shelf are counted in. */
  earliest: z.string(),
  latest: z.string(),
  chosen: z.boolean(),
});
export type DeliveryChoiceView = z.output<typeof deliveryChoiceView>;

export const paymentChoiceView = z.object({
  method: z.enum(paymentMethods),
  /** Added to the order when it is chosen; zero for most. */
  fee: moneyView,
  /** Highest order total it takes; null when there is no limit. */
  limit: moneyView.nullable(),
  available: z.boolean(),
  /** Why it is not. */
  reason: z.enum(["limit_exceeded", "not_in_this_currency", "paid_first"]).nullable(),
  chosen: z.boolean(),
});
export type PaymentChoiceView = z.output<typeof paymentChoiceView>;

export const cartTaxLineView = z.object({
  /** Percent, "19" or "8.875". */
  rate: z.string(),
  /** "DE", "US-CA". */
  jurisdiction: z.string(),
  reason: z.enum(taxReasons),
  net: moneyView,
  tax: moneyView,
});

export const cartLineView = z.object({
  id: idView("cart_line"),
  variantId: idView("variant"),
  productId: idView("product"),
  /** For links: the product's handle. */
  handle: z.string(),
  sku: z.string(),
  title: z.string(),
  /** The options as people read them: "Oak, 140 cm"; empty when there are none. */
  options: z.string(),
  /** Key of the picture's files: `/media/<key>-<width>.webp`; null when there is none. */
  pictureKey: z.string().nullable(),
  quantity: z.int(),
  /** On the market's basis: with tax where prices include it. Null when it is no longer offered. */
  unitPrice: moneyView.nullable(),
  /** Unit price times quantity, on the same basis. */
  total: moneyView.nullable(),
  /** What promotions take off the total; zero for most. */
  discount: moneyView,
  /** Null while the tax is not known; after the discount. */
  net: moneyView.nullable(),
  tax: moneyView.nullable(),
  gross: moneyView.nullable(),
  availability: availabilityView,
});
export type CartLineView = z.output<typeof cartLineView>;

export const cartTotalsView = z.object({
  /** goods, delivery and fee are on the market's basis, as prices are shown. */
  goods: moneyView,
  /** Taken off the goods. */
  discount: moneyView,
  /** Null until a delivery is chosen. */
  delivery: moneyView.nullable(),
  /** Taken off the delivery. */
  deliveryDiscount: moneyView,
  fee: moneyView,
  /** Null while the tax is not known. */
  net: moneyView.nullable(),
  tax: moneyView.nullable(),
  /** What prices with tax lose because this buyer is spared it; zero for most. */
  relief: moneyView,
  /** What the shopper pays; without tax while `taxState` is pending or failed. */
  total: moneyView,
  /** What is left to be paid by the chosen method; zero: no method is needed. */
  due: moneyView,
  taxLines: z.array(cartTaxLineView),
  /** estimated: for the market's default country; pending: the state is needed; failed: it cannot be told. */
  taxState: z.enum(["final", "estimated", "pending", "failed"]),
});
export type CartTotalsView = z.output<typeof cartTotalsView>;
