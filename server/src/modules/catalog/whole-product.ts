import type { Uuid } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import type { ProductInput } from "./admin-contract.ts";

export type ProductStatus = "draft" | "published" | "archived";
type Option = ProductInput["options"][number];
type Text = ProductInput["texts"][Locale];

/** A price of a variant; minor units as text, as JSON carries them. */
export interface WholePrice {
  readonly currency: string;
  readonly amount: string;
  readonly compareAt: string | null;
}

export type WholeVariant = Omit<
  ProductInput["variants"][number],
  "id" | "prices" | "attributes"
> & {
  readonly id: Uuid;
  readonly prices: readonly WholePrice[];
};

export interface WholePicture {
  readonly id: Uuid;
  readonly key: string;
  readonly widths: readonly number[];
  readonly alt: Readonly<Record<string, string>>;
  readonly optionCode: string | null;
  readonly valueCode: string | null;
}

/** A product with all that lists and files say of it. */
export interface WholeProduct {
  readonly id: Uuid;
  readonly handle: string;
  readonly status: ProductStatus;
  readonly taxCategory: ProductInput["taxCategory"];
  readonly featured: boolean;
  readonly typeId: Uuid | null;
  readonly texts: Readonly<Partial<Record<Locale, NonNullable<Text>>>>;
  readonly options: readonly Option[];
  readonly variants: readonly WholeVariant[];
  /** The main one first. */
  readonly categoryIds: readonly Uuid[];
  readonly relatedIds: readonly Uuid[];
  readonly pictures: readonly WholePicture[];
  readonly publishedAt: Date | null;
}

/** Products with one of these handles or a variant with one of these SKUs. One round trip. */
export function findWholeProducts(
  ctx: Pick<Context, "db">,
  handles: readonly string[],
  skus: readonly string[],
): Promise<WholeProduct[]> {
  return read(
    ctx,
    sql`
    select id from catalog.product where handle = any(${handles}::text[])
    union
    select product_id from catalog.variant where sku = any(${skus}::text[])`,
  );
}

/** Locks the products that have one of these handles or SKUs, in the one order, until the commit. */
export async function lockProducts(
  ctx: Pick<Context, "db">,
  handles: readonly string[],
  skus: readonly string[],
): Promise<void> {
  await ctx.db.run(sql`
    select id from catalog.product
    where id in (
      select id from catalog.product where handle = any(${handles}::text[])
      union
      select product_id from catalog.variant where sku = any(${skus}::text[]))
    order by id for update`);
}

/** The ids of products by their handles. */
export async function findProductIds(
  ctx: Pick<Context, "db">,
  handles: readonly string[],
): Promise<Map<string, Uuid>> {
  if (handles.length === 0) return new Map();
  const rows = await ctx.db.all<{ id: Uuid; handle: string }>(sql`
    select id, handle from catalog.product where handle = any(${handles}::text[])`);
  return new Map(rows.map(({ id, handle }) => [handle, id]));
}

/** The handles of products by their ids. */
export async function findHandles(
  ctx: Pick<Context, "db">,
  ids: readonly Uuid[],
): Promise<Map<Uuid, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.all<{ id: Uuid; handle: string }>(sql`
    select id, handle from catalog.product where id = any(${ids}::uuid[])`);
  return new Map(rows.map(({ id, handle }) => [id, handle]));
}

/** The next products in the order of their ids; `after` null begins. One round trip. */
export function nextWholeProducts(
  ctx: Pick<Context, "db">,
  after: Uuid | null,
  limit: number,
): Promise<WholeProduct[]> {
  return read(
    ctx,
    sql`
    select id from catalog.product where ${after}::uuid is null or id > ${after}::uuid
    order by id limit ${limit}`,
  );
}

function read(ctx: Pick<Context, "db">, ids: Sql): Promise<WholeProduct[]> {
  return ctx.db.all<WholeProduct>(sql`
    with wanted as materialized (${ids})
    select p.id, p.handle, p.status, p.tax_category as "taxCategory", p.featured,
           p.type_id as "typeId", p.published_at as "publishedAt",
           (select coalesce(jsonb_object_agg(t.locale, jsonb_build_object(
              'title', t.title, 'subtitle', t.subtitle, 'description', t.description, 'care', t.care,
              'seoTitle', t.seo_title, 'seoDescription', t.seo_description)), '{}')
            from catalog.product_text t where t.product_id = p.id) as texts,
           (select coalesce(jsonb_agg(jsonb_build_object('code', o.code, 'names', o.names, 'values',
              (select coalesce(jsonb_agg(jsonb_build_object(
                 'code', c.code, 'labels', c.labels, 'swatch', c.swatch) order by c.position), '[]')
               from catalog.option_value c where c.option_id = o.id)) order by o.position), '[]')
            from catalog.option o where o.product_id = p.id) as options,
           (select coalesce(jsonb_agg(jsonb_build_object(
              'id', v.id, 'sku', v.sku, 'barcode', v.barcode, 'options', v.options,
              'weightGrams', v.weight_grams, 'widthMm', v.width_mm, 'depthMm', v.depth_mm,
              'heightMm', v.height_mm, 'stockPolicy', v.stock_policy, 'backorderCap', v.backorder_cap,
              'backorderDays', v.backorder_days, 'active', v.active,
              'prices', (select coalesce(jsonb_agg(jsonb_build_object(
                           'currency', pr.currency, 'amount', pr.amount_minor::text,
                           'compareAt', pr.compare_at_minor::text) order by pr.currency), '[]')
                         from pricing.listed_price pr where pr.variant_id = v.id))
              order by v.position, v.id), '[]')
            from catalog.variant v where v.product_id = p.id) as variants,
           array(select pc.category_id from catalog.product_category pc
                 where pc.product_id = p.id order by pc.main desc, pc.category_id) as "categoryIds",
           array(select r.related_id from catalog.related_product r
                 where r.product_id = p.id order by r.position) as "relatedIds",
           (select coalesce(jsonb_agg(jsonb_build_object(
              'id', m.id, 'key', m.file_key, 'widths', m.widths, 'alt', m.alt,
              'optionCode', pp.option_code, 'valueCode', pp.value_code) order by pp.position), '[]')
            from catalog.product_picture pp
            join media.picture m on m.id = pp.picture_id
            where pp.product_id = p.id) as pictures
    from wanted w
    -- By key, one after the other: how many are wanted cannot be known when this is planned.
    cross join lateral (select * from catalog.product each where each.id = w.id offset 0) p
    order by p.id`);
}

/** Every category's code and its names down from the root, for files. */
export interface CategoryName {
  readonly id: Uuid;
  readonly code: string;
  readonly parentId: Uuid | null;
  readonly names: Readonly<Record<string, string>>;
}

export function listCategoryNames(ctx: Pick<Context, "db">): Promise<CategoryName[]> {
  return ctx.db.all<CategoryName>(sql`
    select c.id, c.code, c.parent_id as "parentId",
           coalesce((select jsonb_object_agg(t.locale, t.name)
                     from catalog.category_text t where t.category_id = c.id), '{}') as names
    from catalog.category c order by c.code`);
}

/** Who has these SKUs and barcodes. */
export interface TakenCode {
  readonly productId: Uuid;
  readonly sku: string;
  readonly barcode: string | null;
}

export function findTakenCodes(
  ctx: Pick<Context, "db">,
  skus: readonly string[],
  barcodes: readonly string[],
): Promise<TakenCode[]> {
  return ctx.db.all<TakenCode>(sql`
    select product_id as "productId", sku, barcode from catalog.variant where sku = any(${skus}::text[])
    union
    select product_id, sku, barcode from catalog.variant where barcode = any(${barcodes}::text[])`);
}
