import { present } from "../../kernel/assert.ts";
import { isCountry } from "../../kernel/country.ts";
import type { BusinessDate } from "../../kernel/time.ts";
import type { Context } from "../../platform/context.ts";
import { remember } from "../../platform/memory.ts";
import { listWarehouses } from "../inventory/index.ts";
import {
  type DeliveryChoice,
  deliveryChoices,
  enabledPaymentMethods,
  findMarket,
  getSettings,
  type Market,
  marketFor,
  shopToday,
} from "../settings/index.ts";
import type { Destination } from "../tax/index.ts";
import { type Cart, isForSale, needsDelivery, obtainable } from "./cart.ts";
import { coveredMinor, type Covering, coverTotal } from "./cover-total.ts";
import { type Discounts, discountsOf } from "./discounts.ts";
import { feeOf, type PaymentChoice, paymentChoices } from "./payment-choices.ts";
import { priceCart, type PricedItem, type Pricing } from "./price-cart.ts";
import { promisedBy } from "./promise.ts";
import { type CartTax, taxFacts } from "./tax-facts.ts";
import { type Requirement, requirementsOf } from "./requirements.ts";

/** A cart with all that follows from it today: prices, choices, and what is missing. */
export interface Appraisal {
  readonly cart: Cart;
  readonly market: Market;
  readonly today: BusinessDate;
  readonly lowStockAt: number;
  readonly pricing: Pricing;
  /** What gift cards and store credit pay of it. */
  readonly coverings: readonly Covering[];
  readonly discounts: Discounts;
  /** What is left to be paid by the chosen method; zero: no method is needed, and none has a fee. */
  readonly dueMinor: bigint;
  readonly tax: CartTax;
  readonly deliveryChoices: readonly DeliveryChoice[];
  /** The chosen one; null when none is, or when it is not to be had any more. */
  readonly delivery: DeliveryChoice | null;
  readonly paymentChoices: readonly PaymentChoice[];
  readonly requirements: readonly Requirement[];
}

/**
 * Works out what a cart comes to. The one place for it: what the shopper is shown and what is enforced
 * when the order is placed are the same values. Settings come from memory: no round trip but,
 * for a pickup, the warehouses' addresses once a second.
 */
export async function appraiseCart(ctx: Context, cart: Cart): Promise<Appraisal> {
  const market = present(await findMarket(ctx, cart.market), "the market of a cart");
  const today = await shopToday(ctx);
  const checkout = await getSettings(ctx, "checkout");
  const cash = await getSettings(ctx, "cash-on-delivery");
  const goods = pricedItems(cart);
  const choices = await choicesOf(ctx, cart, market, goods, today);
  const delivery = choices.find((choice) => choice.id === cart.deliveryOptionId) ?? null;
  const shop = await getSettings(ctx, "shop");
  const destination = await destinationOf(ctx, cart, delivery);
  const tax = await taxFacts(ctx, cart, today);
  const discounts = await discountsOf(ctx, cart, {
    country: destination?.country ?? null,
    deliveryMinor: delivery?.price.minor ?? null,
  });
  const items = reducedItems(goods, discounts);
  const price = (feeMinor: bigint) =>
    priceCart({
      market,
      destination,
      shipFrom: shop.address.country,
      on: today,
      ...tax.pricing,
      items,
      deliveryMinor: delivery?.price.minor ?? null,
      deliveryDiscountMinor: discounts.deliveryMinor,
      feeMinor,
    });
  // Gift cards buy no gift cards.
  const vouchers = items
    .filter(({ voucher }) => voucher)
    .reduce((sum, each) => sum + amountOf(each), 0n);
  const cover = ({ totalMinor }: Pricing) => coverTotal(cart, totalMinor - vouchers, today);
  const dueOf = (priced: Pricing) => priced.totalMinor - coveredMinor(cover(priced));
  const free = price(0n);
  const pricing = dueOf(free) === 0n ? free : price(feeOf(cart.paymentMethod, cash, cart.currency));
  const coverings = cover(pricing);
  const dueMinor = dueOf(pricing);
  const methods = await enabledPaymentMethods(ctx);
  const payments = paymentChoices(methods, cash, cart.currency, {
    totalWith: (fee) => dueOf(price(fee)),
    paidFirst: vouchers > 0n,
  });
  const country = cart.shippingAddress?.country ?? "";
  const requirements = requirementsOf(cart, {
    signedIn: ctx.principal.kind === "customer",
    guestsWelcome: checkout.guestsWelcome,
    delivery: deliveryState(cart, delivery),
    paymentChoices: payments,
    servedBy: isCountry(country) ? ((await marketFor(ctx, country))?.code ?? null) : null,
    tax: items.length === 0 ? null : pricing.tax,
    dueMinor,
    codes: discounts.codes,
  });
  return {
    cart,
    market,
    today,
    lowStockAt: checkout.lowStockAt,
    pricing,
    coverings,
    discounts,
    dueMinor,
    tax,
    deliveryChoices: choices,
    delivery,
    paymentChoices: payments,
    requirements,
  };
}

function pricedItems(cart: Cart): PricedItem[] {
  return cart.lines.filter(isForSale).map((line) => ({
    ref: line.id,
    taxCategory: line.taxCategory,
    voucher: line.productKind === "gift_card",
    unitPriceMinor: line.unitPriceMinor,
    quantity: line.quantity,
    discountMinor: 0n,
  }));
}

function amountOf({ unitPriceMinor, quantity }: PricedItem): bigint {
  return unitPriceMinor * BigInt(quantity);
}

function deliveryState(cart: Cart, delivery: DeliveryChoice | null) {
  if (!needsDelivery(cart)) return "email";
  return cart.deliveryOptionId === null ? null : (delivery?.kind ?? "not_available");
}

/** With what promotions take off, and with their gifts, which cost nothing. */
function reducedItems(goods: readonly PricedItem[], discounts: Discounts): PricedItem[] {
  const gifts = discounts.gifts.map(({ ref, goods: { taxCategory }, quantity }) => ({
    ref,
    taxCategory,
    unitPriceMinor: 0n,
    quantity,
    discountMinor: 0n,
  }));
  const reduced = goods.map((item) => ({
    ...item,
    discountMinor: discounts.lines.get(item.ref) ?? 0n,
  }));
  return [...reduced, ...gifts];
}

/**
 * The delivery options for what is in the cart, to its address or the market's default country. Goods
 * that are not on the shelf put off the last day; the first one, too, when nothing is on the shelf. What makes a
 * delivery free is the goods at list prices: no discount ever costs the shopper a free delivery.
 */
async function choicesOf(
  ctx: Context,
  cart: Cart,
  market: Market,
  items: readonly PricedItem[],
  today: BusinessDate,
): Promise<DeliveryChoice[]> {
  if (!needsDelivery(cart)) return [];
  const country = cart.shippingAddress?.country ?? "";
  const basket = {
    currency: cart.currency,
    country: isCountry(country) ? country : market.defaultCountry,
    weightGrams: cart.lines.reduce((sum, line) => sum + line.weightGrams * line.quantity, 0),
    totalMinor: items.reduce((sum, each) => sum + each.unitPriceMinor * BigInt(each.quantity), 0n),
  };
  const fromShelf = await deliveryChoices(ctx, basket);
  const promises = cart.lines
    .filter((line) => line.quantity <= obtainable(line))
    .map((line) => promisedBy(line, today));
  const last = promises.reduce((a, b) => ((b ?? "") > (a ?? "") ? b : a), null);
  if (last === null) return fromShelf;
  const thatDay = { ...ctx, now: new Date(`${last}T12:00:00Z`) };
  const later = await deliveryChoices(thatDay, basket);
  const allLate = promises.every((promise) => promise !== null);
  return fromShelf.map((choice, index) => {
    const put = later[index] ?? choice;
    return { ...choice, earliest: allLate ? put.earliest : choice.earliest, latest: put.latest };
  });
}

/** Where the goods end up, whose tax applies: the warehouse's place for a pickup. Null: not said yet. */
async function destinationOf(
  ctx: Context,
  cart: Cart,
  delivery: DeliveryChoice | null,
): Promise<Destination | null> {
  if (delivery?.kind === "pickup") {
    const warehouses = await remember(ctx, "cart.warehouses", 1000, () => listWarehouses(ctx));
    const place = warehouses.find(({ id }) => id === delivery.pickupLocation)?.address;
    if (place) return place;
    const { address } = await getSettings(ctx, "shop");
    return address;
  }
  const { country = "", region, postcode } = cart.shippingAddress ?? {};
  if (!isCountry(country)) return null;
  return { country, region: region?.toUpperCase() || undefined, postcode };
}
