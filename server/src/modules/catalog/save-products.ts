import type { Json } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { publish } from "../../platform/events.ts";
import { sql } from "../../platform/sql.ts";
import { setPrices } from "../pricing/index.ts";
import type { ProductInput } from "./admin-contract.ts";
import { touchProducts } from "./content-tags.ts";
import { productsChanged } from "./events.ts";
import { refreshFilterKeys, refuseFaults } from "./attribute-values.ts";
import { keepOrigins, keepRevisions } from "./keep-revision.ts";
import { writeAttributes } from "./product-attributes.ts";
import { namingRefusals } from "./store.ts";
import type { ProductStatus } from "./whole-product.ts";

/** What of a product is to be written; the rest of it stays. A new one is written whole. */
export type ProductPart =
  | "texts"
  | "options"
  | "variants"
  | "categories"
  | "related"
  | "pictures"
  | "prices";

/**
 * A product as it is to be, with the ids it and its variants have or will have. Type and attributes are written of a
 * new product only; of one that exists, the type says that its values are to be checked.
 */
export interface SavedProduct extends Omit<ProductInput, "kind" | "variants" | "categoryIds"> {
  /** Of a new one; goods that are sent, if not said. One that exists keeps its kind. */
  readonly kind?: ProductInput["kind"];
  readonly id: Uuid;
  readonly handle: string;
  readonly status: ProductStatus;
  readonly publishedAt: Date | null;
  /** The parametric model it is rendered from; left out, it stays. */
  readonly model?: Json;
  readonly variants: readonly (ProductInput["variants"][number] & { readonly id: Uuid })[];
  /** The first is the main one; position null stands last. */
  readonly categories: readonly { readonly id: Uuid; readonly position: number | null }[];
  readonly pictures: readonly {
    readonly id: Uuid;
    readonly optionCode: string | null;
    readonly valueCode: string | null;
  }[];
  readonly parts: ReadonlySet<ProductPart>;
}

export const allParts: ReadonlySet<ProductPart> = new Set([
  "texts",
  "options",
  "variants",
  "categories",
  "related",
  "pictures",
  "prices",
]);

/**
 * Writes many products, new ones and changed ones, in a number of round trips that does not grow with them.
 * Variants that are not named stay. Refuses what the constraints refuse (`handle_taken`, `sku_taken` …), for
 * all of them: whoever wants the others to go on writes in a savepoint. The caller has locked what it changes.
 */
export async function saveProducts(ctx: Context, products: readonly SavedProduct[]): Promise<void> {
  if (products.length === 0) return;
  const ids = products.map(({ id }) => id);
  const before = await keepOrigins(ctx, ids);
  const having = (part: ProductPart) => products.filter(({ parts }) => parts.has(part));
  await touchProducts(
    ctx,
    having("categories").map(({ id }) => id),
  );
  await namingRefusals(writeProducts(ctx, products));
  await writeTexts(ctx, having("texts"));
  await writeOptions(ctx, having("options"));
  await namingRefusals(writeVariants(ctx, having("variants")));
  await checkAttributes(ctx, products);
  await namingRefusals(writeCategories(ctx, having("categories")));
  await namingRefusals(writeRelated(ctx, having("related")));
  await writePictures(ctx, having("pictures"));
  await setPrices(
    ctx,
    having("prices").flatMap(({ variants }) =>
      variants.flatMap(({ id, prices }) => prices.map((price) => ({ variantId: id, ...price }))),
    ),
  );
  // A new one's first revision is kept when it is changed for the first time.
  await keepRevisions(ctx, before);
  await touchProducts(ctx, ids);
  publish(ctx, productsChanged, { productIds: ids });
}

/** Products of a type: what they hold already is checked against their new status, and variants learn what they inherit. */
async function checkAttributes(ctx: Context, products: readonly SavedProduct[]): Promise<void> {
  const typed = products.filter(({ typeId }) => typeId !== undefined && typeId !== null);
  if (typed.length === 0) return;
  const held = typed.filter(({ attributes }) => attributes === undefined);
  const faults = await writeAttributes(
    ctx,
    held.map(({ id }) => ({ productId: id, variants: [], merge: true })),
  );
  refuseFaults([...faults.values()].flat());
  await refreshFilterKeys(
    ctx,
    typed.filter(({ attributes }) => attributes !== undefined).map(({ id }) => id),
  );
}

function records(rows: readonly object[]) {
  const text = JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  return sql`jsonb_to_recordset(${text}::jsonb)`;
}

async function writeProducts(ctx: Context, products: readonly SavedProduct[]): Promise<void> {
  const rows = products.map((product) => {
    const { id, handle, status, kind = "physical", taxCategory, featured } = product;
    const { model, publishedAt } = product;
    const { typeId = null, attributes = {} } = product;
    const about = { id, handle, status, kind, taxCategory, featured };
    return { ...about, model, publishedAt, typeId, attributes };
  });
  await ctx.db.run(sql`
    insert into catalog.product as o
      (id, handle, status, kind, tax_category, featured, model, published_at, created_at, changed_at,
       type_id, type_revision, attributes)
    select p.id, handle, status, kind, "taxCategory", featured, model, "publishedAt",
           coalesce("publishedAt", ${ctx.now}), coalesce("publishedAt", ${ctx.now}),
           "typeId", coalesce(t.revision, 1), attributes
    from ${records(rows)}
      as p (id uuid, handle text, status text, kind text, "taxCategory" text, featured boolean, model jsonb,
            "publishedAt" timestamptz, "typeId" uuid, attributes jsonb)
    left join catalog.product_type t on t.id = p."typeId"
    order by p.id
    on conflict (id) do update
      set handle = excluded.handle, status = excluded.status,
          tax_category = case o.kind when 'gift_card' then 'zero' else excluded.tax_category end,
          featured = excluded.featured, model = coalesce(excluded.model, o.model),
          published_at = excluded.published_at, changed_at = ${ctx.now}, version = o.version + 1`);
}

async function writeTexts(ctx: Context, products: readonly SavedProduct[]): Promise<void> {
  if (products.length === 0) return;
  const rows = products.flatMap(({ id, texts }) =>
    Object.entries(texts).map(([locale, text]) => ({ id, locale, ...text })),
  );
  await ctx.db.run(sql`
    with wanted as (
      select * from ${records(rows)}
        as t (id uuid, locale text, title text, subtitle text, description text, care text,
              "seoTitle" text, "seoDescription" text)
    ), gone as (
      delete from catalog.product_text o
      where o.product_id = any(${products.map(({ id }) => id)}::uuid[])
        and not exists (select 1 from wanted w where w.id = o.product_id and w.locale = o.locale)
    )
    insert into catalog.product_text
      (product_id, locale, title, subtitle, description, care, seo_title, seo_description)
    select id, locale, title, subtitle, description, care, "seoTitle", "seoDescription" from wanted
    on conflict (product_id, locale) do update
      set title = excluded.title, subtitle = excluded.subtitle, description = excluded.description,
          care = excluded.care, seo_title = excluded.seo_title, seo_description = excluded.seo_description`);
}

/** Nothing refers to an option by id, so the old ones are dropped and the new ones written. */
async function writeOptions(ctx: Context, products: readonly SavedProduct[]): Promise<void> {
  if (products.length === 0) return;
  await ctx.db.run(sql`
    delete from catalog.option where product_id = any(${products.map(({ id }) => id)}::uuid[])`);
  const options = products.flatMap((product) =>
    product.options.map((option, position) => ({
      ...option,
      id: newId(),
      productId: product.id,
      position,
    })),
  );
  if (options.length === 0) return;
  const values = options.flatMap((option) =>
    option.values.map((value, position) => ({
      ...value,
      id: newId(),
      optionId: option.id,
      position,
    })),
  );
  await ctx.db.run(sql`
    with written as (
      insert into catalog.option (id, product_id, code, names, position)
      select id, "productId", code, names, position
      from ${records(options)} as o (id uuid, "productId" uuid, code text, names jsonb, position integer)
      returning id
    )
    insert into catalog.option_value (id, option_id, code, labels, swatch, position)
    select v.id, w.id, v.code, v.labels, v.swatch, v.position
    from ${records(values)}
      as v (id uuid, "optionId" uuid, code text, labels jsonb, swatch text, position integer)
    join written w on w.id = v."optionId"`);
}

async function writeVariants(ctx: Context, products: readonly SavedProduct[]): Promise<void> {
  if (products.length === 0) return;
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
    insert into catalog.variant as o
      (id, product_id, sku, barcode, options, weight_grams, width_mm, depth_mm, height_mm,
       stock_policy, backorder_cap, backorder_days, position, active, attributes)
    select id, "productId", sku, barcode, options, "weightGrams", "widthMm", "depthMm", "heightMm",
           "stockPolicy", "backorderCap", "backorderDays", position, active, attributes
    from ${records(rows)}
      as v (id uuid, "productId" uuid, sku text, barcode text, options jsonb, "weightGrams" integer,
            "widthMm" integer, "depthMm" integer, "heightMm" integer, "stockPolicy" text,
            "backorderCap" integer, "backorderDays" integer, position integer, active boolean,
            attributes jsonb)
    order by id
    on conflict (id) do update
      set sku = excluded.sku, barcode = excluded.barcode, options = excluded.options,
          weight_grams = excluded.weight_grams, width_mm = excluded.width_mm,
          depth_mm = excluded.depth_mm, height_mm = excluded.height_mm,
          stock_policy = excluded.stock_policy, backorder_cap = excluded.backorder_cap,
          backorder_days = excluded.backorder_days, position = excluded.position,
          active = excluded.active, version = o.version + 1
      where o.product_id = excluded.product_id`);
}

async function writeCategories(ctx: Context, products: readonly SavedProduct[]): Promise<void> {
  if (products.length === 0) return;
  const standing = products.flatMap(({ id, categories }) =>
    categories.map((category, index) => ({
      id,
      categoryId: category.id,
      position: category.position,
      main: index === 0,
    })),
  );
  await ctx.db.run(sql`
    with wanted as (
      select * from ${records(standing)}
        as c (id uuid, "categoryId" uuid, position integer, main boolean)
    ), gone as (
      delete from catalog.product_category o
      where o.product_id = any(${products.map(({ id }) => id)}::uuid[])
        and not exists (select 1 from wanted w where w.id = o.product_id and w."categoryId" = o.category_id)
    )
    insert into catalog.product_category (product_id, category_id, position, main)
    select w.id, w."categoryId",
           coalesce(w.position,
             (select coalesce(max(o.position), 0) from catalog.product_category o
              where o.category_id = w."categoryId")
             + row_number() over (partition by w."categoryId" order by w.id)), w.main
    from wanted w
    on conflict (product_id, category_id) do update set main = excluded.main`);
}

async function writeRelated(ctx: Context, products: readonly SavedProduct[]): Promise<void> {
  if (products.length === 0) return;
  const related = products.flatMap(({ id, relatedIds }) =>
    relatedIds.map((relatedId, position) => ({ id, relatedId, position })),
  );
  await ctx.db.run(sql`
    delete from catalog.related_product where product_id = any(${products.map(({ id }) => id)}::uuid[])`);
  await ctx.db.run(sql`
    insert into catalog.related_product (product_id, related_id, position)
    select id, "relatedId", position
    from ${records(related)} as r (id uuid, "relatedId" uuid, position integer)`);
}

async function writePictures(ctx: Context, products: readonly SavedProduct[]): Promise<void> {
  const pictures = products.flatMap(({ id, pictures: shown }) =>
    shown.map((picture, position) => ({ ...picture, productId: id, position })),
  );
  if (pictures.length === 0) return;
  await ctx.db.run(sql`
    insert into catalog.product_picture (product_id, picture_id, option_code, value_code, position)
    select "productId", id, "optionCode", "valueCode", position
    from ${records(pictures)}
      as p ("productId" uuid, id uuid, "optionCode" text, "valueCode" text, position integer)
    on conflict (product_id, picture_id) do update
      set option_code = excluded.option_code, value_code = excluded.value_code, position = excluded.position`);
}
