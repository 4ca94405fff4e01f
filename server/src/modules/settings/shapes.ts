import { z } from "zod";
import type { Money } from "../../kernel/money.ts";
import { goodsKinds, rateClasses } from "../../kernel/tax-category.ts";
import {
  addressSchema,
  addressView,
  countrySchema,
  emailSchema,
  localeSchema,
  longText,
  moneySchema,
  moneyView,
  optionalText,
  text,
} from "../../kernel/wire.ts";

/** A short text in the program's languages; English is the one shown when another is missing. */
export function textByLocale(max: number) {
  return z.object({ en: text(max), de: optionalText(max) });
}
export const textByLocaleView = z.object({ en: z.string(), de: z.string().optional() });
export type TextByLocale = z.output<typeof textByLocaleView>;

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/** ISO 13616: letters as numbers, the first four characters last, remainder 1 of a division by 97. */
export function isIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  const turned = iban.slice(4) + iban.slice(0, 4);
  const digits = turned.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}

const compact = z.string().transform((value) => value.replace(/\s/g, "").toUpperCase());

function shop<A extends z.ZodType>(address: A) {
  return z.object({
    /** The name over the door. */
    name: text(80),
    /** The name on invoices. */
    legalName: text(120),
    address,
    email: emailSchema,
    phone: z.string().trim().max(32),
    /** Empty while the shop has none. */
    vatId: z.string().trim().max(20),
    /** The books are kept in it; fixed while this program knows one ledger currency. */
    baseCurrency: z.literal("EUR"),
    baseLocale: localeSchema,
    /** IANA name; business dates are days of this zone. */
    timeZone: z.string().max(60).refine(isTimeZone, { error: "Unknown time zone" }),
    /** 1 = January. */
    fiscalYearStartMonth: z.int().min(1).max(12),
    invoiceSeriesPrefix: z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,9}$/),
    /** True when the shop's goods are invented: said on its pages. */
    demo: z.boolean(),
  });
}

const checkout = z.object({
  /** How long goods are held while a shopper pays. */
  holdMinutes: z.int().min(5).max(240),
  /** Longest time that goods are held in all, however often the shopper tries to pay. */
  longestHoldMinutes: z.int().min(5).max(2880),
  /** Tries to order in an hour from one network address; 0: any number. */
  ordersPerAddress: z.int().min(0).max(1_000_000),
  /** Orders in an hour of one customer, by account or mail address; 0: any number. */
  ordersPerCustomer: z.int().min(0).max(1_000_000),
  /** Orders of one customer that may be unpaid at a time; 0: any number. */
  unpaidPerCustomer: z.int().min(0).max(1_000_000),
  /** Accounts are offered, never demanded, unless this is off. */
  guestsWelcome: z.boolean(),
  /** How often a stock count at or below it is said on the product page ("only 3 left"). */
  lowStockAt: z.int().min(0).max(1000),
});

const oncePerCurrency = (amounts: readonly { currency: string }[]): boolean =>
  new Set(amounts.map(({ currency }) => currency)).size === amounts.length;

type WireMoney = typeof moneyView | typeof moneySchema;

function amountPerCurrency<M extends WireMoney>(money: M) {
  return z
    .array(money)
    .max(40)
    .refine((list) => oncePerCurrency(list as readonly { currency: string }[]), {
      error: "A currency is named twice",
    })
    .refine(
      (list) =>
        (list as readonly { minor: string | bigint }[]).every((each) => BigInt(each.minor) >= 0n),
      {
        error: "An amount is below zero",
      },
    );
}

function cashOnDelivery<M extends WireMoney>(money: M) {
  return z.object({
    enabled: z.boolean(),
    /** Added to the order; a currency that is missing has no fee. */
    fees: amountPerCurrency(money),
    /** Highest order total it is offered for; a currency that is missing is not offered it. */
    limits: amountPerCurrency(money),
  });
}

const bankTransfer = z
  .object({
    enabled: z.boolean(),
    accountHolder: z.string().trim().max(100),
    iban: compact.pipe(
      z.string().refine((iban) => iban === "" || isIban(iban), { error: "invalid_iban" }),
    ),
    bic: compact.pipe(z.string().regex(/^$|^[A-Z0-9]{8}([A-Z0-9]{3})?$/)),
    bank: z.string().trim().max(100),
    /** Unpaid orders are cancelled after so many days. */
    daysToPay: z.int().min(1).max(60),
  })
  .refine((value) => !value.enabled || (value.iban !== "" && value.accountHolder !== ""), {
    path: ["iban"],
    error: "account_needed",
  });

const testCard = z.object({
  enabled: z.boolean(),
  captureMoment: z.enum(["at_order", "at_shipping"]),
});

const credit = z.object({
  /** Days that a gift card can be used; null: for good. What the law allows differs by country. */
  giftCardDays: z.int().min(1).max(36_500).nullable(),
});

const mail = z.object({
  /** Name that mails come from; empty: the shop's. */
  senderName: z.string().trim().max(80),
  /** Last lines of every mail. */
  signature: longText(500),
});

const registration = z.object({
  country: countrySchema,
  /** The number that this country's tax office gave; printed on invoices of sales taxed there. */
  number: z.string().trim().max(30),
});

const classRule = z.object({
  category: z.enum(goodsKinds),
  /** "DE", "GB", "US-NJ": where it holds. */
  place: z.string().regex(/^[A-Z]{2}(-[A-Z]{2})?$/),
  rateClass: z.enum(rateClasses),
});

const tax = z.object({
  /** Registered in the One-Stop-Shop; false: below the threshold, its own country's tax is charged. */
  oss: z.boolean(),
  /** Countries with a registration of their own, besides the shop's. */
  registrations: z
    .array(registration)
    .max(60)
    .refine((list) => new Set(list.map(({ country }) => country)).size === list.length, {
      error: "A country is named twice",
    }),
  /** Goods that a place taxes otherwise than the built-in tables say. */
  classes: z
    .array(classRule)
    .max(500)
    .refine(
      (list) =>
        new Set(list.map(({ category, place }) => `${category} ${place}`)).size === list.length,
      { error: "Goods are named twice for one place" },
    ),
  /** So many days a VAT id that was found valid need not be asked about again. */
  vatIdDays: z.int().min(1).max(365),
  /** Codes of the markets whose tax the tax service calculates instead of the built-in tables. */
  serviceMarkets: z.array(z.string().regex(/^[a-z][a-z0-9-]{1,15}$/)).max(50),
});

/** What each area's stored value and its editor look like: money and addresses as on the wire. */
export const settingViews = {
  shop: shop(addressView),
  checkout,
  "cash-on-delivery": cashOnDelivery(moneyView),
  "bank-transfer": bankTransfer,
  "test-card": testCard,
  credit,
  mail,
  tax,
} as const;

/** The same areas as the program reads them: money as Money, addresses tidied. */
export const settingSchemas = {
  shop: shop(addressSchema),
  checkout,
  "cash-on-delivery": cashOnDelivery(moneySchema),
  "bank-transfer": bankTransfer,
  "test-card": testCard,
  credit,
  mail,
  tax,
} as const;

export type SettingKind = keyof typeof settingViews;
export type SettingView<K extends SettingKind> = z.output<(typeof settingViews)[K]>;
export type Setting<K extends SettingKind> = z.output<(typeof settingSchemas)[K]>;

export const paymentMethods = ["test-card", "cash-on-delivery", "bank-transfer"] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** The amount set for a currency, or null where the list says nothing about it. */
export function amountIn(amounts: readonly Money[], currency: string): Money | null {
  return amounts.find((each) => each.currency === currency) ?? null;
}
