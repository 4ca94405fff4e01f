import { present } from "../../kernel/assert.ts";
import { businessDate, type BusinessDate } from "../../kernel/time.ts";
import type { Context } from "../../platform/context.ts";
import { type Basket, choicesFor, type DeliveryChoice } from "./delivery.ts";
import { chosenMarket, type Market, marketSellingTo } from "./market.ts";
import type { PaymentMethod, Setting, SettingKind } from "./shapes.ts";
import { paymentMethods } from "./shapes.ts";
import { settingsSnapshot } from "./snapshot.ts";

/** One area's settings, at most a second old; the built-in defaults where nothing was saved. */
export async function getSettings<K extends SettingKind>(
  ctx: Context,
  kind: K,
): Promise<Setting<K>> {
  return (await settingsSnapshot(ctx)).values[kind];
}

/** The active markets in the order in which they are offered. */
export async function listMarkets(ctx: Context): Promise<readonly Market[]> {
  return (await settingsSnapshot(ctx)).markets.filter((market) => market.active);
}

/** The market the shopper chose, when it is open; else the first one. */
export async function getMarket(ctx: Context): Promise<Market> {
  const { markets } = await settingsSnapshot(ctx);
  return present(chosenMarket(markets, ctx.marketCode), "an active market");
}

/** The market with this code, active or not: what an order or a cart was made in. */
export async function findMarket(ctx: Context, code: string): Promise<Market | null> {
  return (await settingsSnapshot(ctx)).markets.find((market) => market.code === code) ?? null;
}

/** The market that sells to a country; null where the shop does not sell. */
export async function marketFor(ctx: Context, country: string): Promise<Market | null> {
  return marketSellingTo((await settingsSnapshot(ctx)).markets, country);
}

/** The delivery options that fit a basket, with prices and dates, in the merchant's order. */
export async function deliveryChoices(ctx: Context, basket: Basket): Promise<DeliveryChoice[]> {
  const { deliveryOptions, values } = await settingsSnapshot(ctx);
  return choicesFor(deliveryOptions, basket, businessDate(ctx.now, values.shop.timeZone));
}

/** Today in the shop's time zone. */
export async function shopToday(ctx: Context): Promise<BusinessDate> {
  return businessDate(ctx.now, (await settingsSnapshot(ctx)).values.shop.timeZone);
}

/** The enabled ways to pay, in the order in which they are offered. */
export async function enabledPaymentMethods(ctx: Context): Promise<PaymentMethod[]> {
  const { values } = await settingsSnapshot(ctx);
  return paymentMethods.filter((method) => values[method].enabled);
}
