import { isCurrency } from "../../../kernel/currency.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { type Money, money } from "../../../kernel/money.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import {
  type CategoryName,
  listCategoryNames,
  nextWholeProducts,
  type WholeProduct,
  type WholeVariant,
} from "../../catalog/index.ts";

/** For whom a feed is made. */
export interface FeedAudience {
  readonly market: string;
  readonly currency: string;
  readonly locale: Locale;
  readonly publicUrl: string;
}

/** A variant as others' catalogues list it. */
export interface FeedItem {
  readonly id: string;
  /** The product's handle: what variants of one product share. */
  readonly group: string;
  readonly title: string;
  readonly description: string;
  readonly link: string;
  readonly pictures: readonly string[];
  readonly available: boolean;
  /** Sold although none is on the shelf. */
  readonly ahead: boolean;
  readonly price: Money;
  /** What was asked before a reduction. */
  readonly compareAt: Money | null;
  readonly barcode: string | null;
  readonly weightGrams: number;
  /** "Living > Chairs"; empty where it stands in none. */
  readonly category: string;
  /** Option code → what people read. */
  readonly options: ReadonlyMap<string, string>;
  readonly publishedAt: Date;
}

const page = 200;

/** Everything on sale in a market, in one language, read page by page. */
export async function* feedItems(ctx: Context, audience: FeedAudience): AsyncGenerator<FeedItem> {
  const paths = categoryPaths(await listCategoryNames(ctx), audience.locale);
  let after: Uuid | null = null;
  for (;;) {
    const products = await nextWholeProducts(ctx, after, page);
    const shown = products.filter(({ status }) => status === "published");
    const supply = await supplyOf(
      ctx,
      shown.flatMap(({ variants }) => variants.map(({ id }) => id)),
    );
    for (const product of shown) yield* itemsOf(product, audience, paths, supply);
    if (products.length < page) return;
    after = products.at(-1)?.id ?? after;
  }
}

interface Supply {
  readonly available: bigint;
  readonly backorder_room: bigint;
}

async function supplyOf(ctx: Context, variantIds: readonly Uuid[]): Promise<Map<Uuid, Supply>> {
  if (variantIds.length === 0) return new Map();
  const rows = await ctx.db.all<Supply & { variant_id: Uuid }>(sql`
    select variant_id, available, backorder_room from inventory.availability
    where variant_id = any(${variantIds}::uuid[])`);
  return new Map(rows.map((row) => [row.variant_id, row]));
}

function itemsOf(
  product: WholeProduct,
  audience: FeedAudience,
  paths: ReadonlyMap<Uuid, string>,
  supply: ReadonlyMap<Uuid, Supply>,
): FeedItem[] {
  const { locale, publicUrl, currency } = audience;
  const text = inLocale(product.texts, locale);
  if (text === undefined || !isCurrency(currency)) return [];
  return product.variants.flatMap((variant): FeedItem[] => {
    const listed = variant.prices.find((each) => each.currency === currency);
    if (!variant.active || listed === undefined) return [];
    const { available = 0n, backorder_room: room = 0n } = supply.get(variant.id) ?? {};
    const options = optionsOf(product, variant, locale);
    return [
      {
        id: variant.sku,
        group: product.handle,
        title: [text.title, ...options.values()].join(" – "),
        description: text.description === "" ? text.subtitle || text.title : text.description,
        link: linkOf(product, variant, locale, publicUrl),
        pictures: picturesOf(product, variant, publicUrl),
        available: available > 0n || room > 0n,
        ahead: available <= 0n && room > 0n,
        price: money(BigInt(listed.amount), currency),
        compareAt: listed.compareAt === null ? null : money(BigInt(listed.compareAt), currency),
        barcode: variant.barcode,
        weightGrams: variant.weightGrams,
        category: paths.get(product.categoryIds[0] ?? "") ?? "",
        options,
        publishedAt: product.publishedAt ?? new Date(0),
      },
    ];
  });
}

/** In the language, else in English, else in whichever there is. */
function inLocale<T>(texts: Readonly<Partial<Record<string, T>>>, locale: string): T | undefined {
  return texts[locale] ?? texts["en"] ?? Object.values(texts)[0];
}

function optionsOf(
  { options }: WholeProduct,
  variant: WholeVariant,
  locale: Locale,
): ReadonlyMap<string, string> {
  return new Map(
    options.flatMap(({ code, values }) => {
      const value = values.find((each) => each.code === variant.options[code]);
      return value === undefined ? [] : [[code, inLocale(value.labels, locale) ?? value.code]];
    }),
  );
}

/** The product's page with this variant chosen. */
function linkOf(
  { handle, options }: WholeProduct,
  variant: WholeVariant,
  locale: Locale,
  publicUrl: string,
): string {
  const prefix = locale === "en" ? "" : `/${locale}`;
  const query = new URLSearchParams(
    options.flatMap(({ code }) => {
      const value = variant.options[code];
      return value === undefined ? [] : [[code, value]];
    }),
  ).toString();
  const path = `${publicUrl}${prefix}/products/${encodeURIComponent(handle)}`;
  return query === "" ? path : `${path}?${query}`;
}

/** Pictures of the variant's own values first, those of other values left out. */
function picturesOf(product: WholeProduct, variant: WholeVariant, publicUrl: string): string[] {
  const rank = ({ optionCode, valueCode }: WholeProduct["pictures"][number]): number => {
    if (optionCode === null) return 1;
    return variant.options[optionCode] === valueCode ? 0 : 2;
  };
  return product.pictures
    .filter((picture) => rank(picture) < 2)
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ key, widths }) => `${publicUrl}/media/${key}-${Math.max(...widths)}.webp`);
}

function categoryPaths(categories: readonly CategoryName[], locale: Locale): Map<Uuid, string> {
  const byId = new Map(categories.map((each) => [each.id, each]));
  const pathOf = ({ names, code, parentId }: CategoryName, depth: number): string => {
    const above = parentId === null || depth > 20 ? undefined : byId.get(parentId);
    const own = inLocale(names, locale) ?? code;
    return above === undefined ? own : `${pathOf(above, depth + 1)} > ${own}`;
  };
  return new Map(categories.map((each) => [each.id, pathOf(each, 0)]));
}
