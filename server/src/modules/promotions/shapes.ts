import { z } from "zod";
import { countrySchema, idView, moneyView, text } from "../../kernel/wire.ts";

/**
 * What a promotion asks and gives, as it is kept and sent. Everything is in the form of the wire
 * (TypeIDs, amounts as text), so that one shape serves database, API and editor; `engine/compile.ts`
 * makes the program's own values of it.
 */

const few = 500;

/** A way to name goods. `fact` names a typed attribute of the goods, as other rooms supply them. */
export const criterion = z.discriminatedUnion("by", [
  z.object({ by: z.literal("product"), ids: z.array(idView("product")).min(1).max(few) }),
  z.object({ by: z.literal("variant"), ids: z.array(idView("variant")).min(1).max(few) }),
  /** Goods below it count, too. */
  z.object({ by: z.literal("category"), ids: z.array(idView("category")).min(1).max(few) }),
  z.object({ by: z.literal("sku"), skus: z.array(text(64)).min(1).max(few) }),
  z.object({ by: z.literal("option"), option: text(64), values: z.array(text(64)).min(1).max(50) }),
  z.object({ by: z.literal("fact"), fact: text(64), values: z.array(text(200)).min(1).max(50) }),
]);
export type Criterion = z.output<typeof criterion>;

/** Goods that match one of `only` (empty: all goods) and none of `not`. */
export const selection = z.object({
  only: z.array(criterion).max(20).default([]),
  not: z.array(criterion).max(20).default([]),
});
export type Selection = z.output<typeof selection>;

const positiveMoney = moneyView.refine(({ minor }) => BigInt(minor) >= 0n, { error: "negative" });
/** One amount for each currency the promotion is for. */
export const amounts = z
  .array(positiveMoney)
  .min(1)
  .max(20)
  .refine((list) => new Set(list.map(({ currency }) => currency)).size === list.length, {
    error: "currency_twice",
  });

const weekday = z.int().min(1).max(7);
const day = z.iso.date();

const leaves = [
  /** What the goods of a selection cost at list prices. */
  z.object({ kind: z.literal("total"), of: selection, atLeast: amounts }),
  z.object({ kind: z.literal("quantity"), of: selection, atLeast: z.int().min(1).max(100_000) }),
  z.object({ kind: z.literal("weight"), of: selection, atLeastGrams: z.int().min(1) }),
  z.object({ kind: z.literal("coupon") }),
  z.object({ kind: z.literal("signed_in") }),
  /** Neither this customer nor this mailbox has ordered before. */
  z.object({ kind: z.literal("first_order") }),
  z.object({ kind: z.literal("customer"), ids: z.array(idView("customer")).min(1).max(few) }),
  z.object({ kind: z.literal("group"), codes: z.array(text(64)).min(1).max(50) }),
  z.object({ kind: z.literal("market"), codes: z.array(text(16)).min(1).max(50) }),
  z.object({ kind: z.literal("country"), codes: z.array(countrySchema).min(1).max(300) }),
  /** Days of the shop's time zone, both included. */
  z.object({ kind: z.literal("date"), from: day.optional(), to: day.optional() }),
  z.object({ kind: z.literal("weekday"), days: z.array(weekday).min(1).max(7) }),
] as const;

function group<T extends z.ZodType>(part: T) {
  return z.object({
    kind: z.enum(["all", "any", "none"]),
    of: z.array(part).max(20),
  });
}

// Three levels deep, written out: an API document has no place for a shape that contains itself.
const leaf = z.discriminatedUnion("kind", leaves);
const inner = z.union([leaf, group(leaf)]);
const middle = z.union([leaf, group(inner)]);
/** all: every part holds; any: one does; none: no part does. An empty `all` always holds. */
export const condition = group(middle);

export type Leaf = z.output<typeof leaf>;
export type Condition = Leaf | Group;
export interface Group {
  readonly kind: "all" | "any" | "none";
  readonly of: readonly Condition[];
}

/** Up to two decimals: "10", "12.5". */
const percent = z
  .string()
  .regex(/^(100|[1-9]?\d(\.\d{1,2})?)$/)
  .refine((value) => Number(value) > 0, { error: "nothing" });
const pieces = z.int().min(1).max(999);
/** How often it may happen in one basket; null: as often as it fits. */
const repeat = pieces.nullable();

export const action = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("percent_off"), on: selection, percent }),
  /** `each`: off every unit; otherwise once, off all of them together. */
  z.object({ kind: z.literal("amount_off"), on: selection, amounts, each: z.boolean() }),
  /** So many units of the selection, the dearest first, for one price. */
  z.object({ kind: z.literal("set_price"), on: selection, quantity: pieces, amounts, repeat }),
  /** Who buys so many gets so many more for less, the cheapest first. */
  z.object({
    kind: z.literal("buy_get"),
    buy: selection,
    buyQuantity: pieces,
    get: selection,
    getQuantity: pieces,
    percent,
    repeat,
  }),
  z.object({ kind: z.literal("gift"), variantId: idView("variant"), quantity: pieces }),
  z.object({ kind: z.literal("delivery_percent"), percent }),
  z.object({ kind: z.literal("delivery_price"), amounts }),
]);
export type Action = z.output<typeof action>;

export const rule = z.object({ condition, action });
export type Rule = z.output<typeof rule>;

/** What stands in the way of a promotion. */
export const reasons = [
  "paused",
  "not_started",
  "ended",
  "other_market",
  "other_time",
  "code_missing",
  "code_blocked",
  "code_used_up",
  "condition_not_met",
  "uses_exhausted",
  "person_exhausted",
  "budget_exhausted",
  "no_matching_goods",
  "no_amount_in_currency",
  "gift_not_available",
  "no_delivery",
  /** There are not units enough for a set, or none that it would make cheaper. */
  "no_set",
  "nothing_left",
  "better_offer",
] as const;
export type Reason = (typeof reasons)[number];
