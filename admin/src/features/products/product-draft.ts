import type {
  AdminProductView,
  changeProduct,
  productStatuses,
  stockPolicies,
  taxCategories,
} from "@shopwright/server/contracts/catalog";
import type { Currency } from "@shopwright/server/kernel/currency";
import type { CallInput } from "@shopwright/server/kernel/endpoint";
import { locales } from "@shopwright/server/kernel/locale";
import type { Locale } from "@shopwright/server/kernel/locale";
import type { MoneyView } from "@shopwright/server/kernel/money";
import { same } from "./three-way-merge.ts";

export type ProductStatus = (typeof productStatuses)[number];
export type StockPolicy = (typeof stockPolicies)[number];
export type TaxCategory = (typeof taxCategories)[number];
export type ByLocale = Readonly<Record<Locale, string>>;

export const textFields = [
  "title",
  "subtitle",
  "description",
  "care",
  "seoTitle",
  "seoDescription",
] as const;
export type TextField = (typeof textFields)[number];
export type TextDraft = Readonly<Record<TextField, string>>;

export interface ValueDraft {
  readonly code: string;
  readonly labels: ByLocale;
  readonly swatch: string | null;
}
export interface OptionDraft {
  readonly code: string;
  readonly names: ByLocale;
  readonly values: readonly ValueDraft[];
}
export interface PriceDraft {
  readonly amount: MoneyView | null;
  readonly compareAt: MoneyView | null;
}
/** Values by the code of their attribute, as the shop gives and takes them. */
export type AttributesDraft = AdminProductView["attributes"];

export interface VariantDraft {
  /** The id of a variant that exists, a made-up name of a new one. */
  readonly key: string;
  readonly id: string | null;
  readonly sku: string;
  readonly barcode: string;
  readonly options: Readonly<Record<string, string>>;
  readonly weightGrams: string;
  readonly widthMm: string;
  readonly depthMm: string;
  readonly heightMm: string;
  readonly stockPolicy: StockPolicy;
  readonly backorderCap: string;
  readonly backorderDays: string;
  readonly active: boolean;
  readonly prices: Readonly<Partial<Record<Currency, PriceDraft>>>;
  readonly attributes: AttributesDraft;
}

/** A product as it is edited: numbers as typed, texts in every language, variants by key. */
export interface ProductDraft {
  readonly handle: string;
  readonly kind: ProductBody["kind"];
  readonly taxCategory: TaxCategory;
  readonly featured: boolean;
  readonly typeId: string | null;
  readonly attributes: AttributesDraft;
  readonly texts: Readonly<Record<Locale, TextDraft>>;
  readonly options: readonly OptionDraft[];
  readonly variants: Readonly<Record<string, VariantDraft>>;
  readonly categoryIds: readonly string[];
  readonly related: readonly RelatedDraft[];
  readonly pictures: readonly PictureDraft[];
}

export interface RelatedDraft {
  readonly id: string;
  readonly title: string;
  readonly pictureKey: string | null;
}
/** A picture in its place, with what it shows; the file itself never changes. */
export interface PictureDraft {
  readonly id: string;
  readonly optionCode: string | null;
  readonly valueCode: string | null;
  readonly alt: ByLocale;
}

const noText: TextDraft = {
  title: "",
  subtitle: "",
  description: "",
  care: "",
  seoTitle: "",
  seoDescription: "",
};

const byLocale = (find: (locale: Locale) => string): ByLocale => ({
  en: find("en"),
  de: find("de"),
});
const numberText = (value: number | null): string => (value === null ? "" : String(value));

export function newVariant(key: string, options: Readonly<Record<string, string>>): VariantDraft {
  return {
    key,
    id: null,
    sku: "",
    barcode: "",
    options,
    weightGrams: "0",
    widthMm: "",
    depthMm: "",
    heightMm: "",
    stockPolicy: "refuse",
    backorderCap: "0",
    backorderDays: "0",
    active: true,
    prices: {},
    attributes: {},
  };
}

export function emptyDraft(): ProductDraft {
  return {
    handle: "",
    kind: "physical",
    taxCategory: "standard",
    featured: false,
    typeId: null,
    attributes: {},
    texts: { en: noText, de: noText },
    options: [],
    variants: { new1: newVariant("new1", {}) },
    categoryIds: [],
    related: [],
    pictures: [],
  };
}

export function draftOf(product: AdminProductView): ProductDraft {
  return {
    handle: product.handle,
    kind: product.kind,
    taxCategory: product.taxCategory as TaxCategory,
    featured: product.featured,
    typeId: product.typeId,
    attributes: product.attributes,
    texts: { en: { ...noText, ...product.texts.en }, de: { ...noText, ...product.texts.de } },
    options: product.options.map((option) => ({
      code: option.code,
      names: byLocale((locale) => option.names[locale] ?? ""),
      values: option.values.map((value) => ({
        code: value.code,
        labels: byLocale((locale) => value.labels[locale] ?? ""),
        swatch: value.swatch,
      })),
    })),
    variants: Object.fromEntries(product.variants.map((each) => [each.id, variantOf(each)])),
    categoryIds: product.categoryIds,
    related: product.related.map(({ id, title, picture }) => ({
      id,
      title,
      pictureKey: picture?.key ?? null,
    })),
    pictures: product.pictures.map(({ id, optionCode, valueCode, alt }) => ({
      id,
      optionCode,
      valueCode,
      alt: byLocale((locale) => alt[locale] ?? ""),
    })),
  };
}

function variantOf(variant: AdminProductView["variants"][number]): VariantDraft {
  return {
    key: variant.id,
    id: variant.id,
    sku: variant.sku,
    barcode: variant.barcode ?? "",
    options: variant.options,
    weightGrams: String(variant.weightGrams),
    widthMm: numberText(variant.widthMm),
    depthMm: numberText(variant.depthMm),
    heightMm: numberText(variant.heightMm),
    stockPolicy: variant.stockPolicy,
    backorderCap: String(variant.backorderCap),
    backorderDays: String(variant.backorderDays),
    active: variant.active,
    prices: Object.fromEntries(
      variant.prices.map(({ amount, compareAt }) => [amount.currency, { amount, compareAt }]),
    ),
    attributes: variant.attributes,
  };
}

type ProductBody = Omit<CallInput<typeof changeProduct>["body"], "version">;
type VariantBody = ProductBody["variants"][number];

/** What the shop is told. Of `saved` variants only prices that differ are sent; others stay. */
export function bodyOf(draft: ProductDraft, saved: ProductDraft | null): ProductBody {
  const spoken = locales.filter((locale) => textFields.some((field) => draft.texts[locale][field]));
  return {
    ...(draft.handle.trim() === "" ? {} : { handle: draft.handle.trim() }),
    kind: draft.kind,
    taxCategory: draft.taxCategory,
    featured: draft.featured,
    typeId: draft.typeId,
    attributes: draft.attributes,
    texts: Object.fromEntries(spoken.map((locale) => [locale, draft.texts[locale]])),
    options: draft.options.map((option) => ({
      code: option.code,
      names: filled(option.names),
      values: option.values.map((value) => ({ ...value, labels: filled(value.labels) })),
    })),
    variants: variantsOf(draft).map((variant) =>
      variantBody(variant, saved?.variants[variant.key] ?? null, draft.options),
    ),
    categoryIds: [...draft.categoryIds],
    relatedIds: draft.related.map(({ id }) => id),
  };
}

function variantBody(
  variant: VariantDraft,
  saved: VariantDraft | null,
  options: readonly OptionDraft[],
): VariantBody {
  const codes = options.map(({ code }) => code);
  const prices = Object.entries(variant.prices) as [Currency, PriceDraft][];
  return {
    ...(variant.id === null ? {} : { id: variant.id }),
    sku: variant.sku,
    barcode: variant.barcode.trim() === "" ? null : variant.barcode,
    options: Object.fromEntries(
      Object.entries(variant.options).filter(([code]) => codes.includes(code)),
    ),
    weightGrams: wholeNumber(variant.weightGrams) ?? 0,
    widthMm: wholeNumber(variant.widthMm),
    depthMm: wholeNumber(variant.depthMm),
    heightMm: wholeNumber(variant.heightMm),
    stockPolicy: variant.stockPolicy,
    backorderCap: wholeNumber(variant.backorderCap) ?? 0,
    backorderDays: wholeNumber(variant.backorderDays) ?? 0,
    active: variant.active,
    attributes: variant.attributes,
    prices: prices
      .filter(([currency, price]) => !same(price, saved?.prices[currency] ?? noPrice))
      .map(([currency, price]) => ({
        currency,
        amount: price.amount?.minor ?? null,
        compareAt: price.amount === null ? null : (price.compareAt?.minor ?? null),
      })),
  };
}

export const noPrice: PriceDraft = { amount: null, compareAt: null };

export function variantsOf(draft: ProductDraft): readonly VariantDraft[] {
  return Object.values(draft.variants);
}

/** The digits of what was typed as a number; null when there are none. */
function wholeNumber(typed: string): number | null {
  const digits = typed.replaceAll(/\D/g, "");
  return digits === "" ? null : Number(digits);
}

function filled(texts: ByLocale): Partial<Record<Locale, string>> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ""));
}
