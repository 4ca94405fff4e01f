import type { Json } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { CategoryInput } from "./category-contract.ts";
import { allParts, type SavedProduct, saveProducts } from "./save-products.ts";

/** A category to write, with the id it will have. */
export interface ImportedCategory extends CategoryInput {
  readonly id: Uuid;
  readonly pictureId: Uuid | null;
}

/** A product to write whole and published, with the ids it and its variants will have. */
export interface ImportedProduct extends Omit<
  SavedProduct,
  "status" | "parts" | "model" | "categories"
> {
  readonly publishedAt: Date;
  readonly model: Json;
  readonly categories: readonly { readonly id: Uuid; readonly position: number }[];
}

/** Writes categories in two round trips. Parents may be among them, in any order. */
export async function importCategories(
  ctx: Context,
  categories: readonly ImportedCategory[],
): Promise<void> {
  await ctx.db.run(sql`
    insert into catalog.category (id, parent_id, code, position, picture_id)
    select id, "parentId", code, position, "pictureId"
    from jsonb_to_recordset(${JSON.stringify(categories)}::jsonb)
      as c (id uuid, "parentId" uuid, code text, position integer, "pictureId" uuid)`);
  const texts = categories.flatMap(({ id, texts: each }) =>
    Object.entries(each).map(([locale, text]) => ({ id, locale, ...text })),
  );
  await ctx.db.run(sql`
    insert into catalog.category_text (category_id, locale, name, slug, intro)
    select id, locale, name, slug, intro
    from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb)
      as t (id uuid, locale text, name text, slug text, intro text)`);
}

/**
 * Fills shelves with new, published products. A handle, SKU or barcode that exists ends the transaction;
 * searches and pages follow by the event. Attributes are taken as they are: the caller has checked them.
 */
export async function importProducts(
  ctx: Context,
  products: readonly ImportedProduct[],
): Promise<void> {
  await saveProducts(
    ctx,
    products.map((product) => ({
      ...product,
      attributes: product.attributes ?? {},
      status: "published" as const,
      parts: allParts,
    })),
  );
}
