import type { Uuid } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import { getMarket } from "../settings/index.ts";
import { likeText, tsqueryText, type Typed } from "./query-text.ts";

export interface Found {
  readonly total: number;
  /** Best first, one more than asked for when there are more. */
  readonly hits: readonly { readonly id: Uuid; readonly score: number }[];
  readonly categories: readonly { id: Uuid; code: string; name: string; slug: string }[];
  readonly correctedTo: string | null;
}

interface FoundRow {
  readonly total: bigint;
  readonly hits: Found["hits"] | null;
  readonly categories: Found["categories"] | null;
  readonly corrected: string | null;
}

/** Where a page ended; scores compare exactly because they are whole numbers. */
export interface SearchCursor {
  readonly score: number;
  readonly id: Uuid;
}

export interface FindOptions {
  readonly limit: number;
  readonly after: SearchCursor | null;
  readonly categories: number;
}

/**
 * Finds published products that have a price in this market, in one round trip.
 *
 * A product matches when its document has every word (stemmed in the language, the last word by
 * its beginning), when title, category and option names contain every word somewhere (German puts
 * words together: "tisch" finds "Esstisch"), or when one of its SKUs begins with the text or a
 * barcode is it. Only when nothing matches is each word replaced by the nearest one the shop uses,
 * at most one letter away in words up to four letters, else two, and the search done once more.
 */
export async function findProducts(
  ctx: Context,
  typed: Typed,
  options: FindOptions,
): Promise<Found> {
  if (typed.terms.length === 0) return { total: 0, hits: [], categories: [], correctedTo: null };
  const { currency } = await getMarket(ctx);
  const row = await ctx.db.one<FoundRow>(findStatement(typed, options, ctx.locale, currency));
  return {
    total: Number(row.total),
    hits: row.hits ?? [],
    categories: row.categories ?? [],
    correctedTo: row.corrected,
  };
}

function findStatement(
  { text, terms }: Typed,
  { limit, after, categories }: FindOptions,
  locale: Locale,
  currency: string,
): Sql<FoundRow> {
  const codes = sql`
    union all
    select v.product_id, 1000000 from catalog.shelf_code v
    where v.sku_folded like ${`${likeText(text)}%`} or v.barcode = ${text.toUpperCase()}`;
  return sql<FoundRow>`
    with as_typed as materialized (
      ${matches(sql`${tsqueryText(terms)}::text`, sql`${terms}::text[]`, locale, currency, codes)}
    ), correction as materialized (
      ${corrections(terms, locale)}
    ), corrected as materialized (
      ${matches(sql`(select query from correction)`, sql`(select terms from correction)`, locale, currency, sql``)}
    ), hit as materialized (
      select * from as_typed
      union all
      select * from corrected where not exists (select 1 from as_typed)
    )
    select (select count(*) from hit) as total,
           (select jsonb_agg(jsonb_build_object('id', s.id, 'score', s.score) order by s.score desc, s.id)
            from (select id, score from hit
                  ${after === null ? sql`` : sql`where (-score, id) > (${-after.score}::int, ${after.id}::uuid)`}
                  order by score desc, id limit ${limit + 1}) s) as hits,
           ${categoryHits(terms, locale, categories)} as categories,
           (select phrase from correction) as corrected`;
}

/** Products and how well they match: words in the title weigh most, a code more than any word. */
function matches(query: Sql, terms: Sql, locale: Locale, currency: string, codes: Sql): Sql {
  return sql`
    select m.id, max(m.score)::int as score
    from (
      select d.product_id as id,
             (ts_rank_cd('{0.05, 0.2, 0.6, 1.0}', d.words, q.query, 1) * 100000)::int as score
      from (select to_tsquery(${`search.${locale}`}::regconfig, ${query}) as query) q
      join search.document d on d.words @@ q.query and d.locale = ${locale}
      union all
      select d.product_id, 1
      from (select array(select '%' || public.unaccent(w) || '%' from unnest(${terms}) as t (w)) as parts) l
      join search.document d on d.plain like all (l.parts) and d.locale = ${locale}
      where l.parts <> '{}'
      ${codes}
    ) m
    join catalog.product p on p.id = m.id and p.status = 'published'
    where exists (
      select 1 from catalog.variant v
      join pricing.listed_price pr on pr.variant_id = v.id and pr.currency = ${currency}
      where v.product_id = m.id and v.active)
    group by m.id`;
}

/** One row when nothing was found as typed and some word has a neighbour; else none. */
function corrections(terms: readonly string[], locale: Locale): Sql {
  return sql`
    select string_agg('''' || n.word || ''':*', ' & ' order by n.place) as query,
           array_agg(n.word order by n.place) as terms,
           string_agg(n.word, ' ' order by n.place) as phrase
    from (
      select t.place, coalesce(w.word, t.term) as word, t.term
      from unnest(${terms}::text[]) with ordinality as t (term, place)
      left join lateral (
        select x.word,
               levenshtein_less_equal(left(x.folded, 60), left(public.unaccent(t.term), 60), 2) as distance
        from search.word x
        where x.locale = ${locale} and abs(length(x.folded) - length(t.term)) <= 2
        order by 2, similarity(x.folded, public.unaccent(t.term)) desc, x.word
        limit 1
      ) w on w.distance <= case when length(t.term) < 3 then 0 when length(t.term) <= 4 then 1 else 2 end
    ) n
    where not exists (select 1 from as_typed)
    having bool_or(n.word <> n.term)`;
}

/** Categories whose name contains every word, as typed or as corrected. */
function categoryHits(terms: readonly string[], locale: Locale, limit: number): Sql {
  return sql`(
    select jsonb_agg(jsonb_build_object('id', c.id, 'code', c.code, 'name', c.name, 'slug', c.slug)
                     order by length(c.name), c.name)
    from (
      select c.id, c.code, t.name, t.slug
      from catalog.category c
      join catalog.category_text t on t.category_id = c.id and t.locale = ${locale}
      where lower(public.unaccent(t.name)) like all (
        array(select '%' || public.unaccent(w) || '%'
              from unnest(coalesce((select terms from correction), ${terms}::text[])) as x (w)))
      order by length(t.name), t.name
      limit ${limit}
    ) c)`;
}
