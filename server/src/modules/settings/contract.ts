import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { badRequest, conflict, errorKind, notFound } from "../../kernel/errors.ts";
import {
  addressView,
  countrySchema,
  currencySchema,
  idSchema,
  idView,
  localeSchema,
  optionalText,
} from "../../kernel/wire.ts";
import { paymentMethods, settingViews, textByLocale, textByLocaleView } from "./shapes.ts";

export const codeTaken = errorKind("code_taken", 409, "Another one already has this code");
export const countryTaken = errorKind(
  "country_taken",
  409,
  "Another active market already sells to this country",
);
export const lastMarket = errorKind("last_market", 409, "A shop needs at least one active market");

const version = z.int().min(1);
const code = z.string().regex(/^[a-z][a-z0-9-]{1,15}$/);
const optionCode = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);

// ---- What the storefront shows of the shop ----

export const taxTreatments = [
  "eu-vat",
  "uk-vat",
  "swiss-vat",
  "norwegian-vat",
  "us-sales-tax",
  "none",
] as const;

export const marketView = z.object({
  code,
  names: textByLocaleView,
  currency: currencySchema,
  /** Empty: every country that no other market names. */
  countries: z.array(countrySchema),
  defaultCountry: countrySchema,
  /** Prices are shown with tax in them. */
  taxIncluded: z.boolean(),
  taxTreatment: z.enum(taxTreatments),
});
export type MarketView = z.output<typeof marketView>;

export const shopView = z.object({
  name: z.string(),
  legalName: z.string(),
  address: addressView,
  email: z.string(),
  phone: z.string(),
  vatId: z.string(),
  demo: z.boolean(),
  guestsWelcome: z.boolean(),
  baseLocale: localeSchema,
  locales: z.array(localeSchema),
  /** In the order in which they are offered; the first is the one a new visitor gets. */
  markets: z.array(marketView),
  /** Each currency some market sells in, once. */
  currencies: z.array(currencySchema),
  /** Codes of the enabled ways to pay; faces translate them. */
  paymentMethods: z.array(z.enum(paymentMethods)),
});
export type ShopView = z.output<typeof shopView>;

export const getShop = endpoint({
  id: "getShop",
  method: "GET",
  path: "/api/store/shop",
  summary: "The shop's name, contact, markets, languages and ways to pay",
  allow: "anyone",
  reply: shopView,
});

// ---- Settings by area ----

/** Version 0: nothing was saved yet and the built-in defaults apply. */
function settingView<V extends z.ZodType>(value: V) {
  return z.object({ version: z.int().min(0), value });
}

function areaEndpoint<Id extends string, V extends z.ZodType>(id: Id, area: string, value: V) {
  return endpoint({
    id,
    method: "PUT",
    path: `/api/admin/settings/${area}` as `/api/admin/${string}`,
    summary: `Changes the settings of the area ${area}`,
    allow: "settings:write",
    body: z.object({ version: z.int().min(0), value }),
    reply: settingView(value),
    errors: [badRequest, conflict],
  });
}

export const settingsView = z.object({
  shop: settingView(settingViews.shop),
  checkout: settingView(settingViews.checkout),
  "cash-on-delivery": settingView(settingViews["cash-on-delivery"]),
  "bank-transfer": settingView(settingViews["bank-transfer"]),
  "test-card": settingView(settingViews["test-card"]),
  credit: settingView(settingViews.credit),
  mail: settingView(settingViews.mail),
  tax: settingView(settingViews.tax),
});
export type SettingsView = z.output<typeof settingsView>;

export const getAllSettings = endpoint({
  id: "getAllSettings",
  method: "GET",
  path: "/api/admin/settings",
  summary: "Every area's settings with their versions",
  allow: "settings:read",
  reply: settingsView,
});

export const changeShop = areaEndpoint("changeShop", "shop", settingViews.shop);
export const changeCheckout = areaEndpoint("changeCheckout", "checkout", settingViews.checkout);
export const changeCashOnDelivery = areaEndpoint(
  "changeCashOnDelivery",
  "cash-on-delivery",
  settingViews["cash-on-delivery"],
);
export const changeBankTransfer = areaEndpoint(
  "changeBankTransfer",
  "bank-transfer",
  settingViews["bank-transfer"],
);
export const changeTestCard = areaEndpoint(
  "changeTestCard",
  "test-card",
  settingViews["test-card"],
);
export const changeCredit = areaEndpoint("changeCredit", "credit", settingViews.credit);
export const changeMail = areaEndpoint("changeMail", "mail", settingViews.mail);
export const changeTax = areaEndpoint("changeTax", "tax", settingViews.tax);

// ---- Markets ----

const countryList = z
  .array(countrySchema)
  .max(250)
  .refine((list) => new Set(list).size === list.length, { error: "A country is named twice" });

const marketFields = {
  names: textByLocale(60),
  currency: currencySchema,
  countries: countryList,
  defaultCountry: countrySchema,
  taxIncluded: z.boolean(),
  taxTreatment: z.enum(taxTreatments),
  position: z.int().min(0).max(10_000),
  active: z.boolean(),
};

const defaultIsSoldTo = (market: {
  countries: readonly string[];
  defaultCountry: string;
}): boolean => market.countries.length === 0 || market.countries.includes(market.defaultCountry);
const defaultProblem = { path: ["defaultCountry"], error: "not_in_countries" };

export const newMarketSchema = z
  .object({ code, ...marketFields })
  .refine(defaultIsSoldTo, defaultProblem);
export const changedMarketSchema = z
  .object({ version, ...marketFields })
  .refine(defaultIsSoldTo, defaultProblem);

export const marketAdminView = marketView.extend({
  position: z.int(),
  active: z.boolean(),
  version,
});
export type MarketAdminView = z.output<typeof marketAdminView>;

export const listAllMarkets = endpoint({
  id: "listAllMarkets",
  method: "GET",
  path: "/api/admin/markets",
  summary: "All markets, in their order, inactive ones too",
  allow: "settings:read",
  reply: z.array(marketAdminView),
});

export const createMarket = endpoint({
  id: "createMarket",
  method: "POST",
  path: "/api/admin/markets",
  summary: "Adds a market",
  allow: "settings:write",
  body: newMarketSchema,
  reply: marketAdminView,
  errors: [badRequest, codeTaken, countryTaken],
});

export const changeMarket = endpoint({
  id: "changeMarket",
  method: "PUT",
  path: "/api/admin/markets/:code",
  summary: "Changes a market; its code stays",
  allow: "settings:write",
  params: z.object({ code }),
  body: changedMarketSchema,
  reply: marketAdminView,
  errors: [badRequest, notFound, conflict, countryTaken, lastMarket],
});

// ---- Delivery options ----

export const deliveryKinds = ["shipping", "pickup"] as const;
/** Minor units of the option's currency, as text. */
const minorAmount = z.string().regex(/^(0|[1-9]\d{0,14})$/);
const grams = z.int().min(0).max(1_000_000_000);

const deliveryFields = {
  kind: z.enum(deliveryKinds),
  names: textByLocale(80),
  carrier: optionalText(60),
  /** Where a pickup waits: a stock location. */
  pickupLocation: idSchema("location").nullable(),
  /** Empty: everywhere the market sells. */
  countries: countryList,
  currency: currencySchema,
  minWeightGrams: grams,
  maxWeightGrams: grams.nullable(),
  minTotalMinor: minorAmount,
  maxTotalMinor: minorAmount.nullable(),
  priceMinor: minorAmount,
  /** From this total on it costs nothing. */
  freeFromMinor: minorAmount.nullable(),
  /** Working days until it arrives, at the earliest and at the latest. */
  minDays: z.int().min(0).max(365),
  maxDays: z.int().min(0).max(365),
  position: z.int().min(0).max(10_000),
  active: z.boolean(),
};

type Range = {
  minDays: number;
  maxDays: number;
  minWeightGrams: number;
  maxWeightGrams: number | null;
};
const rangesOrdered = (option: Range): boolean =>
  option.minDays <= option.maxDays &&
  (option.maxWeightGrams === null || option.minWeightGrams <= option.maxWeightGrams);
const rangeProblem = { path: ["maxDays"], error: "range_reversed" };

export const newDeliveryOptionSchema = z
  .object({ code: optionCode, ...deliveryFields })
  .refine(rangesOrdered, rangeProblem);
export const changedDeliveryOptionSchema = z
  .object({ version, ...deliveryFields })
  .refine(rangesOrdered, rangeProblem);

export const deliveryOptionView = z.object({
  ...deliveryFields,
  id: idView("delivery_option"),
  code: optionCode,
  names: textByLocaleView,
  carrier: z.string().optional(),
  pickupLocation: idView("location").nullable(),
  version,
});
export type DeliveryOptionView = z.output<typeof deliveryOptionView>;

export const listDeliveryOptions = endpoint({
  id: "listDeliveryOptions",
  method: "GET",
  path: "/api/admin/delivery-options",
  summary: "All delivery options, in their order",
  allow: "settings:read",
  reply: z.array(deliveryOptionView),
});

export const createDeliveryOption = endpoint({
  id: "createDeliveryOption",
  method: "POST",
  path: "/api/admin/delivery-options",
  summary: "Adds a delivery option",
  allow: "settings:write",
  body: newDeliveryOptionSchema,
  reply: deliveryOptionView,
  errors: [badRequest, codeTaken],
});

export const changeDeliveryOption = endpoint({
  id: "changeDeliveryOption",
  method: "PUT",
  path: "/api/admin/delivery-options/:id",
  summary: "Changes a delivery option; orders keep what they were sold",
  allow: "settings:write",
  params: z.object({ id: idSchema("delivery_option") }),
  body: changedDeliveryOptionSchema,
  reply: deliveryOptionView,
  errors: [badRequest, notFound, conflict],
});

export { paymentMethods, settingViews, textByLocale, textByLocaleView } from "./shapes.ts";
export type { PaymentMethod, SettingKind, SettingView, TextByLocale } from "./shapes.ts";
