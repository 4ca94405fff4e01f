import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { badRequest, errorKind, notFound } from "../../kernel/errors.ts";
import {
  addressSchema,
  emailSchema,
  idSchema,
  idView,
  longText,
  moneySchema,
  moneyView,
} from "../../kernel/wire.ts";
import { cartView } from "../cart/contract.ts";
import { creditChanged } from "../credit/contract.ts";
import { outOfStock } from "../inventory/contract.ts";
import {
  linkSecretSchema,
  orderNotInState,
  orderPaymentMethods,
  orderStatuses,
  tooManyOrders,
  tooManyUnpaidOrders,
} from "../orders/contract.ts";
import { promotionChanged, promotionUsedUp } from "../promotions/contract.ts";
import { paymentMethods } from "../settings/contract.ts";

/** details: `{ requirements }`, as in the cart: all that is missing. */
export const requirementsOpen = errorKind(
  "requirements_open",
  409,
  "Something is still needed before this can be ordered",
);
/** details: `{ expected, actual, cart }`: what the shopper agreed to, what it costs now, and the cart as it stands. */
export const priceChanged = errorKind("price_changed", 409, "The total is not the one agreed to");
/** details: `{ cart }`: the cart as it stands; it was changed elsewhere since the shopper saw it. */
export const cartChanged = errorKind(
  "cart_changed",
  409,
  "The cart was changed elsewhere meanwhile",
);
/** details: `{ reason }`; too_late: the goods cannot be held any longer. */
export const paymentNotPossible = errorKind(
  "payment_not_possible",
  409,
  "This order cannot be paid in this way",
);

/** How the payment of an order stands. */
export const placedPaymentView = z.object({
  method: z.enum(orderPaymentMethods),
  /**
   * offline: nothing to do now (cash on delivery; for a bank transfer see the order's instructions);
   * action_required: follow `action`; pending: the answer is still awaited; authorised: done, also when there was nothing to pay;
   * failed: declined or given up, pay again.
   */
  state: z.enum(["offline", "action_required", "pending", "authorised", "failed"]),
  action: z.object({ type: z.literal("redirect"), url: z.string() }).nullable(),
  /** Code of the reason, when failed: "declined", "insufficient_funds", … */
  failure: z.string().nullable(),
});

export const placedView = z.object({
  order: z.object({
    id: idView("order"),
    number: z.string(),
    status: z.enum(orderStatuses),
    total: moneyView,
    /** Opens the order's page: `statusLink` is its path in the storefront. */
    linkSecret: z.string(),
    statusLink: z.string(),
  }),
  payment: placedPaymentView,
});
export type PlacedView = z.output<typeof placedView>;

/** A card's token from the payment provider: pays at once, without its hosted page. */
const paymentToken = z
  .string()
  .max(200)
  .regex(/^[\x21-\x7e]+$/)
  .optional();

export const placeOrder = endpoint({
  id: "placeOrder",
  method: "POST",
  path: "/api/store/carts/:id/order",
  summary:
    "Places the order: everything is checked again, goods are reserved, the payment begins. The same cart or key never makes a second order",
  allow: "anyone",
  params: z.object({ id: idSchema("cart") }),
  body: z.object({
    /** What the shopper agreed to pay. */
    expectedTotal: moneySchema,
    /** What was left to pay after gift cards and store credit; absent: whatever it is now. */
    expectedDue: moneySchema.optional(),
    /** The version of the cart they saw; absent: only the total decides. */
    cartVersion: z.int().optional(),
    /** Details may come with the order instead of before it. */
    email: emailSchema.optional(),
    shippingAddress: addressSchema.optional(),
    /** Null: the same as the shipping address. */
    billingAddress: addressSchema.nullable().optional(),
    deliveryOptionId: idSchema("delivery_option").optional(),
    paymentMethod: z.enum(paymentMethods).optional(),
    note: longText(1000).optional(),
    paymentToken,
  }),
  reply: placedView,
  errors: [
    badRequest,
    notFound,
    requirementsOpen,
    priceChanged,
    cartChanged,
    outOfStock,
    paymentNotPossible,
    tooManyOrders,
    tooManyUnpaidOrders,
    creditChanged,
    promotionUsedUp,
    promotionChanged,
  ],
  idempotent: true,
  keepReplyHours: 168,
});

const secretParams = z.object({ secret: linkSecretSchema });

export const payOrderAgain = endpoint({
  id: "payOrderAgain",
  method: "POST",
  path: "/api/store/orders/by-link/:secret/payment",
  summary: "Pays an order whose payment failed or was given up, in the same or another way",
  allow: "anyone",
  params: secretParams,
  body: z.object({ method: z.enum(paymentMethods), paymentToken }),
  reply: placedView,
  errors: [
    badRequest,
    notFound,
    orderNotInState,
    paymentNotPossible,
    outOfStock,
    tooManyOrders,
    tooManyUnpaidOrders,
  ],
  idempotent: true,
  keepReplyHours: 168,
});

export const copyOrderToCart = endpoint({
  id: "copyOrderToCart",
  method: "POST",
  path: "/api/store/orders/by-link/:secret/cart",
  summary: "A new cart with the lines and details of an order, at today's prices",
  allow: "anyone",
  params: secretParams,
  reply: cartView,
  errors: [badRequest, notFound],
  idempotent: true,
});
