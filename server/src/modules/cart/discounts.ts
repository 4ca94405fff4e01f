import type { Context } from "../../platform/context.ts";
import type { TextByLocale } from "../settings/index.ts";
import {
  type Applied,
  type Basket,
  evaluatePromotions,
  momentOf,
  type PromotionsSnapshot,
  promotionsSnapshot,
  type Reason,
} from "../promotions/index.ts";
import { type Cart, type CartLine, type GiftGoods, isForSale } from "./cart.ts";

/** What promotions do for a cart. Amounts in minor units on the market's basis, before tax. */
export interface Discounts {
  readonly applied: readonly AppliedDiscount[];
  /** By line id. */
  readonly lines: ReadonlyMap<string, bigint>;
  readonly deliveryMinor: bigint;
  /** What each delivery that is offered would be reduced by, by its price. */
  readonly ofDelivery: (priceMinor: bigint) => bigint;
  readonly gifts: readonly GiftLine[];
  readonly codes: readonly CodeState[];
}

export interface AppliedDiscount extends Applied {
  readonly names: TextByLocale;
  /** The version of the promotion: redeeming compares it. */
  readonly version: number;
}

/** Goods that come free, as a line of their own. */
export interface GiftLine {
  readonly ref: string;
  readonly promotionId: string;
  readonly goods: GiftGoods;
  readonly quantity: number;
}

/** A code in the cart; `reason` says why it does nothing, `unmet` which conditions do not hold. */
export interface CodeState {
  readonly code: string;
  readonly reason: Reason | "unknown" | null;
  readonly unmet: readonly string[];
}

/** Works out what promotions do for a cart. From memory: no round trip. */
export async function discountsOf(
  ctx: Context,
  cart: Cart,
  where: { readonly country: string | null; readonly deliveryMinor: bigint | null },
): Promise<Discounts> {
  const snapshot = await promotionsSnapshot(ctx);
  const basket: Basket = {
    ...where,
    currency: cart.currency,
    market: cart.market,
    // Money is not sold at a discount.
    lines: cart.lines
      .filter(isForSale)
      .filter(({ productKind }) => productKind === "physical")
      .map(basketLine),
    shopper: {
      customerId: cart.history.customerId,
      signedIn: ctx.principal.kind === "customer",
      firstOrder: cart.history.firstOrder,
      groups: [],
      used: cart.history.used,
    },
    codes: cart.knownCodes.filter(({ promotionId }) => snapshot.byId.has(promotionId)),
    gifts: cart.giftGoods.map((goods) => ({
      ...goods,
      // What is bought of the same goods is not there to be given away.
      available: goods.available - unitsOf(cart, goods.variantId),
    })),
    moment: await momentOf(ctx, ctx.now),
  };
  const { applied, notApplied, lineDiscounts, deliveryDiscount } = evaluatePromotions(
    snapshot.set,
    basket,
  );
  return {
    applied: applied.flatMap((each) => {
      const stored = snapshot.byId.get(each.promotionId);
      return stored ? [{ ...each, names: stored.names, version: stored.version }] : [];
    }),
    lines: lineDiscounts,
    deliveryMinor: deliveryDiscount,
    ofDelivery: (priceMinor) => reductionOf(snapshot, { ...basket, deliveryMinor: priceMinor }),
    gifts: applied.flatMap((each) => giftLine(each, cart)),
    codes: cart.codes.map((code) => {
      const known = cart.knownCodes.find((each) => each.key === code);
      if (known === undefined) return { code, reason: "unknown", unmet: [] };
      const not = notApplied.find(({ promotionId }) => promotionId === known.promotionId);
      const gone = snapshot.byId.has(known.promotionId) ? null : ("ended" as const);
      return { code: known.code, reason: not?.reason ?? gone, unmet: not?.unmet ?? [] };
    }),
  };
}

function reductionOf({ set }: PromotionsSnapshot, basket: Basket): bigint {
  return set.changesDelivery ? evaluatePromotions(set, basket).deliveryDiscount : 0n;
}

function basketLine(line: CartLine & { readonly unitPriceMinor: bigint }) {
  const { id, variantId, productId, sku, categories, unitPriceMinor, quantity, weightGrams } = line;
  const goods = { variantId, productId, sku, categories, unitPriceMinor, quantity, weightGrams };
  return { ref: id, ...goods, options: line.optionValues, facts: {} };
}

function unitsOf(cart: Cart, variantId: string): number {
  return cart.lines.find((line) => line.variantId === variantId)?.quantity ?? 0;
}

function giftLine({ gift, promotionId }: Applied, cart: Cart): GiftLine[] {
  const goods = cart.giftGoods.find(({ variantId }) => variantId === gift?.variantId);
  if (gift === null || goods === undefined) return [];
  return [{ ref: `gift:${promotionId}`, promotionId, goods, quantity: gift.quantity }];
}
