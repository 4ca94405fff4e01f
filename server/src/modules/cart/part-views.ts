import { z } from "zod";
import { idView, moneyView } from "../../kernel/wire.ts";
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
  reason: z.enum(["limit_exceeded", "not_in_this_currency"]).nullable(),
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
