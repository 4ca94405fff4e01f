import { z } from "zod";
import { endpoint, nothing } from "../../kernel/endpoint.ts";
import { badRequest, notFound } from "../../kernel/errors.ts";
import {
  currencySchema,
  emailSchema,
  idSchema,
  idView,
  localeSchema,
  longText,
  moneySchema,
  moneyView,
  text,
} from "../../kernel/wire.ts";
import { creditKinds, creditSources, creditStates, movementKinds } from "./account.ts";
import { codeShownBefore, codeUnknown, creditTooLow, noRecipient, tooManyCodes } from "./errors.ts";

export { creditKinds, creditSources, creditStates, movementKinds } from "./account.ts";
export {
  codeShownBefore,
  codeUnknown,
  creditChanged,
  creditTooLow,
  giftCardUsed,
  noRecipient,
  tooManyCodes,
} from "./errors.ts";

/** A gift card's code as somebody types it: any case, with or without dashes. */
export const codeSchema = z.string().trim().min(1).max(40);

// ---- The store ----

export const giftCardBalanceView = z.object({
  /** Last four characters of the code. */
  codeEnd: z.string(),
  balance: moneyView,
  /** The last day it can be used, YYYY-MM-DD; null: for good. */
  expiresOn: z.string().nullable(),
});

export const checkGiftCard = endpoint({
  id: "checkGiftCard",
  method: "POST",
  path: "/api/store/gift-cards/balance",
  summary: "What is left on a gift card; few tries a minute",
  allow: "anyone",
  body: z.object({ code: codeSchema }),
  reply: giftCardBalanceView,
  errors: [badRequest, codeUnknown, tooManyCodes],
  perMinute: 20,
});

export const movementView = z.object({
  id: idView("movement"),
  kind: z.enum(movementKinds),
  amount: moneyView,
  at: z.iso.datetime(),
  reason: z.string(),
  orderId: idView("order").nullable(),
});

export const ownCreditView = z.object({
  currency: currencySchema,
  /** What can be spent now. */
  available: moneyView,
  /** Promised to orders that are not paid yet. */
  held: moneyView,
});

export const getOwnCredit = endpoint({
  id: "getOwnCredit",
  method: "GET",
  path: "/api/store/account/credit",
  summary: "The signed-in customer's store credit, by currency",
  allow: "customer",
  reply: z.array(ownCreditView),
});

// ---- The back office ----

export const giftCardView = z.object({
  id: idView("gift_card"),
  codeEnd: z.string(),
  state: z.enum(creditStates),
  source: z.enum(creditSources),
  balance: moneyView,
  held: moneyView,
  /** What it began with and what came to it since. */
  issued: moneyView,
  expiresOn: z.string().nullable(),
  recipientEmail: z.string(),
  recipientName: z.string(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
});
export type GiftCardView = z.output<typeof giftCardView>;

export const deskMovementView = movementView.extend({ actor: z.string(), held: moneyView });
export type DeskMovementView = z.output<typeof deskMovementView>;

export const wholeGiftCardView = giftCardView.extend({
  message: z.string(),
  locale: localeSchema,
  /** False once staff were shown the code. */
  codeUnseen: z.boolean(),
  /** Newest first, at most 200. */
  movements: z.array(deskMovementView),
});
export type WholeGiftCardView = z.output<typeof wholeGiftCardView>;

export const listGiftCards = endpoint({
  id: "listGiftCards",
  method: "GET",
  path: "/api/admin/gift-cards",
  summary: "Gift cards, newest first, by the end of the code or the recipient",
  allow: "customers:read",
  query: z
    .object({
      search: z.string().trim().max(100).optional(),
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    })
    .prefault({}),
  reply: z.object({ items: z.array(giftCardView), next: z.string().nullable() }),
  errors: [badRequest],
});

const cardParams = z.object({ id: idSchema("gift_card") });
const reason = text(300);

export const getGiftCard = endpoint({
  id: "getGiftCard",
  method: "GET",
  path: "/api/admin/gift-cards/:id",
  summary: "One gift card with its history",
  allow: "customers:read",
  params: cardParams,
  reply: wholeGiftCardView,
  errors: [notFound],
});

const positiveMoney = moneySchema.refine(({ minor }) => minor > 0n && minor <= 100_000_000n, {
  error: "Between one minor unit and a million",
});

export const issueGiftCard = endpoint({
  id: "issueGiftCard",
  method: "POST",
  path: "/api/admin/gift-cards",
  summary: "Give a gift card away; it is mailed to the recipient when there is an address",
  allow: "orders:refund",
  body: z.object({
    amount: positiveMoney,
    recipientEmail: z.union([z.literal(""), emailSchema]).default(""),
    recipientName: longText(100).default(""),
    message: longText(500).default(""),
    locale: localeSchema.default("en"),
    /** Absent: as the settings say; null: for good. */
    expiresOn: z.iso.date().nullable().optional(),
    reason,
  }),
  reply: wholeGiftCardView,
  errors: [badRequest],
  idempotent: true,
});

export const showGiftCardCode = endpoint({
  id: "showGiftCardCode",
  method: "POST",
  path: "/api/admin/gift-cards/:id/code",
  summary: "The code, once: to be written down or handed over",
  allow: "orders:refund",
  params: cardParams,
  reply: z.object({ code: z.string() }),
  errors: [notFound, codeShownBefore],
});

export const mailGiftCard = endpoint({
  id: "mailGiftCard",
  method: "POST",
  path: "/api/admin/gift-cards/:id/mail",
  summary: "Mail the gift card to its recipient again",
  allow: "orders:refund",
  params: cardParams,
  reply: nothing,
  errors: [notFound, noRecipient],
  idempotent: true,
});

export const blockGiftCard = endpoint({
  id: "blockGiftCard",
  method: "POST",
  path: "/api/admin/gift-cards/:id/block",
  summary: "Block a lost gift card, or let it be used again",
  allow: "orders:refund",
  params: cardParams,
  body: z.object({ blocked: z.boolean(), reason }),
  reply: wholeGiftCardView,
  errors: [notFound],
  idempotent: true,
});

/** Above zero adds, below zero takes off. */
const adjustment = z.object({
  amount: moneySchema.refine(
    ({ minor }) => minor !== 0n && minor <= 100_000_000n && minor >= -100_000_000n,
    { error: "Not zero and at most a million" },
  ),
  reason,
});

export const adjustGiftCard = endpoint({
  id: "adjustGiftCard",
  method: "POST",
  path: "/api/admin/gift-cards/:id/adjustments",
  summary: "Correct a gift card's balance, with a reason",
  allow: "orders:refund",
  params: cardParams,
  body: adjustment,
  reply: wholeGiftCardView,
  errors: [badRequest, notFound, creditTooLow],
  idempotent: true,
});

export const customerCreditView = z.object({
  accounts: z.array(ownCreditView.extend({ movements: z.array(deskMovementView) })),
});
export type CustomerCreditView = z.output<typeof customerCreditView>;

const customerParams = z.object({ customerId: idSchema("customer") });

export const getCustomerCredit = endpoint({
  id: "getCustomerCredit",
  method: "GET",
  path: "/api/admin/customers/:customerId/credit",
  summary: "A customer's store credit with its history",
  allow: "customers:read",
  params: customerParams,
  reply: customerCreditView,
  errors: [notFound],
});

export const adjustCustomerCredit = endpoint({
  id: "adjustCustomerCredit",
  method: "POST",
  path: "/api/admin/customers/:customerId/credit",
  summary: "Give a customer store credit or take some off, with a reason",
  allow: "orders:refund",
  params: customerParams,
  body: adjustment,
  reply: customerCreditView,
  errors: [badRequest, notFound, creditTooLow],
  idempotent: true,
});

export const creditPartView = z.object({
  kind: z.enum(creditKinds),
  /** Last four characters of a gift card's code; null for store credit. */
  codeEnd: z.string().nullable(),
  amount: moneyView,
});
export type CreditPartView = z.output<typeof creditPartView>;
