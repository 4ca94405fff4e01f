import type { InputOf, ReplyOf } from "../../kernel/endpoint.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { findCategoryAddress as contract } from "./store-contract.ts";

/** Keeps a handle that a product gives up. Whoever had it before loses it to the last owner. */
export async function keepOldHandle(
  ctx: Context,
  product: { readonly id: Uuid; readonly handle: string },
  next: string,
): Promise<void> {
  if (product.handle === next) return;
  await ctx.db.run(sql`
    insert into catalog.old_handle (handle, product_id, changed_at)
    values (${product.handle}, ${product.id}, ${ctx.now})
    on conflict (handle) do update
      set product_id = excluded.product_id, changed_at = excluded.changed_at`);
}

/** Keeps the slugs that a category gives up, in each language. Called before its texts are replaced. */
export async function keepOldSlugs(
  ctx: Context,
  categoryId: Uuid,
  next: readonly { readonly locale: string; readonly slug: string }[],
): Promise<void> {
  await ctx.db.run(sql`
    insert into catalog.old_slug (locale, slug, category_id, changed_at)
    select t.locale, t.slug, t.category_id, ${ctx.now}
    from catalog.category_text t
    where t.category_id = ${categoryId}
      and not exists (
        select 1 from jsonb_to_recordset(${JSON.stringify(next)}::jsonb) as n (locale text, slug text)
        where n.locale = t.locale and n.slug = t.slug)
    on conflict (locale, slug) do update
      set category_id = excluded.category_id, changed_at = excluded.changed_at`);
}

/** The category that had this slug before; the language asked for counts first. */
export async function findCategoryAddress(
  ctx: Context,
  { params }: InputOf<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  const [row] = await ctx.db.all<{ code: string }>(sql`
    select c.code from catalog.old_slug o
    join catalog.category c on c.id = o.category_id
    where o.slug = ${params.slug}
    order by o.locale = ${ctx.locale} desc, o.changed_at desc
    limit 1`);
  return row ?? refuse(notFound);
}
