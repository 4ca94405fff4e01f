import pg from "pg";
import { conflict, notFound, refuse } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { keepOrigins } from "./keep-revision.ts";
import type { ProductInput } from "./admin-contract.ts";
import {
  barcodeTaken,
  handleTaken,
  optionsIncomplete,
  skuTaken,
  unknownCategory,
  unknownProduct,
  unknownVariant,
} from "./errors.ts";

export interface LockedProduct {
  readonly id: Uuid;
  readonly handle: string;
  readonly version: number;
  readonly status: "draft" | "published" | "archived";
}

/**
 * Locks a product for a change. Refuses `not_found`, and `changed_meanwhile` when its version is
 * not the one that the editor saw; null skips that check. What it was before its first change is kept.
 */
export async function lockProduct(
  ctx: Context,
  id: Uuid,
  version: number | null,
): Promise<LockedProduct> {
  const product = await ctx.db.maybe<LockedProduct>(sql`
    select id, handle, version, status from catalog.product where id = ${id} for update`);
  if (product === null) refuse(notFound);
  if (version !== null && version !== product.version)
    refuse(conflict, { version: product.version });
  await keepOrigins(ctx, [id]);
  return product;
}

/** Counts a change to the product. */
export async function bumpProduct(ctx: Context, id: Uuid): Promise<void> {
  await ctx.db.run(sql`
    update catalog.product set version = version + 1, changed_at = ${ctx.now} where id = ${id}`);
}

const refusalByConstraint = {
  product_handle_key: handleTaken,
  variant_sku_key: skuTaken,
  variant_barcode_key: barcodeTaken,
  variant_options: optionsIncomplete,
  product_category_category_id_fkey: unknownCategory,
  related_product_related_id_fkey: unknownProduct,
  related_product_check: unknownProduct,
} as const;

/** Turns what the database's constraints say no to into the refusals they stand for. */
export async function namingRefusals<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const constraint = error instanceof pg.DatabaseError ? (error.constraint ?? "") : "";
    if (constraint in refusalByConstraint) {
      return refuse(refusalByConstraint[constraint as keyof typeof refusalByConstraint]);
    }
    throw error;
  }
}

/** Writes the product's own row; it is new when there is none with this id. */
export async function saveProductRow(
  ctx: Context,
  id: Uuid,
  product: Pick<ProductInput, "kind" | "taxCategory" | "featured"> & { readonly handle: string },
): Promise<void> {
  const taxCategory = product.kind === "gift_card" ? "zero" : product.taxCategory;
  await namingRefusals(
    ctx.db.run(sql`
      insert into catalog.product as p (id, handle, kind, tax_category, featured, created_at, changed_at)
      values (${id}, ${product.handle}, ${product.kind}, ${taxCategory}, ${product.featured}, ${ctx.now}, ${ctx.now})
      on conflict (id) do update
        set handle = excluded.handle, kind = excluded.kind, tax_category = excluded.tax_category,
            featured = excluded.featured, changed_at = excluded.changed_at, version = p.version + 1`),
  );
}

export async function replaceTexts(
  ctx: Context,
  id: Uuid,
  texts: ProductInput["texts"],
): Promise<void> {
  const rows = Object.entries(texts).map(([locale, text]) => ({ locale, ...text }));
  await ctx.db.run(sql`
    with gone as (
      delete from catalog.product_text
      where product_id = ${id} and locale <> all(${rows.map(({ locale }) => locale)}::text[])
    )
    insert into catalog.product_text
      (product_id, locale, title, subtitle, description, care, seo_title, seo_description)
    select ${id}, locale, title, subtitle, description, care, "seoTitle", "seoDescription"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t (locale text, title text, subtitle text, description text, care text,
            "seoTitle" text, "seoDescription" text)
    on conflict (product_id, locale) do update
      set title = excluded.title, subtitle = excluded.subtitle, description = excluded.description,
          care = excluded.care, seo_title = excluded.seo_title, seo_description = excluded.seo_description`);
}

/** Nothing refers to an option by id, so the old ones are dropped and the new ones written. */
export async function replaceOptions(
  ctx: Context,
  id: Uuid,
  options: ProductInput["options"],
): Promise<void> {
  await ctx.db.run(sql`delete from catalog.option where product_id = ${id}`);
  if (options.length === 0) return;
  const rows = options.map((option, position) => ({ id: newId(), position, ...option }));
  const values = rows.flatMap((option) =>
    option.values.map((value, position) => ({
      id: newId(),
      option_id: option.id,
      position,
      ...value,
    })),
  );
  await ctx.db.run(sql`
    with written as (
      insert into catalog.option (id, product_id, code, names, position)
      select id, ${id}, code, names, position
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as o (id uuid, code text, names jsonb, position integer)
      returning id
    )
    insert into catalog.option_value (id, option_id, code, labels, swatch, position)
    select v.id, w.id, v.code, v.labels, v.swatch, v.position
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
      as v (id uuid, option_id uuid, code text, labels jsonb, swatch text, position integer)
    join written w on w.id = v.option_id`);
}

/** The first category is the main one. A product new to a category stands last in it. */
export async function replaceCategories(
  ctx: Context,
  id: Uuid,
  categoryIds: readonly Uuid[],
): Promise<void> {
  await namingRefusals(
    ctx.db.run(sql`
      with gone as (
        delete from catalog.product_category
        where product_id = ${id} and category_id <> all(${categoryIds}::uuid[])
      )
      insert into catalog.product_category (product_id, category_id, main, position)
      select ${id}, w.category_id, bool_or(w.place = 1),
             (select coalesce(max(pc.position), 0) + 1 from catalog.product_category pc
              where pc.category_id = w.category_id)
      from unnest(${categoryIds}::uuid[]) with ordinality as w (category_id, place)
      group by w.category_id
      on conflict (product_id, category_id) do update set main = excluded.main`),
  );
}

export async function replaceRelated(
  ctx: Context,
  id: Uuid,
  relatedIds: readonly Uuid[],
): Promise<void> {
  await ctx.db.run(sql`delete from catalog.related_product where product_id = ${id}`);
  if (relatedIds.length === 0) return;
  await namingRefusals(
    ctx.db.run(sql`
      insert into catalog.related_product (product_id, related_id, position)
      select ${id}, w.related_id, min(w.place)
      from unnest(${relatedIds}::uuid[]) with ordinality as w (related_id, place)
      group by w.related_id`),
  );
}

type VariantRow = ProductInput["variants"][number] & { readonly id: Uuid };

/** Writes variants in the order given. Refuses an id that is another product's. */
export async function saveVariants(
  ctx: Context,
  productId: Uuid,
  variants: readonly VariantRow[],
): Promise<void> {
  const rows = variants.map((variant, position) => ({
    ...variant,
    prices: undefined,
    position,
  }));
  const saved = await namingRefusals(
    ctx.db.run(sql`
      insert into catalog.variant as v
        (id, product_id, sku, barcode, options, weight_grams, width_mm, depth_mm, height_mm,
         stock_policy, backorder_cap, backorder_days, position, active)
      select id, ${productId}, sku, barcode, options, "weightGrams", "widthMm", "depthMm", "heightMm",
             "stockPolicy", "backorderCap", "backorderDays", position, active
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (id uuid, sku text, barcode text, options jsonb, "weightGrams" integer, "widthMm" integer,
              "depthMm" integer, "heightMm" integer, "stockPolicy" text, "backorderCap" integer,
              "backorderDays" integer, position integer, active boolean)
      on conflict (id) do update
        set sku = excluded.sku, barcode = excluded.barcode, options = excluded.options,
            weight_grams = excluded.weight_grams, width_mm = excluded.width_mm,
            depth_mm = excluded.depth_mm, height_mm = excluded.height_mm,
            stock_policy = excluded.stock_policy, backorder_cap = excluded.backorder_cap,
            backorder_days = excluded.backorder_days, position = excluded.position,
            active = excluded.active, version = v.version + 1
        where v.product_id = excluded.product_id`),
  );
  if (saved !== rows.length) refuse(unknownVariant);
}

/**
 * Takes variants out of a product: deleted when nothing refers to them, else only switched off, so
 * that orders, carts and stock keep what they speak of.
 */
export async function dropVariants(
  ctx: Context,
  productId: Uuid,
  keep: readonly Uuid[],
): Promise<void> {
  const gone = await ctx.db.all<{ id: Uuid }>(sql`
    update catalog.variant set active = false, version = version + 1
    where product_id = ${productId} and id <> all(${keep}::uuid[])
    returning id`);
  for (const { id } of gone) await deleteUnlessUsed(ctx, id);
}

const foreignKeyViolation = "23503";

/** The foreign keys of the rooms above know who uses a variant; this room cannot ask them. */
async function deleteUnlessUsed(ctx: Context, variantId: Uuid): Promise<void> {
  await ctx.db.run(sql`savepoint before_delete`);
  try {
    await ctx.db.run(sql`delete from catalog.variant where id = ${variantId}`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== foreignKeyViolation) throw error;
    await ctx.db.run(sql`rollback to savepoint before_delete`);
  }
  await ctx.db.run(sql`release savepoint before_delete`);
}
