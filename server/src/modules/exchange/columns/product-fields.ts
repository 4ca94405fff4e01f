import { type Currency, currencies } from "../../../kernel/currency.ts";
import { locales } from "../../../kernel/locale.ts";

/** Texts of a product; each also with a language at its end: `title_de`. */
export const textFields = [
  "title",
  "subtitle",
  "description",
  "care",
  "seo_title",
  "seo_description",
] as const;
export type TextField = (typeof textFields)[number];

export const optionNumbers = [1, 2, 3] as const;
export type OptionNumber = (typeof optionNumbers)[number];

/** Amounts; each also with a currency at its end: `price_eur`. */
export const amountFields = ["price", "compare_at", "sale_price"] as const;

const codesOf = <Name extends string>(names: readonly Name[]): string[] =>
  names.flatMap((name) => [name, ...locales.map((locale) => `${name}_${locale}`)]);

const inCurrencies = (offered: readonly Currency[]): string[] =>
  amountFields.flatMap((name) => [name, ...offered.map((each) => `${name}_${each.toLowerCase()}`)]);

/**
 * What a column of a product file can be, in the order of the mapping's list. Names without a language or a
 * currency mean those of the file, which are chosen beside the mapping.
 */
export function productFields(offered: readonly Currency[]): string[] {
  return [
    "handle",
    "status",
    "published",
    ...codesOf(textFields),
    "description_html",
    "tax_category",
    "featured",
    "categories",
    "category_paths",
    "related",
    ...optionNumbers.flatMap((n) => [
      `option${n}_code`,
      ...codesOf([`option${n}_name`]),
      `option${n}_value`,
      ...codesOf([`option${n}_label`]),
      `option${n}_swatch`,
    ]),
    "sku",
    "barcode",
    ...inCurrencies(offered),
    "weight_g",
    "weight",
    "weight_unit",
    "weight_kg",
    "width_mm",
    "depth_mm",
    "height_mm",
    "width_cm",
    "depth_cm",
    "height_cm",
    "stock_policy",
    "oversell",
    "backorder_cap",
    "backorder_days",
    "active",
    "picture",
    "pictures",
    "picture_position",
    ...codesOf(["picture_alt"]),
    "picture_option",
    "row_id",
    "row_type",
    "row_parent",
  ];
}

/** The columns of our own file, in their order: what an export writes and an import reads without asking. */
export function ownProductColumns(offered: readonly Currency[]): string[] {
  return [
    "handle",
    "status",
    "tax_category",
    "featured",
    ...locales.flatMap((locale) => textFields.map((name) => `${name}_${locale}`)),
    "categories",
    "related",
    ...optionNumbers.flatMap((n) => [
      `option${n}_code`,
      ...locales.map((locale) => `option${n}_name_${locale}`),
      `option${n}_value`,
      ...locales.map((locale) => `option${n}_label_${locale}`),
      `option${n}_swatch`,
    ]),
    "sku",
    "barcode",
    "active",
    ...offered.flatMap((each) => [
      `price_${each.toLowerCase()}`,
      `compare_at_${each.toLowerCase()}`,
    ]),
    "weight_g",
    "width_mm",
    "depth_mm",
    "height_mm",
    "stock_policy",
    "backorder_cap",
    "backorder_days",
    "picture",
    ...locales.map((locale) => `picture_alt_${locale}`),
    "picture_option",
  ];
}

/** Every currency the program knows: a file may carry prices that no market asks for yet. */
export const allCurrencies = Object.keys(currencies) as Currency[];
