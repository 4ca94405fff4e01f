import { locales } from "../../kernel/locale.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import type {
  DeliveryOptionView,
  MarketAdminView,
  MarketView,
  SettingsView,
  ShopView,
} from "./contract.ts";
import type { DeliveryOption } from "./delivery.ts";
import type { Market } from "./market.ts";
import { paymentMethods } from "./shapes.ts";
import { loadSnapshot, settingsSnapshot } from "./snapshot.ts";

/** What every page of the storefront needs to know of the shop. */
export async function shopViewOf(ctx: Context): Promise<ShopView> {
  const { values, stored, markets } = await settingsSnapshot(ctx);
  const { name, legalName, email, phone, vatId, demo, baseLocale } = values.shop;
  const active = markets.filter((market) => market.active);
  return {
    name,
    legalName,
    address: stored.shop.value.address,
    email,
    phone,
    vatId,
    demo,
    guestsWelcome: values.checkout.guestsWelcome,
    baseLocale,
    locales: [baseLocale, ...locales.filter((locale) => locale !== baseLocale)],
    markets: active.map(marketViewOf),
    currencies: [...new Set(active.map((market) => market.currency))],
    paymentMethods: paymentMethods.filter((method) => values[method].enabled),
  };
}

export function marketViewOf(market: Market): MarketView {
  const { code, names, currency, countries, defaultCountry, taxIncluded, taxTreatment } = market;
  return {
    code,
    names,
    currency,
    countries: [...countries],
    defaultCountry,
    taxIncluded,
    taxTreatment,
  };
}

export function marketAdminViewOf(market: Market): MarketAdminView {
  const { position, active, version } = market;
  return { ...marketViewOf(market), position, active, version };
}

export function deliveryOptionViewOf(option: DeliveryOption): DeliveryOptionView {
  const {
    carrier,
    pickupLocation,
    countries,
    minTotalMinor,
    maxTotalMinor,
    priceMinor,
    freeFromMinor,
  } = option;
  return {
    ...option,
    id: typeId("delivery_option", option.id),
    carrier: carrier ?? undefined,
    pickupLocation: pickupLocation === null ? null : typeId("location", pickupLocation),
    countries: [...countries],
    minTotalMinor: String(minTotalMinor),
    maxTotalMinor: maxTotalMinor === null ? null : String(maxTotalMinor),
    priceMinor: String(priceMinor),
    freeFromMinor: freeFromMinor === null ? null : String(freeFromMinor),
  };
}

// Whoever edits sees what is stored now, not what was a second ago.

export async function allSettings(ctx: Context): Promise<SettingsView> {
  return (await loadSnapshot(ctx)).stored;
}

export async function allMarkets(ctx: Context): Promise<MarketAdminView[]> {
  return (await loadSnapshot(ctx)).markets.map(marketAdminViewOf);
}

export async function allDeliveryOptions(ctx: Context): Promise<DeliveryOptionView[]> {
  return (await loadSnapshot(ctx)).deliveryOptions.map(deliveryOptionViewOf);
}
