import { z } from "zod";
import { endpoint, fileReply } from "../../kernel/endpoint.ts";
import { badRequest, conflict, notFound } from "../../kernel/errors.ts";
import { countrySchema, idSchema, idView, moneyView, text } from "../../kernel/wire.ts";
import { textByLocale, textByLocaleView } from "../settings/contract.ts";
import { codeTaken, limitBelowUse } from "./errors.ts";
import { amounts, reasons, rule } from "./shapes.ts";

export { codeTaken, limitBelowUse, promotionChanged, promotionUsedUp } from "./errors.ts";
export { reasons } from "./shapes.ts";
export type {
  Action,
  Condition,
  Criterion,
  Group,
  Leaf,
  Reason,
  Rule,
  Selection,
} from "./shapes.ts";

export const promotionStates = ["running", "scheduled", "ended", "paused"] as const;
export type PromotionState = (typeof promotionStates)[number];

/** Most codes of one batch. */
export const maxBatch = 100_000;
/** As people can type it: letters, digits, hyphens; at least three. */
const couponCode = text(40).regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]*[\p{L}\p{N}]$/u);

const minuteOfDay = z.int().min(0).max(1440);

/** What staff set. Everything but the limits decides whether and how it applies to a basket. */
export const promotionSchema = z
  .object({
    names: textByLocale(80),
    rule,
    /** Lanes run in order, each on what the ones before it left; within one, promotions compete. */
    lane: z.int().min(1).max(9),
    /** The higher one wins where the shopper gains the same. */
    priority: z.int().min(-1000).max(1000),
    /** False: shares no line with another lane. */
    combinable: z.boolean(),
    /** Codes of markets; empty: all. */
    markets: z.array(text(16)).max(50),
    startsAt: z.iso.datetime().nullable(),
    endsAt: z.iso.datetime().nullable(),
    /** 1 = Monday; empty: every day. */
    weekdays: z.array(z.int().min(1).max(7)).max(7),
    /** Minutes of the shop's day; to before from: over midnight. */
    fromMinute: minuteOfDay.max(1439).nullable(),
    toMinute: minuteOfDay.min(1).nullable(),
    maxUses: z.int().min(1).max(1_000_000_000).nullable(),
    /** Per customer, and per mailbox. */
    maxPerPerson: z.int().min(1).max(1_000_000).nullable(),
    /** The most it may give away, by currency; empty: no limit. */
    budgets: z.array(moneyView).max(20),
  })
  .refine(({ startsAt, endsAt }) => startsAt === null || endsAt === null || startsAt < endsAt, {
    error: "ends_before_it_starts",
    path: ["endsAt"],
  })
  .refine(({ budgets }) => amounts.or(z.tuple([])).safeParse(budgets).success, {
    error: "budgets",
    path: ["budgets"],
  })
  .refine(({ budgets }) => budgets.every(({ minor }) => minor !== "0"), {
    error: "nothing",
    path: ["budgets"],
  });

export const promotionView = z.object({
  id: idView("promotion"),
  names: textByLocaleView,
  state: z.enum(promotionStates),
  rule,
  lane: z.int(),
  priority: z.int(),
  combinable: z.boolean(),
  markets: z.array(z.string()),
  startsAt: z.iso.datetime().nullable(),
  endsAt: z.iso.datetime().nullable(),
  weekdays: z.array(z.int()),
  fromMinute: z.int().nullable(),
  toMinute: z.int().nullable(),
  maxUses: z.int().nullable(),
  maxPerPerson: z.int().nullable(),
  budgets: z.array(z.object({ limit: moneyView, spent: moneyView })),
  /** Orders that use it and were not cancelled, and what it gave them. */
  usage: z.object({ orders: z.int(), given: z.array(moneyView) }),
  codes: z.int(),
  version: z.int(),
  createdAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});
export type PromotionView = z.output<typeof promotionView>;

const params = z.object({ id: idSchema("promotion") });
const page = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
};

export const listPromotions = endpoint({
  id: "listPromotions",
  method: "GET",
  path: "/api/admin/promotions",
  summary: "Promotions, newest first",
  allow: "catalog:read",
  query: z
    .object({
      state: z.enum(promotionStates).optional(),
      after: idSchema("promotion").optional(),
      ...page,
    })
    .prefault({}),
  reply: z.object({ items: z.array(promotionView), next: z.string().nullable() }),
  errors: [badRequest],
});

export const getPromotion = endpoint({
  id: "getPromotion",
  method: "GET",
  path: "/api/admin/promotions/:id",
  summary: "A promotion with its rule, limits and what it gave so far",
  allow: "catalog:read",
  params,
  reply: promotionView,
  errors: [badRequest, notFound],
});

export const createPromotion = endpoint({
  id: "createPromotion",
  method: "POST",
  path: "/api/admin/promotions",
  summary: "Adds a promotion; it runs as soon as its time has come, unless it is paused",
  allow: "catalog:write",
  body: promotionSchema.safeExtend({ paused: z.boolean() }),
  reply: promotionView,
  errors: [badRequest],
  idempotent: true,
});

export const changePromotion = endpoint({
  id: "changePromotion",
  method: "PUT",
  path: "/api/admin/promotions/:id",
  summary: "Changes a promotion; orders placed before keep what they were given",
  allow: "catalog:write",
  params,
  body: promotionSchema.safeExtend({ version: z.int() }),
  reply: promotionView,
  errors: [badRequest, notFound, conflict, limitBelowUse],
});

export const pausePromotion = endpoint({
  id: "pausePromotion",
  method: "PUT",
  path: "/api/admin/promotions/:id/paused",
  summary: "Pauses a promotion, or lets it go on",
  allow: "catalog:write",
  params,
  body: z.object({ paused: z.boolean() }),
  reply: promotionView,
  errors: [badRequest, notFound],
});

export const duplicatePromotion = endpoint({
  id: "duplicatePromotion",
  method: "POST",
  path: "/api/admin/promotions/:id/copies",
  summary: "A paused copy without codes and uses, to be changed",
  allow: "catalog:write",
  params,
  reply: promotionView,
  errors: [badRequest, notFound],
  idempotent: true,
});

export const couponView = z.object({
  id: idView("coupon"),
  code: z.string(),
  /** Made in one go with others; null: on its own. */
  batchId: idView("coupon_batch").nullable(),
  maxUses: z.int().nullable(),
  uses: z.int(),
  blocked: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type CouponView = z.output<typeof couponView>;

export const listCoupons = endpoint({
  id: "listCoupons",
  method: "GET",
  path: "/api/admin/promotions/:id/coupons",
  summary: "A promotion's codes, newest first, with how often each was used",
  allow: "catalog:read",
  params,
  query: z
    .object({
      /** The beginning of a code. */
      search: z.string().max(40).default(""),
      after: idSchema("coupon").optional(),
      ...page,
    })
    .prefault({}),
  reply: z.object({ items: z.array(couponView), next: z.string().nullable() }),
  errors: [badRequest, notFound],
});

export const createCoupon = endpoint({
  id: "createCoupon",
  method: "POST",
  path: "/api/admin/promotions/:id/coupons",
  summary: "Adds one code",
  allow: "catalog:write",
  params,
  body: z.object({ code: couponCode, maxUses: z.int().min(1).max(1_000_000_000).nullable() }),
  reply: couponView,
  errors: [badRequest, notFound, codeTaken],
  idempotent: true,
});

export const blockCoupon = endpoint({
  id: "blockCoupon",
  method: "PUT",
  path: "/api/admin/coupons/:id/blocked",
  summary: "Blocks a code, or lets it be used again",
  allow: "catalog:write",
  params: z.object({ id: idSchema("coupon") }),
  body: z.object({ blocked: z.boolean() }),
  reply: couponView,
  errors: [badRequest, notFound],
});

export const batchView = z.object({
  id: idView("coupon_batch"),
  prefix: z.string(),
  wanted: z.int(),
  /** How many of them exist so far; the same as `wanted` when it is done. */
  made: z.int(),
  maxUses: z.int().nullable(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
});
export type BatchView = z.output<typeof batchView>;

export const listBatches = endpoint({
  id: "listBatches",
  method: "GET",
  path: "/api/admin/promotions/:id/coupon-batches",
  summary: "Codes made in one go, newest first, at most a hundred batches",
  allow: "catalog:read",
  params,
  reply: z.object({ items: z.array(batchView) }),
  errors: [badRequest, notFound],
});

export const createBatch = endpoint({
  id: "createBatch",
  method: "POST",
  path: "/api/admin/promotions/:id/coupon-batches",
  summary: "Makes many codes that nobody can guess; a job does it, see `made`",
  allow: "catalog:write",
  params,
  body: z.object({
    count: z.int().min(1).max(maxBatch),
    /** Stands before each code: "SPRING-". */
    prefix: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^([A-Z0-9][A-Z0-9-]{0,11})?$/),
    maxUses: z.int().min(1).max(1_000_000).nullable(),
  }),
  reply: batchView,
  errors: [badRequest, notFound],
  idempotent: true,
});

export const exportBatch = endpoint({
  id: "exportBatch",
  method: "GET",
  path: "/api/admin/coupon-batches/:id/codes",
  summary: "The codes of a batch as CSV, with how often each was used",
  allow: "catalog:read",
  params: z.object({ id: idSchema("coupon_batch") }),
  reply: fileReply,
  produces: "text/csv",
  errors: [badRequest, notFound],
});

/** Why a promotion does nothing for a basket; `unmet` names the kinds of conditions that do not hold. */
const notAppliedView = z.object({
  promotionId: idView("promotion"),
  name: z.string(),
  reason: z.enum(reasons),
  unmet: z.array(z.string()),
});

export const simulatePromotions = endpoint({
  id: "simulatePromotions",
  method: "POST",
  path: "/api/admin/promotions/simulation",
  summary:
    "What promotions would do for a made-up basket, and why the others do nothing; changes nothing",
  allow: "catalog:read",
  body: z.object({
    market: text(16),
    country: countrySchema.nullable(),
    at: z.iso.datetime().nullable(),
    signedIn: z.boolean(),
    firstOrder: z.boolean(),
    customerId: idSchema("customer").nullable(),
    groups: z.array(text(64)).max(20),
    codes: z.array(text(64)).max(5),
    lines: z
      .array(z.object({ variantId: idSchema("variant"), quantity: z.int().min(1).max(999) }))
      .min(1)
      .max(100),
    /** What the delivery costs; null: none is chosen. */
    delivery: moneyView.nullable(),
  }),
  reply: z.object({
    currency: z.string(),
    lines: z.array(
      z.object({
        variantId: idView("variant"),
        title: z.string(),
        options: z.string(),
        sku: z.string(),
        quantity: z.int(),
        /** Null: not for sale in this market, and left out. */
        total: moneyView.nullable(),
        discount: moneyView,
      }),
    ),
    goods: moneyView,
    discount: moneyView,
    deliveryDiscount: moneyView,
    applied: z.array(
      z.object({
        promotionId: idView("promotion"),
        name: z.string(),
        code: z.string().nullable(),
        amount: moneyView,
        lines: z.array(z.object({ variantId: idView("variant"), amount: moneyView })),
        gift: z.object({ title: z.string(), quantity: z.int() }).nullable(),
      }),
    ),
    notApplied: z.array(notAppliedView),
    /** Codes that do not exist. */
    unknownCodes: z.array(z.string()),
  }),
  errors: [badRequest, notFound],
});
