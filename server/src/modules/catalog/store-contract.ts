import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { notFound } from "../../kernel/errors.ts";
import { parseTypeId } from "../../kernel/type-id.ts";
import { idView, localeSchema, moneyView } from "../../kernel/wire.ts";
import { pictureView } from "../media/contract.ts";

/**
 * How soon a thing can be had: from the shelf, from the shelf while few are left, sold ahead of
 * the next delivery, bought from the supplier for this sale, or not at all.
 */
export const availabilityStates = ["in_stock", "low", "backorder", "supplier", "out"] as const;
export const availabilityView = z.object({
  state: z.enum(availabilityStates),
  /** Units left; told only when few are. */
  left: z.int().nullable(),
  /** When goods that are not on the shelf are expected to be sent, YYYY-MM-DD. */
  promiseDate: z.string().nullable(),
});
export type AvailabilityView = z.output<typeof availabilityView>;

/** A price as shown. `amount` is the headline: with tax in markets whose prices include it. */
export const priceView = z.object({
  amount: moneyView,
  net: moneyView,
  /** Null where the tax depends on an address not known yet, as with US sales tax. */
  gross: moneyView.nullable(),
  taxIncluded: z.boolean(),
  /** Percent at the market's default country, "19"; null like `gross`. */
  taxRate: z.string().nullable(),
  /** What was asked before a reduction, on the same basis as `amount`. */
  compareAt: moneyView.nullable(),
});
export type PriceView = z.output<typeof priceView>;

export const categoryView = z.object({
  id: idView("category"),
  code: z.string(),
  parentId: idView("category").nullable(),
  /** 0 for a root. */
  depth: z.int(),
  name: z.string(),
  slug: z.string(),
  /** The slug in each language that has one, for links between languages. */
  slugs: z.partialRecord(localeSchema, z.string()),
  intro: z.string(),
  picture: pictureView.nullable(),
  /** Published products here and below. */
  productCount: z.int(),
});
export type CategoryView = z.output<typeof categoryView>;

export const optionValueView = z.object({
  code: z.string(),
  label: z.string(),
  /** #rrggbb, for values that are a colour or a material. */
  swatch: z.string().nullable(),
});
export type OptionValueView = z.output<typeof optionValueView>;

export const productCardView = z.object({
  id: idView("product"),
  handle: z.string(),
  title: z.string(),
  subtitle: z.string(),
  picture: pictureView.nullable(),
  /** A second look, for hovering. */
  secondPicture: pictureView.nullable(),
  /** The lowest price among the variants. */
  price: priceView,
  /** True when variants differ in price, so that `price` is a "from". */
  priceVaries: z.boolean(),
  /** The best state among the variants. */
  availability: availabilityView,
  /** Values of the first option that has swatches. */
  swatches: z.array(optionValueView),
  variantCount: z.int(),
  publishedAt: z.iso.datetime(),
});
export type ProductCardView = z.output<typeof productCardView>;

export const productSorts = ["recommended", "newest", "price", "price_desc", "name"] as const;
export type ProductSort = (typeof productSorts)[number];

/** Option filters as one query value: "material:oak,walnut;size:l". */
export type OptionFilter = Readonly<Record<string, readonly string[]>>;
const code = "[a-z0-9](?:[a-z0-9_-]{0,62})";
const optionFilterPattern = new RegExp(`^(?:${code}:${code}(?:,${code})*(?:;(?=.)|$))*$`);

export function readOptionFilter(text: string): OptionFilter {
  const filter: Record<string, string[]> = Object.create(null);
  for (const part of text.split(";").filter((each) => each !== "")) {
    const [name = "", values = ""] = part.split(":");
    filter[name] = [...new Set([...(filter[name] ?? []), ...values.split(",")])].sort();
  }
  return filter;
}

/** The inverse of readOptionFilter; the same choice always gives the same text. */
export function writeOptionFilter(filter: OptionFilter): string {
  return Object.keys(filter)
    .filter((name) => (filter[name]?.length ?? 0) > 0)
    .sort()
    .map((name) => `${name}:${[...(filter[name] ?? [])].sort().join(",")}`)
    .join(";");
}

/** Attribute filters: chosen codes, or a range of numbers in the attribute's unit. */
export type AttributeFilter = Readonly<
  Record<string, { readonly values: readonly string[] } | NumberRange>
>;
export interface NumberRange {
  readonly from: number | null;
  readonly to: number | null;
}

const number = String.raw`-?\d{1,9}(?:\.\d{1,6})?`;
const range = `(?:${number}\\.\\.(?:${number})?|\\.\\.${number})`;
const attributeFilterPattern = new RegExp(
  `^(?:${code}:(?:${range}|${code}(?:,${code})*)(?:;(?=.)|$))*$`,
);

/** Reads "socket:e27,e14;width:100..200;dimmable:yes"; of two filters of one name the last counts. */
export function readAttributeFilter(text: string): AttributeFilter {
  const filter: Record<string, { values: string[] } | NumberRange> = Object.create(null);
  for (const part of text.split(";").filter((each) => each !== "")) {
    const [name = "", said = ""] = part.split(":");
    const [from = "", to = ""] = said.split("..");
    filter[name] = said.includes("..")
      ? { from: from === "" ? null : Number(from), to: to === "" ? null : Number(to) }
      : { values: [...new Set(said.split(","))].sort() };
  }
  return filter;
}

/** The inverse of readAttributeFilter; the same choice always gives the same text. */
export function writeAttributeFilter(filter: AttributeFilter): string {
  return Object.keys(filter)
    .sort()
    .flatMap((name) => {
      const chosen = filter[name];
      if (chosen === undefined) return [];
      if ("values" in chosen) {
        return chosen.values.length === 0 ? [] : [`${name}:${[...chosen.values].sort().join(",")}`];
      }
      const { from, to } = chosen;
      return from === null && to === null ? [] : [`${name}:${from ?? ""}..${to ?? ""}`];
    })
    .join(";");
}

/** Text that the database can look for; what is not there is not found. */
const printable = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}]+$/u);

const minorQuery = z.string().regex(/^\d{1,15}$/);

export const productListQuery = z.object({
  /** Code of a category; its descendants are included. */
  category: printable(64).optional(),
  sort: z.enum(productSorts).default("recommended"),
  /** Bounds in minor units of the market's currency. */
  minPrice: minorQuery.optional(),
  maxPrice: minorQuery.optional(),
  options: z.string().max(1000).regex(optionFilterPattern).optional(),
  attributes: z.string().max(1000).regex(attributeFilterPattern).optional(),
  inStock: z.enum(["true", "false"]).default("false"),
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(24),
});

export const facetsView = z.object({
  options: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      /** `count`: products that would be listed if this value were chosen, all other filters kept. */
      values: z.array(optionValueView.extend({ count: z.int() })),
    }),
  ),
  attributes: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      kind: z.enum(["choice", "boolean", "number"]),
      /** Of numbers. */
      unit: z.string().nullable(),
      /** As with options; those of a boolean are "yes" and "no" and have no label. */
      values: z.array(optionValueView.extend({ count: z.int() })),
      /** Lowest and highest number with every filter but its own. */
      range: z.object({ min: z.number(), max: z.number() }).nullable(),
    }),
  ),
  /** Lowest and highest price with every filter but the price one; null when nothing is left. */
  price: z.object({ min: moneyView, max: moneyView }).nullable(),
});

export const productListView = z.object({
  category: categoryView.nullable(),
  /** From the root to the category's parent. */
  ancestors: z.array(categoryView),
  products: z.array(productCardView),
  total: z.int(),
  /** Pass as `after` for the next page; null on the last. */
  next: z.string().nullable(),
  facets: facetsView,
  /** True when only goods that can be had were asked for. */
  inStock: z.boolean(),
});
export type ProductListView = z.output<typeof productListView>;

/** What a product or a variant says of itself, in the language asked for. */
export const attributeFactView = z.object({
  code: z.string(),
  name: z.string(),
  /** The heading it stands under; empty for none. */
  group: z.string(),
  fact: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("text"), text: z.string() }),
    /** Headings, paragraphs, lists and links as pages of text have them; never HTML. */
    z.object({ kind: z.literal("rich_text"), text: z.string() }),
    z.object({ kind: z.literal("number"), number: z.number(), unit: z.string().nullable() }),
    z.object({ kind: z.literal("boolean"), yes: z.boolean() }),
    z.object({ kind: z.literal("date"), date: z.iso.date() }),
    z.object({
      kind: z.literal("choice"),
      choices: z.array(z.object({ label: z.string(), swatch: z.string().nullable() })),
    }),
    z.object({ kind: z.literal("file"), name: z.string(), bytes: z.int(), id: idView("file") }),
    z.object({
      kind: z.literal("reference"),
      to: z.enum(["product", "page"]),
      /** A product's handle or a page's slug. */
      address: z.string(),
      title: z.string(),
    }),
  ]),
});
export type AttributeFactView = z.output<typeof attributeFactView>;

export const variantView = z.object({
  id: idView("variant"),
  sku: z.string(),
  barcode: z.string().nullable(),
  /** Option code → value code. */
  options: z.record(z.string(), z.string()),
  /** The same as people read it: "Oak · Sand linen". */
  optionText: z.string(),
  price: priceView,
  weightGrams: z.int(),
  /** Millimetres. */
  dimensions: z.object({ width: z.int(), depth: z.int(), height: z.int() }).nullable(),
  availability: availabilityView,
  /** The picture that shows this variant best. */
  pictureId: idView("picture").nullable(),
  attributes: z.array(attributeFactView),
});
export type VariantView = z.output<typeof variantView>;

export const productView = z.object({
  id: idView("product"),
  handle: z.string(),
  title: z.string(),
  subtitle: z.string(),
  /** Plain text; a blank line parts paragraphs. */
  description: z.string(),
  care: z.string(),
  seoTitle: z.string(),
  seoDescription: z.string(),
  /** From the root to the product's own category; empty when it has none. */
  breadcrumb: z.array(
    z.object({ id: idView("category"), code: z.string(), name: z.string(), slug: z.string() }),
  ),
  pictures: z.array(
    pictureView.extend({
      /** Shown first when this value of this option is chosen. */
      optionCode: z.string().nullable(),
      valueCode: z.string().nullable(),
    }),
  ),
  options: z.array(
    z.object({ code: z.string(), name: z.string(), values: z.array(optionValueView) }),
  ),
  variants: z.array(variantView),
  /** What holds for every variant, in the order of the product's type. */
  attributes: z.array(attributeFactView),
  related: z.array(productCardView),
  publishedAt: z.iso.datetime(),
  changedAt: z.iso.datetime(),
});
export type ProductView = z.output<typeof productView>;

export const listCategories = endpoint({
  id: "listCategories",
  method: "GET",
  path: "/api/store/categories",
  summary: "All categories, each followed by its descendants, in the language asked for",
  allow: "anyone",
  reply: z.object({ categories: z.array(categoryView) }),
});

export const listProducts = endpoint({
  id: "listProducts",
  method: "GET",
  path: "/api/store/products",
  summary: "Published products with prices, by category, filtered and sorted, with facets",
  allow: "anyone",
  query: productListQuery,
  reply: productListView,
  errors: [notFound],
});

export const getProduct = endpoint({
  id: "getProduct",
  method: "GET",
  path: "/api/store/products/:handle",
  summary:
    "One published product with everything its page shows; by its handle or one it had before",
  allow: "anyone",
  params: z.object({ handle: printable(100) }),
  reply: productView,
  errors: [notFound],
});

export const findCategoryAddress = endpoint({
  id: "findCategoryAddress",
  method: "GET",
  path: "/api/store/category-addresses/:slug",
  summary: "The category that had this slug before, in the language asked for or in another",
  allow: "anyone",
  params: z.object({ slug: printable(100) }),
  reply: z.object({ code: z.string() }),
  errors: [notFound],
});

function tag(kind: "product" | "category", id: string): string {
  return `${kind}:${parseTypeId(kind, id) ?? id}`;
}

/** Content tags of a product page: its own, those of the cards it shows, the tree, types, settings. */
export function tagsOfProduct(product: ProductView): string[] {
  return [
    tag("product", product.id),
    "menu:main",
    "product-types",
    ...tagsOfCards(product.related),
  ];
}

/**
 * Content tags of a list: where it looked, every product it shows and, if it depends on what is in
 * stock, that of availability.
 */
export function tagsOfList(list: ProductListView): string[] {
  const { category, ancestors } = list;
  return [
    ...(category === null ? ["catalog"] : [tag("category", category.id)]),
    ...ancestors.map((each) => tag("category", each.id)),
    ...(list.inStock ? ["availability"] : []),
    "product-types",
    ...tagsOfCards(list.products),
  ];
}

/** Content tags of cards, on whatever page: the products, and the settings that say how they show. */
export function tagsOfCards(cards: readonly ProductCardView[]): string[] {
  return ["settings", ...cards.map((card) => tag("product", card.id))];
}

/** Content tags of the tree: its names and places, and how many products each part has. */
export function tagsOfCategories(): string[] {
  return ["menu:main", "catalog"];
}
