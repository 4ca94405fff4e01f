import type { Uuid } from "../../../kernel/ids.ts";
import type { BusinessDate } from "../../../kernel/time.ts";
import type { Reason } from "../shapes.ts";

/** A basket as the engine sees it. Amounts in minor units on the market's price basis, before tax. */
export interface Basket {
  readonly currency: string;
  readonly market: string;
  /** Where it goes; null: not said. */
  readonly country: string | null;
  readonly lines: readonly BasketLine[];
  /** What the chosen delivery costs; null: none chosen. */
  readonly deliveryMinor: bigint | null;
  readonly shopper: Shopper;
  /** Codes that were entered and exist. */
  readonly codes: readonly EnteredCode[];
  /** Goods that can be given away, with what one costs and how many the shelf has to spare. */
  readonly gifts: readonly GiftGoods[];
  readonly moment: Moment;
}

export interface BasketLine {
  /** The caller's name for the line, unique in the basket. */
  readonly ref: string;
  readonly variantId: Uuid;
  readonly productId: Uuid;
  readonly sku: string;
  /** Those it was put into; parents are known to the engine. */
  readonly categories: readonly Uuid[];
  /** Option code → value code. */
  readonly options: Readonly<Record<string, string>>;
  /** Typed attributes, by whoever knows them: name → values. */
  readonly facts: Readonly<Record<string, readonly string[]>>;
  readonly unitPriceMinor: bigint;
  readonly quantity: number;
  readonly weightGrams: number;
}

export interface Shopper {
  readonly customerId: Uuid | null;
  readonly signedIn: boolean;
  readonly firstOrder: boolean;
  readonly groups: readonly string[];
  /** How often this customer or mailbox has used each promotion. */
  readonly used: ReadonlyMap<Uuid, number>;
}

export interface EnteredCode {
  readonly couponId: Uuid;
  readonly promotionId: Uuid;
  readonly code: string;
  /** Blocked by the shop, or used as often as it may be. */
  readonly problem: "blocked" | "used_up" | null;
}

export interface GiftGoods {
  readonly variantId: Uuid;
  readonly unitPriceMinor: bigint;
  readonly available: number;
}

/** A moment in the shop's time zone. */
export interface Moment {
  readonly at: Date;
  readonly day: BusinessDate;
  /** 1 = Monday. */
  readonly weekday: number;
  /** Minutes since midnight. */
  readonly minute: number;
}

/** What a promotion gives one basket. */
export interface Applied {
  readonly promotionId: Uuid;
  /** The coupon without which it would not have applied. */
  readonly coupon: EnteredCode | null;
  /** By line ref; only what is more than nothing. */
  readonly lines: ReadonlyMap<string, bigint>;
  readonly deliveryMinor: bigint;
  readonly gift: Gift | null;
  /** All of it; a gift counts with its price. */
  readonly amountMinor: bigint;
}

export interface Gift {
  readonly variantId: Uuid;
  readonly quantity: number;
  readonly unitPriceMinor: bigint;
}

export interface NotApplied {
  readonly promotionId: Uuid;
  readonly reason: Reason;
  /** Kinds of the conditions that do not hold. */
  readonly unmet: readonly string[];
}

export interface Evaluation {
  /** Lane by lane. */
  readonly applied: readonly Applied[];
  readonly notApplied: readonly NotApplied[];
  /** By line ref: what all promotions together take off. */
  readonly lineDiscounts: ReadonlyMap<string, bigint>;
  readonly deliveryDiscount: bigint;
}
