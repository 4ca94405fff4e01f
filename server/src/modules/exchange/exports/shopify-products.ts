import { asCurrency, type Currency } from "../../../kernel/currency.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { money, toDecimal } from "../../../kernel/money.ts";
import type { WholeProduct, WholeVariant } from "../../catalog/index.ts";
import { htmlFromText } from "../products/html-text.ts";
import { pictureAddress } from "./own-products.ts";

export const shopifyColumns = [
  "Handle",
  "Title",
  "Body (HTML)",
  "Published",
  "Option1 Name",
  "Option1 Value",
  "Option2 Name",
  "Option2 Value",
  "Option3 Name",
  "Option3 Value",
  "Variant SKU",
  "Variant Grams",
  "Variant Inventory Policy",
  "Variant Price",
  "Variant Compare At Price",
  "Variant Barcode",
  "Image Src",
  "Image Position",
  "Image Alt Text",
  "SEO Title",
  "SEO Description",
  "Status",
] as const;

interface Spoken {
  readonly locale: Locale;
  readonly currency: Currency;
  readonly publicUrl: string;
}

/** A product as Shopify writes it: one language, one currency. Variants that are switched off are left out. */
export function shopifyProductRows(product: WholeProduct, spoken: Spoken): string[][] {
  const { locale, publicUrl } = spoken;
  const variants = product.variants.filter(({ active }) => active);
  const length = Math.max(variants.length, product.pictures.length, 1);
  const text = product.texts[locale] ?? Object.values(product.texts)[0];
  return Array.from({ length }, (_, index) => {
    const variant = variants[index];
    const picture = product.pictures[index];
    const cells: Record<string, string> = {
      Handle: product.handle,
      ...(variant === undefined ? {} : variantCells(product, variant, spoken, index === 0)),
      ...(picture === undefined
        ? {}
        : {
            "Image Src": pictureAddress(picture, publicUrl),
            "Image Position": String(index + 1),
            "Image Alt Text": picture.alt[locale] ?? "",
          }),
    };
    if (index === 0) {
      Object.assign(cells, {
        Title: text?.title ?? "",
        "Body (HTML)": htmlFromText(text?.description ?? ""),
        Published: product.status === "published" ? "TRUE" : "FALSE",
        "SEO Title": text?.seoTitle ?? "",
        "SEO Description": text?.seoDescription ?? "",
        Status: { draft: "draft", published: "active", archived: "archived" }[product.status],
      });
    }
    return shopifyColumns.map((column) => cells[column] ?? "");
  });
}

function variantCells(
  { options }: WholeProduct,
  variant: WholeVariant,
  { locale, currency }: Spoken,
  first: boolean,
): Record<string, string> {
  const price = variant.prices.find((each) => each.currency === currency);
  const amount = (minor: string | null | undefined) =>
    minor == null ? "" : toDecimal(money(BigInt(minor), asCurrency(currency)));
  const cells: Record<string, string> = {
    "Variant SKU": variant.sku,
    "Variant Grams": String(variant.weightGrams),
    "Variant Inventory Policy": variant.stockPolicy === "refuse" ? "deny" : "continue",
    "Variant Price": amount(price?.amount),
    "Variant Compare At Price": amount(price?.compareAt),
    "Variant Barcode": variant.barcode ?? "",
  };
  if (options.length === 0 && first)
    Object.assign(cells, { "Option1 Name": "Title", "Option1 Value": "Default Title" });
  options.forEach(({ code, names, values }, index) => {
    const value = values.find((each) => each.code === variant.options[code]);
    const labels = value?.labels ?? {};
    if (first) cells[`Option${index + 1} Name`] = names[locale] ?? Object.values(names)[0] ?? code;
    cells[`Option${index + 1} Value`] =
      labels[locale] ?? Object.values(labels)[0] ?? value?.code ?? "";
  });
  return cells;
}
