import type { InputOf, ReplyOf } from "../../kernel/endpoint.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { listFindable as contract } from "./sitemap-contract.ts";

const perPage = 5_000;
const mostPictures = 10;

/** Published products that some market can buy, in the order in which they were made. Two round trips. */
export async function listFindable(
  ctx: Context,
  { query }: InputOf<typeof contract>,
): Promise<ReplyOf<typeof contract>> {
  const findable = sql`
    p.status = 'published' and exists (
      select 1 from catalog.variant v
      join pricing.listed_price l on l.variant_id = v.id
      where v.product_id = p.id and v.active)`;
  const { count } = await ctx.db.one<{ count: bigint }>(sql`
    select count(*) from catalog.product p where ${findable}`);
  const rows = await ctx.db.all<{ handle: string; changed_at: Date; pictures: string[] }>(sql`
    select p.handle, p.changed_at,
           array(select '/media/' || m.file_key || '-' || m.widths[cardinality(m.widths)] || '.webp'
                 from catalog.product_picture pp
                 join media.picture m on m.id = pp.picture_id
                 where pp.product_id = p.id order by pp.position limit ${mostPictures}) as pictures
    from catalog.product p
    where p.id in (
      select p.id from catalog.product p where ${findable}
      order by p.id limit ${perPage} offset ${(query.page - 1) * perPage})
    order by p.id`);
  return {
    pages: Math.max(1, Math.ceil(Number(count) / perPage)),
    products: rows.map((row) => ({
      handle: row.handle,
      changedAt: row.changed_at.toISOString(),
      pictures: row.pictures,
    })),
  };
}
