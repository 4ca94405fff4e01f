import { asCurrency } from "../../../kernel/currency.ts";
import { locales } from "../../../kernel/locale.ts";
import { money, toDecimal } from "../../../kernel/money.ts";
import type { ProductPart, SavedProduct, WholeProduct, WholeVariant } from "../../catalog/index.ts";
import type { MergedPictures } from "./merge-pictures.ts";
import type { Difference, ProductSurroundings } from "./product-plan.ts";

type Planned = Omit<SavedProduct, "parts" | "variants"> & {
  readonly variants: readonly WholeVariant[];
};

/** What the parts of a product come to, for telling whether they are another now. */
function sides(product: Planned | WholeProduct) {
  return {
    texts: locales
      .map((locale) => product.texts[locale] ?? null)
      .map((text) =>
        text === null
          ? null
          : [
              text.title,
              text.subtitle,
              text.description,
              text.care,
              text.seoTitle,
              text.seoDescription,
            ],
      ),
    options: product.options.map(({ code, names, values }) => [
      code,
      locales.map((locale) => names[locale] ?? null),
      values.map((value) => [
        value.code,
        locales.map((locale) => value.labels[locale] ?? null),
        value.swatch,
      ]),
    ]),
    variants: product.variants.map((variant) => [
      variant.id,
      ...variantFields.map((field) => shown(variant[field])),
    ]),
    prices: product.variants.map((variant) => [variant.id, ...pricesShown(variant)]),
    related: product.relatedIds,
  };
}

/** Which parts have to be written. */
export function partsOf(
  current: WholeProduct | null,
  product: Planned,
  pictures: MergedPictures,
): ReadonlySet<ProductPart> {
  const parts = new Set<ProductPart>();
  const [before, after] = [current === null ? null : sides(current), sides(product)];
  for (const part of ["texts", "options", "variants", "prices", "related"] as const) {
    if (before === null || JSON.stringify(before[part]) !== JSON.stringify(after[part]))
      parts.add(part);
  }
  const categories = product.categories.map(({ id }) => id);
  if (current === null || categories.join() !== current.categoryIds.join()) parts.add("categories");
  if (pictures.shown.length !== (current?.pictures.length ?? 0)) parts.add("pictures");
  return parts;
}

const variantFields = [
  "sku",
  "barcode",
  "options",
  "weightGrams",
  "widthMm",
  "depthMm",
  "heightMm",
  "stockPolicy",
  "backorderCap",
  "backorderDays",
  "active",
] as const satisfies readonly (keyof WholeVariant)[];

function shown(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return Object.entries(value ?? {})
    .map(([key, each]) => `${key}: ${String(each)}`)
    .toSorted()
    .join(", ");
}

function pricesShown({ prices }: WholeVariant): [string, string][] {
  return prices.flatMap(({ currency, amount, compareAt }) => {
    const code = asCurrency(currency);
    const text = (minor: string) => toDecimal(money(BigInt(minor), code));
    return [
      [`price_${code.toLowerCase()}`, text(amount)] as [string, string],
      ...(compareAt === null
        ? []
        : [[`compare_at_${code.toLowerCase()}`, text(compareAt)] as [string, string]]),
    ];
  });
}

const longestShown = 300;

/** Each field that would be another, as people compare it. A new product's fields come with what is blank before. */
export function differencesOf(
  current: WholeProduct | null,
  product: Planned,
  pictures: MergedPictures,
  around: ProductSurroundings,
): Difference[] {
  const found: Difference[] = [];
  const compare = (field: string, before: string, after: string): void => {
    if (before === after) return;
    found.push({
      field,
      before: before.slice(0, longestShown),
      after: after.slice(0, longestShown),
    });
  };
  for (const locale of locales) compareTexts(locale, current, product, compare);
  compare("handle", current?.handle ?? "", product.handle);
  compare("status", current?.status ?? "", product.status);
  // What a new one has without being told is not worth a line.
  compare("tax_category", current?.taxCategory ?? "standard", product.taxCategory);
  compare("featured", shown(current?.featured ?? false), shown(product.featured));
  compare("options", optionsShown(current?.options ?? []), optionsShown(product.options));
  compare(
    "categories",
    codes(current?.categoryIds ?? [], around),
    codes(
      product.categories.map(({ id }) => id),
      around,
    ),
  );
  compare("related", (current?.relatedIds ?? []).join(), product.relatedIds.join());
  compareVariants(current, product, compare);
  for (const { address } of pictures.wanted) compare("picture", "", address);
  const before = new Set((current?.pictures ?? []).map(({ id }) => id));
  for (const { id, key } of pictures.shown) if (!before.has(id)) compare("picture", "", key);
  for (const { id, alt } of pictures.alts) {
    const old = pictures.shown.find((picture) => picture.id === id)?.alt ?? {};
    compare("picture_alt", shown(old), shown(alt));
  }
  return found.slice(0, mostDifferences);
}

const mostDifferences = 400;

function compareTexts(
  locale: (typeof locales)[number],
  current: WholeProduct | null,
  product: Planned,
  compare: (field: string, before: string, after: string) => void,
): void {
  const [before, after] = [current?.texts[locale], product.texts[locale]];
  compare(`title_${locale}`, before?.title ?? "", after?.title ?? "");
  compare(`subtitle_${locale}`, before?.subtitle ?? "", after?.subtitle ?? "");
  compare(`description_${locale}`, before?.description ?? "", after?.description ?? "");
  compare(`care_${locale}`, before?.care ?? "", after?.care ?? "");
  compare(`seo_title_${locale}`, before?.seoTitle ?? "", after?.seoTitle ?? "");
  compare(`seo_description_${locale}`, before?.seoDescription ?? "", after?.seoDescription ?? "");
}

function optionsShown(options: WholeProduct["options"]): string {
  return options
    .map(({ code, names, values }) => {
      const name = shown(names) || code;
      return `${code} (${name}) = ${values.map((value) => `${value.code} (${shown(value.labels)}${value.swatch === null ? "" : ` ${value.swatch}`})`).join(" | ")}`;
    })
    .join("; ");
}

function codes(ids: readonly string[], { categoryIds }: ProductSurroundings): string {
  const codeOf = new Map<string, string>();
  for (const [name, id] of categoryIds) if (!codeOf.has(id)) codeOf.set(id, name);
  return ids.map((id) => codeOf.get(id) ?? id).join(" | ");
}

const fieldNames: Readonly<Record<(typeof variantFields)[number], string>> = {
  sku: "sku",
  barcode: "barcode",
  options: "options",
  weightGrams: "weight_g",
  widthMm: "width_mm",
  depthMm: "depth_mm",
  heightMm: "height_mm",
  stockPolicy: "stock_policy",
  backorderCap: "backorder_cap",
  backorderDays: "backorder_days",
  active: "active",
};

function compareVariants(
  current: WholeProduct | null,
  product: Planned,
  compare: (field: string, before: string, after: string) => void,
): void {
  const before = new Map((current?.variants ?? []).map((variant) => [variant.id, variant]));
  for (const variant of product.variants) {
    const old = before.get(variant.id);
    if (old === variant) continue;
    const name = (field: string) => `${variant.sku}: ${field}`;
    for (const field of variantFields) {
      const was = old === undefined ? shown(fresh[field]) : shown(old[field]);
      compare(name(fieldNames[field]), was, shown(variant[field]));
    }
    const prices = new Map(old === undefined ? [] : pricesShown(old));
    const now = new Map(pricesShown(variant));
    for (const field of new Set([...prices.keys(), ...now.keys()]))
      compare(name(field), prices.get(field) ?? "", now.get(field) ?? "");
  }
  const order = (variants: readonly WholeVariant[]) => variants.map(({ sku }) => sku).join(", ");
  if (current !== null && order(current.variants) !== order(product.variants))
    compare("variants", order(current.variants), order(product.variants));
}

/** What a new variant has without being told is not worth a line. */
const fresh: Partial<WholeVariant> = {
  weightGrams: 0,
  stockPolicy: "refuse",
  backorderCap: 0,
  backorderDays: 0,
  active: true,
};
