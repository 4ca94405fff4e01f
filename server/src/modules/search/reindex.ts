import type { Uuid } from "../../kernel/ids.ts";
import { type Locale, locales } from "../../kernel/locale.ts";
import type { Context } from "../../platform/context.ts";
import { touchTag } from "../../platform/pending.ts";
import { sql } from "../../platform/sql.ts";

/** Writes the search documents of these products anew, in every language: one round trip each. */
export async function reindexProducts(ctx: Context, productIds: readonly Uuid[]): Promise<void> {
  if (productIds.length === 0) return;
  for (const locale of locales) {
    await writeDocuments(ctx, productIds, locale);
  }
  touchTag(ctx, "search");
}

/** Products in this category or below it, whose documents name it. */
export async function reindexCategory(ctx: Context, categoryId: Uuid): Promise<void> {
  const rows = await ctx.db.all<{ product_id: Uuid }>(sql`
    with recursive below as (
      select ${categoryId}::uuid as id
      union
      select c.id from catalog.category c join below b on c.parent_id = b.id
    )
    select distinct pc.product_id
    from catalog.product_category pc join below b on b.id = pc.category_id`);
  await reindexProducts(
    ctx,
    rows.map((row) => row.product_id),
  );
}

/**
 * A document is made of the texts in its language (or the one they fall back to), the names of the
 * categories up to the root, the labels of the options that active variants have, and what its
 * attributes say in words. The words of
 * all but the running text are learnt, for typing errors to be corrected to.
 */
async function writeDocuments(
  ctx: Context,
  productIds: readonly Uuid[],
  locale: Locale,
): Promise<void> {
  const config = `search.${locale}`;
  await ctx.db.run(sql`
    with recursive standing as (
      select pc.product_id, pc.category_id
      from catalog.product_category pc
      where pc.product_id = any(${productIds}::uuid[])
      union
      select s.product_id, c.parent_id
      from standing s join catalog.category c on c.id = s.category_id
      where c.parent_id is not null
    ), category_name as (
      select s.product_id, string_agg(x.name, ' ') as names
      from standing s
      cross join lateral (
        select name from catalog.category_text t
        where t.category_id = s.category_id
        order by t.locale = ${locale} desc, t.locale = 'en' desc, t.locale limit 1) x
      group by s.product_id
    ), label as (
      select product_id, string_agg(label, ' ') as labels
      from (
        select distinct v.product_id, catalog.in_locale(c.labels, ${locale}) as label
        from catalog.variant v
        join catalog.option o on o.product_id = v.product_id
        join catalog.option_value c on c.option_id = o.id and c.code = v.options ->> o.code
        where v.product_id = any(${productIds}::uuid[]) and v.active
      ) each
      group by product_id
    ), source as (
      select p.id as product_id, t.title, t.subtitle, t.description,
             coalesce(n.names, '') as names, coalesce(l.labels, '') as labels,
             coalesce(catalog.attribute_words(p.id, ${locale}), '') as attributes
      from catalog.product p
      cross join lateral (
        select * from catalog.product_text x
        where x.product_id = p.id
        order by x.locale = ${locale} desc, x.locale = 'en' desc, x.locale limit 1) t
      left join category_name n on n.product_id = p.id
      left join label l on l.product_id = p.id
      where p.id = any(${productIds}::uuid[])
    ), learnt as (
      insert into search.word (locale, word, folded)
      select distinct ${locale}, w.word, public.unaccent(w.word)
      from source
      cross join regexp_split_to_table(lower(concat_ws(' ', title, names, labels)), '[^[:alnum:]]+') as w (word)
      where length(w.word) between 3 and 40 and w.word !~ '^[0-9]+$'
      order by 2
      on conflict do nothing
    )
    insert into search.document (product_id, locale, words, plain)
    select product_id, ${locale},
           setweight(to_tsvector(${config}::regconfig, title), 'A')
             || setweight(to_tsvector(${config}::regconfig, names || ' ' || labels), 'B')
             || setweight(to_tsvector(${config}::regconfig, subtitle || ' ' || attributes), 'C')
             || setweight(to_tsvector(${config}::regconfig, description), 'D'),
           lower(public.unaccent(concat_ws(' ', title, names, labels)))
    from source
    on conflict (product_id, locale) do update set words = excluded.words, plain = excluded.plain`);
}
