import type { Uuid } from "../../kernel/ids.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { readAdminProducts } from "./admin-product.ts";
import { documentOf } from "./product-document.ts";

/**
 * Keeps what these products are now as their next revision, unless it is what the last one says.
 * Two round trips, however many there are. Called when all of a change is written.
 */
export async function keepRevisions(
  ctx: Context,
  productIds: readonly Uuid[],
  saved: { readonly by: string; readonly at: Date | null } = { by: actorOf(ctx), at: ctx.now },
): Promise<void> {
  if (productIds.length === 0) return;
  const products = await readAdminProducts(ctx, productIds);
  const rows = products.map((product) => ({
    id: product.id,
    document: documentOf(product),
    at: (saved.at ?? product.changedAt).toISOString(),
  }));
  await ctx.db.run(sql`
    insert into catalog.product_revision (product_id, number, document, saved_by, saved_at)
    select r.id, coalesce(last.number, 0) + 1, r.document, ${saved.by}, r.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, document jsonb, at timestamptz)
    left join lateral (
      select number, document from catalog.product_revision
      where product_id = r.id order by number desc limit 1) last on true
    where last.document is distinct from r.document`);
}

/**
 * Keeps what products were before their first change here: an import or a seed made them.
 * @returns those of the products that exist
 */
export async function keepOrigins(ctx: Context, productIds: readonly Uuid[]): Promise<Uuid[]> {
  const known = await ctx.db.all<{ id: Uuid; bare: boolean }>(sql`
    select p.id, not exists (select 1 from catalog.product_revision r
                             where r.product_id = p.id) as bare
    from catalog.product p
    where p.id = any(${productIds}::uuid[])
    order by p.id`);
  const bare = known.filter((each) => each.bare).map(({ id }) => id);
  await keepRevisions(ctx, bare, { by: "system:import", at: null });
  return known.map(({ id }) => id);
}
