import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { touchTag } from "../../platform/pending.ts";
import { sql } from "../../platform/sql.ts";

/**
 * Says that shoppers may now see something else of these products: drops their pages and those of
 * products that point to them, the lists of every category they stand in or below, and results of
 * searches. One round trip. Called before a product leaves a category as well as after it has come
 * into one.
 */
export async function touchProducts(ctx: Context, productIds: readonly Uuid[]): Promise<void> {
  if (productIds.length === 0) return;
  const showing = await ctx.db.all<{ tag: string }>(sql`
    with recursive up as (
      select c.id, c.parent_id
      from catalog.product_category pc
      join catalog.category c on c.id = pc.category_id
      where pc.product_id = any(${productIds}::uuid[])
      union
      select c.id, c.parent_id from catalog.category c join up on c.id = up.parent_id
    )
    select 'category:' || id as tag from up
    union
    select 'product:' || product_id from catalog.related_product
    where related_id = any(${productIds}::uuid[])`);
  touchTag(
    ctx,
    "catalog",
    "search",
    ...productIds.map((id) => `product:${id}`),
    ...showing.map(({ tag }) => tag),
  );
}

/**
 * Says that variants of these products went from one availability state to another: drops their
 * pages and cards, and lists of what is in stock. No round trip.
 */
export function touchAvailability(ctx: Context, productIds: readonly Uuid[]): void {
  touchTag(ctx, "availability", ...productIds.map((id) => `product:${id}`));
}

/** Says that the tree of categories changed: what shows any of it is dropped. */
export function touchCategories(ctx: Context, categoryIds: readonly Uuid[]): void {
  touchTag(
    ctx,
    "menu:main",
    "category-tree",
    "catalog",
    "search",
    ...categoryIds.map((id) => `category:${id}`),
  );
}
