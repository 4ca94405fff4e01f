import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { badRequest, notFound } from "../../kernel/errors.ts";
import {
  currencySchema,
  idSchema,
  idView,
  localeSchema,
  longText,
  moneyView,
  partialAddressSchema,
  text,
} from "../../kernel/wire.ts";
import { paymentMethods } from "../settings/contract.ts";
import { codeSchema, codeUnknown, creditKinds, tooManyCodes } from "../credit/contract.ts";
import { vatIdStates } from "../tax/contract.ts";
import {
  cartDiscountView,
  cartLineView,
  cartTotalsView,
  codeView,
  deliveryChoiceView,
  giftView,
  paymentChoiceView,
} from "./part-views.ts";
import {
  cartOrdered,
  choiceUnknown,
  couponNotApplicable,
  couponUnknown,
  notForSale,
  quantityLimited,
} from "./errors.ts";
import { requirementView } from "./requirement-contract.ts";

export {
  cartLineView,
  cartTotalsView,
  deliveryChoiceView,
  paymentChoiceView,
} from "./part-views.ts";
export type {
  CartLineView,
  CartTotalsView,
  DeliveryChoiceView,
  PaymentChoiceView,
} from "./part-views.ts";
export {
  cartOrdered,
  choiceUnknown,
  couponNotApplicable,
  couponUnknown,
  notForSale,
  quantityLimited,
} from "./errors.ts";
export {
  type RequirementCode,
  requirementCodes,
  requirementView,
  type RequirementView,
} from "./requirement-contract.ts";

/** Most units of one line, and most lines of one cart. */
export const maxLineQuantity = 999;
export const maxCartLines = 100;
/** Most codes in one cart. */
export const maxCartCodes = 5;

/** What is not as the shopper last saw it. */
export const cartChangeView = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("price_changed"),
    line: idView("cart_line"),
    before: moneyView,
    now: moneyView,
  }),
  /** Two carts became one, or an old order was copied, and not everything fitted. */
  z.object({
    kind: z.literal("quantity_reduced"),
    line: idView("cart_line"),
    before: z.int(),
    now: z.int(),
  }),
  z.object({ kind: z.literal("line_dropped"), title: z.string() }),
]);
export type CartChangeView = z.output<typeof cartChangeView>;

export const cartCreditView = z.object({
  id: idView("gift_card"),
  kind: z.enum(creditKinds),
  /** Last four characters of a gift card's code. */
  codeEnd: z.string().nullable(),
  /** What it pays of this cart. */
  used: moneyView,
  /** What is on it, in its own currency. */
  available: moneyView,
  /** Why it pays nothing. */
  problem: z.enum(["other_currency", "not_usable", "empty"]).nullable(),
});
export type CartCreditView = z.output<typeof cartCreditView>;

export const cartView = z.object({
  id: idView("cart"),
  /** Counts up with every change. */
  version: z.int(),
  market: z.string(),
  currency: currencySchema,
  taxIncluded: z.boolean(),
  email: z.string().nullable(),
  shippingAddress: partialAddressSchema.nullable(),
  /** Null: the same as the shipping address. */
  billingAddress: partialAddressSchema.nullable(),
  /** As typed, and what is known of it; null while there is none. */
  vatId: z.object({ text: z.string(), state: z.enum(vatIdStates), name: z.string() }).nullable(),
  /** True while somebody outside has to be asked before the tax is certain: `settleCartTax` asks. */
  taxUnsettled: z.boolean(),
  note: z.string(),
  /** False: a signed-in customer's store credit is left alone. */
  useStoreCredit: z.boolean(),
  /** False: all of it is mailed, so no delivery is chosen. */
  needsDelivery: z.boolean(),
  /** Gift cards that were entered, and store credit where there is some: in the order in which they pay. */
  credits: z.array(cartCreditView),
  lines: z.array(cartLineView),
  /** Units of all lines: what the basket's badge shows. */
  itemCount: z.int(),
  totals: cartTotalsView,
  /** What each promotion gives, in the order in which they apply. */
  discounts: z.array(cartDiscountView),
  gifts: z.array(giftView),
  codes: z.array(codeView),
  deliveryChoices: z.array(deliveryChoiceView),
  paymentMethods: z.array(paymentChoiceView),
  requirements: z.array(requirementView),
  changes: z.array(cartChangeView),
  /** True once it became an order; then nothing can be changed any more. */
  ordered: z.boolean(),
});
export type CartView = z.output<typeof cartView>;

const cartParams = z.object({ id: idSchema("cart") });
const lineParams = z.object({ id: idSchema("cart"), lineId: idSchema("cart_line") });
const lineQuantity = z.int().min(1).max(maxLineQuantity);
const wantedLine = z.object({ variantId: idSchema("variant"), quantity: lineQuantity });
const changeErrors = [badRequest, notFound, cartOrdered] as const;

/** What a shopper tells about themselves; what is absent stays as it is, null empties it. */
export const cartDetailsSchema = z.object({
  /** Kept as typed; an impossible address is a requirement, so that a form never loses text. */
  email: z
    .string()
    .trim()
    .max(254)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
    .nullable()
    .optional(),
  shippingAddress: partialAddressSchema.nullable().optional(),
  billingAddress: partialAddressSchema.nullable().optional(),
  /** Of a business; kept as typed. */
  vatId: z
    .string()
    .trim()
    .max(30)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
    .nullable()
    .optional(),
  note: longText(1000).optional(),
});

export const createCart = endpoint({
  id: "createCart",
  method: "POST",
  path: "/api/store/carts",
  summary: "Starts a cart, with its first lines if there are any; its id is the right to use it",
  allow: "anyone",
  body: z
    .object({
      /** Absent: the market of the request. */
      market: z.string().max(16).optional(),
      locale: localeSchema.optional(),
      lines: z.array(wantedLine).max(maxCartLines).default([]),
    })
    .prefault({}),
  reply: cartView,
  errors: [badRequest, notForSale, quantityLimited, choiceUnknown],
});

export const getCart = endpoint({
  id: "getCart",
  method: "GET",
  path: "/api/store/carts/:id",
  summary: "A cart as it stands: lines, totals, choices, and what is still needed to order",
  allow: "anyone",
  params: cartParams,
  reply: cartView,
  errors: [badRequest, notFound],
});

export const addCartLine = endpoint({
  id: "addCartLine",
  method: "POST",
  path: "/api/store/carts/:id/lines",
  summary: "Adds units of a variant; adds to the line that has it already",
  allow: "anyone",
  params: cartParams,
  body: wantedLine,
  reply: cartView,
  errors: [...changeErrors, notForSale, quantityLimited],
});

export const changeCartLine = endpoint({
  id: "changeCartLine",
  method: "PATCH",
  path: "/api/store/carts/:id/lines/:lineId",
  summary: "Sets how many units a line has; none removes it",
  allow: "anyone",
  params: lineParams,
  body: z.object({ quantity: z.int().min(0).max(maxLineQuantity) }),
  reply: cartView,
  errors: changeErrors,
});

export const removeCartLine = endpoint({
  id: "removeCartLine",
  method: "DELETE",
  path: "/api/store/carts/:id/lines/:lineId",
  summary: "Removes a line; removing it again changes nothing",
  allow: "anyone",
  params: lineParams,
  reply: cartView,
  errors: changeErrors,
});

export const enterCartCode = endpoint({
  id: "enterCartCode",
  method: "POST",
  path: "/api/store/carts/:id/codes",
  summary: "Enters a code; refused with the reason when it does nothing for the cart as it stands",
  allow: "anyone",
  params: cartParams,
  body: z.object({ code: text(64) }),
  reply: cartView,
  errors: [...changeErrors, couponUnknown, couponNotApplicable, quantityLimited, tooManyCodes],
});

export const removeCartCode = endpoint({
  id: "removeCartCode",
  method: "DELETE",
  path: "/api/store/carts/:id/codes/:code",
  summary: "Takes a code out; one that is not there is out already",
  allow: "anyone",
  params: cartParams.extend({ code: text(64) }),
  reply: cartView,
  errors: changeErrors,
});

export const changeCartDetails = endpoint({
  id: "changeCartDetails",
  method: "PUT",
  path: "/api/store/carts/:id/details",
  summary: "Sets e-mail, addresses and note; what is absent stays",
  allow: "anyone",
  params: cartParams,
  body: cartDetailsSchema,
  reply: cartView,
  errors: changeErrors,
});

export const chooseDelivery = endpoint({
  id: "chooseDelivery",
  method: "PUT",
  path: "/api/store/carts/:id/delivery",
  summary: "Chooses how the goods are delivered",
  allow: "anyone",
  params: cartParams,
  body: z.object({ deliveryOptionId: idSchema("delivery_option").nullable() }),
  reply: cartView,
  errors: [...changeErrors, choiceUnknown],
});

export const choosePaymentMethod = endpoint({
  id: "choosePaymentMethod",
  method: "PUT",
  path: "/api/store/carts/:id/payment-method",
  summary: "Chooses how the order is paid",
  allow: "anyone",
  params: cartParams,
  body: z.object({ method: z.enum(paymentMethods).nullable() }),
  reply: cartView,
  errors: changeErrors,
});

/** Most gift cards of one cart. */
export const maxGiftCards = 10;

export const addGiftCard = endpoint({
  id: "addGiftCard",
  method: "POST",
  path: "/api/store/carts/:id/gift-cards",
  summary: "Enters a gift card's code: it pays as much of the order as it can; few tries a minute",
  allow: "anyone",
  params: cartParams,
  body: z.object({ code: codeSchema }),
  reply: cartView,
  errors: [...changeErrors, codeUnknown, tooManyCodes, quantityLimited],
  perMinute: 30,
});

export const removeGiftCard = endpoint({
  id: "removeGiftCard",
  method: "DELETE",
  path: "/api/store/carts/:id/gift-cards/:cardId",
  summary: "Takes a gift card out of the cart; taking it out again changes nothing",
  allow: "anyone",
  params: z.object({ id: idSchema("cart"), cardId: idSchema("gift_card") }),
  reply: cartView,
  errors: changeErrors,
});

export const chooseStoreCredit = endpoint({
  id: "chooseStoreCredit",
  method: "PUT",
  path: "/api/store/carts/:id/store-credit",
  summary: "Whether a signed-in customer's store credit pays first",
  allow: "anyone",
  params: cartParams,
  body: z.object({ use: z.boolean() }),
  reply: cartView,
  errors: changeErrors,
});

export const chooseCartMarket = endpoint({
  id: "chooseCartMarket",
  method: "PUT",
  path: "/api/store/carts/:id/market",
  summary:
    "Moves the cart to another market: its currency, prices and tax; the delivery is chosen anew",
  allow: "anyone",
  params: cartParams,
  body: z.object({ market: z.string().max(16) }),
  reply: cartView,
  errors: [...changeErrors, choiceUnknown],
});

export const acceptCartChanges = endpoint({
  id: "acceptCartChanges",
  method: "POST",
  path: "/api/store/carts/:id/accepted-changes",
  summary: "Notes that the shopper has seen today's prices; `changes` is empty afterwards",
  allow: "anyone",
  params: cartParams,
  reply: cartView,
  errors: changeErrors,
});

export const settleCartTax = endpoint({
  id: "settleCartTax",
  method: "POST",
  path: "/api/store/carts/:id/tax",
  summary:
    "Asks whoever is outside what the tax depends on: the register of VAT ids, and the tax service in markets that use one; answers are kept",
  allow: "anyone",
  params: cartParams,
  reply: cartView,
  errors: [badRequest, notFound],
  perMinute: 30,
});

export const getAccountCart = endpoint({
  id: "getAccountCart",
  method: "GET",
  path: "/api/store/account/cart",
  summary: "The signed-in customer's open cart, if there is one",
  allow: "customer",
  reply: z.object({ cart: cartView.nullable() }),
});

export const mergeIntoAccountCart = endpoint({
  id: "mergeIntoAccountCart",
  method: "POST",
  path: "/api/store/account/cart",
  summary: "After signing in: the guest's cart becomes, or joins, the customer's own",
  allow: "customer",
  body: z.object({ cartId: idSchema("cart") }),
  reply: cartView,
  errors: [badRequest, notFound, cartOrdered],
});
