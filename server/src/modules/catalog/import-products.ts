import type { Json } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { setPrices } from "../pricing/index.ts";
import type { ProductInput } from "./admin-contract.ts";
import { refreshFilterKeys } from "./attribute-values.ts";
import type { CategoryInput } from "./category-contract.ts";

/** A category to write, with the id it will have. */
export interface ImportedCategory extends CategoryInput {
  readonly id: Uuid;
  readonly pictureId: Uuid | null;
}

/** A product to write whole and published, with the ids it and its variants will have. */
export interface ImportedProduct extends Omit<ProductInput, "variants" | "categoryIds"> {
  readonly id: Uuid;
  readonly handle: string;
  readonly publishedAt: Date;
  /** The parametric model it is rendered from, if any. */
  readonly model: Json;
  readonly variants: readonly (ProductInput["variants"][number] & { readonly id: Uuid })[];
  /** The first is the main one. */
  readonly categories: readonly { readonly id: Uuid; readonly position: number }[];
  readonly pictures: readonly {
    readonly id: Uuid;
    readonly optionCode: string | null;
    readonly valueCode: string | null;
  }[];
}

/** Writes categories in two round trips. Parents may be among them, in any order. */
export async function importCategories(
  ctx: Context,
  categories: readonly ImportedCategory[],
): Promise<void> {
  await ctx.db.run(sql`
    insert into catalog.category (id, parent_id, code, position, picture_id)
    select id, "parentId", code, position, "pictureId"
    from ${records(categories)} as c (id uuid, "parentId" uuid, code text, position integer, "pictureId" uuid)`);
  const texts = categories.flatMap(({ id, texts: each }) =>
    Object.entries(each).map(([locale, text]) => ({ id, locale, ...text })),
  );
  await ctx.db.run(sql`
    insert into catalog.category_text (category_id, locale, name, slug, intro)
    select id, locale, name, slug, intro
    from ${records(texts)} as t (id uuid, locale text, name text, slug text, intro text)`);
}

/**
 * Writes many new products in nine round trips (ten when they have types), however many there are. Meant for empty shelves:
 * a handle, SKU or barcode that exists ends the transaction. Attributes are taken as they are: the
 * caller has checked them. The caller reindexes the search.
 */
export async function importProducts(
  ctx: Context,
  products: readonly ImportedProduct[],
): Promise<void> {
  await insertProducts(ctx, products);
  await insertTexts(ctx, products);
  await insertOptions(ctx, products);
  await insertVariants(ctx, products);
  await insertPlaces(ctx, products);
  if (products.some(({ typeId }) => typeId !== undefined && typeId !== null)) {
    await refreshFilterKeys(
      ctx,
      products.map(({ id }) => id),
    );
  }
  await setPrices(
    ctx,
    products.flatMap(({ variants }) =>
      variants.flatMap(({ id, prices }) => prices.map((price) => ({ variantId: id, ...price }))),
    ),
  );
}

function records(rows: readonly object[]) {
  const text = JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  return sql`jsonb_to_recordset(${text}::jsonb)`;
}

async function insertProducts(ctx: Context, products: readonly ImportedProduct[]): Promise<void> {
  const rows = products.map(
    ({ id, handle, taxCategory, featured, model, publishedAt, typeId, attributes }) => ({
      typeId: typeId ?? null,
      attributes: attributes ?? {},
      id,
      handle,
      taxCategory,
      featured,
      model,
      publishedAt,
    }),
  );
  await ctx.db.run(sql`
    insert into catalog.product
      (id, handle, status, tax_category, featured, model, published_at, created_at, changed_at,
       type_id, type_revision, attributes)
    select p.id, handle, 'published', "taxCategory", featured, model, "publishedAt", "publishedAt", "publishedAt",
           "typeId", coalesce(t.revision, 1), attributes
    from ${records(rows)}
      as p (id uuid, handle text, "taxCategory" text, featured boolean, model jsonb,
            "publishedAt" timestamptz, "typeId" uuid, attributes jsonb)
    left join catalog.product_type t on t.id = p."typeId"`);
}

async function insertTexts(ctx: Context, products: readonly ImportedProduct[]): Promise<void> {
  const rows = products.flatMap(({ id, texts }) =>
    Object.entries(texts).map(([locale, text]) => ({ id, locale, ...text })),
  );
  await ctx.db.run(sql`
    insert into catalog.product_text
      (product_id, locale, title, subtitle, description, care, seo_title, seo_description)
    select id, locale, title, subtitle, description, care, "seoTitle", "seoDescription"
    from ${records(rows)}
      as t (id uuid, locale text, title text, subtitle text, description text, care text,
            "seoTitle" text, "seoDescription" text)`);
}

async function insertOptions(ctx: Context, products: readonly ImportedProduct[]): Promise<void> {
  const options = products.flatMap((product) =>
    product.options.map((option, position) => ({
      ...option,
      id: newId(),
      productId: product.id,
      position,
    })),
  );
  const values = options.flatMap((option) =>
    option.values.map((value, position) => ({
      ...value,
      id: newId(),
      optionId: option.id,
      position,
    })),
  );
  await ctx.db.run(sql`
    insert into catalog.option (id, product_id, code, names, position)
    select id, "productId", code, names, position
    from ${records(options)} as o (id uuid, "productId" uuid, code text, names jsonb, position integer)`);
  await ctx.db.run(sql`
    insert into catalog.option_value (id, option_id, code, labels, swatch, position)
    select id, "optionId", code, labels, swatch, position
    from ${records(values)}
      as v (id uuid, "optionId" uuid, code text, labels jsonb, swatch text, position integer)`);
}

async function insertVariants(ctx: Context, products: readonly ImportedProduct[]): Promise<void> {
  const rows = products.flatMap((product) =>
    product.variants.map((variant, position) => ({
      ...variant,
      attributes: variant.attributes ?? {},
      prices: undefined,
      productId: product.id,
      position,
    })),
  );
  await ctx.db.run(sql`
    insert into catalog.variant
      (id, product_id, sku, barcode, options, weight_grams, width_mm, depth_mm, height_mm,
       stock_policy, backorder_cap, backorder_days, position, active, attributes)
    select id, "productId", sku, barcode, options, "weightGrams", "widthMm", "depthMm", "heightMm",
           "stockPolicy", "backorderCap", "backorderDays", position, active, attributes
    from ${records(rows)}
      as v (id uuid, "productId" uuid, sku text, barcode text, options jsonb, "weightGrams" integer,
            "widthMm" integer, "depthMm" integer, "heightMm" integer, "stockPolicy" text,
            "backorderCap" integer, "backorderDays" integer, position integer, active boolean,
            attributes jsonb)`);
}

async function insertPlaces(ctx: Context, products: readonly ImportedProduct[]): Promise<void> {
  const standing = products.flatMap(({ id, categories }) =>
    categories.map((category, index) => ({
      id,
      categoryId: category.id,
      position: category.position,
      main: index === 0,
    })),
  );
  const related = products.flatMap(({ id, relatedIds }) =>
    relatedIds.map((relatedId, position) => ({ id, relatedId, position })),
  );
  const pictures = products.flatMap(({ id, pictures: shown }) =>
    shown.map((picture, position) => ({ ...picture, productId: id, position })),
  );
  await ctx.db.run(sql`
    insert into catalog.product_category (product_id, category_id, position, main)
    select id, "categoryId", position, main
    from ${records(standing)} as c (id uuid, "categoryId" uuid, position integer, main boolean)`);
  await ctx.db.run(sql`
    insert into catalog.related_product (product_id, related_id, position)
    select id, "relatedId", position
    from ${records(related)} as r (id uuid, "relatedId" uuid, position integer)`);
  await ctx.db.run(sql`
    insert into catalog.product_picture (product_id, picture_id, option_code, value_code, position)
    select "productId", id, "optionCode", "valueCode", position
    from ${records(pictures)}
      as p ("productId" uuid, id uuid, "optionCode" text, "valueCode" text, position integer)`);
}
