import type { InputOf } from "../../kernel/endpoint.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { joinSql, type Sql, sql } from "../../platform/sql.ts";
import { type Cursor, readCursor } from "./list-cursor.ts";
import { attributeFacets, optionFacets } from "./list-facets.ts";
import { cardJson, type CardJson } from "./product-card.ts";
import type { Shelf } from "./shelf.ts";
import {
  type listProducts as contract,
  type ProductListView,
  type ProductSort,
  readAttributeFilter,
  readOptionFilter,
} from "./store-contract.ts";

type ListQuery = InputOf<typeof contract>["query"];

export interface ListRow {
  readonly total: bigint;
  readonly page: readonly { readonly id: Uuid; readonly key: string; readonly card: CardJson }[];
  readonly options: ProductListView["facets"]["options"];
  readonly attributes: ProductListView["facets"]["attributes"];
  readonly lowest: bigint | null;
  readonly highest: bigint | null;
}

interface Order {
  /** The key of the rows `l` (listed) and `c` (candidate); `p` is the product, `t` its title. */
  readonly key: Sql;
  readonly type: Sql;
  readonly pattern: RegExp;
  readonly descending: boolean;
}

const whole = /^-?\d{1,18}$/;
const anything = /^[^\p{Cc}\p{Cs}]{0,300}$/u;

const orders: Readonly<Record<ProductSort, Order>> = {
  recommended: {
    key: sql`c.rank`,
    type: sql`bigint`,
    pattern: whole,
    descending: false,
  },
  newest: {
    key: sql`(extract(epoch from c.published_at) * 1000000)::bigint`,
    type: sql`bigint`,
    pattern: whole,
    descending: true,
  },
  price: { key: sql`l.price`, type: sql`bigint`, pattern: whole, descending: false },
  price_desc: { key: sql`l.price`, type: sql`bigint`, pattern: whole, descending: true },
  name: {
    key: sql`t.title collate "unicode"`,
    type: sql`text collate "unicode"`,
    pattern: anything,
    descending: false,
  },
};

/**
 * Candidates are the category's published products; offers their variants that have a price here.
 * A product is listed when one and the same offer fits every filter. An option's facet counts with
 * that option's own filter left out, so that it tells what choosing another value would give.
 */
export function listStatement(query: ListQuery, shelf: Shelf): Sql<ListRow> {
  const order = orders[query.sort];
  const cursor =
    query.after === undefined ? null : readCursor(query.sort, query.after, order.pattern);
  const direction = order.descending ? sql`desc` : sql`asc`;
  return sql<ListRow>`
    with recursive below as (${categoriesBelow(query)}),
    candidate as materialized (${candidates(query)}),
    offer as materialized (${offers(query, shelf)}),
    listed as materialized (
      select o.product_id as id, min(o.amount) as price
      from offer o
      where o.price_fits and o.choice_fits
      group by o.product_id
    ), sorted as (
      select l.id, ${order.key} as key
      from listed l
      join candidate c on c.id = l.id
      ${query.sort === "name" ? titles(shelf) : sql``}
    ), page as (
      select s.id, s.key from sorted s
      ${cursor === null ? sql`` : beyond(cursor, order)}
      order by s.key ${direction}, s.id ${direction}
      limit ${query.limit + 1}
    ), chosen as (
      select split_part(each.choice, ':', 1) as code, split_part(each.choice, ':', 2) as value,
             count(*)::int as count, any_value(each.product_id) as product_id
      from (
        select c.choice, o.product_id
        from offer o
        cross join unnest(o.choices) as c (choice)
        where o.price_fits
          and (o.choice_fits or o.misses = array[split_part(c.choice, ':', 1)])
        group by c.choice, o.product_id
      ) each
      group by each.choice
    ), measured as (
      select n.code, min(n.number) as lowest, max(n.number) as highest,
             count(distinct o.product_id)::int as count, any_value(o.product_id) as product_id
      from offer o
      cross join lateral (
        select e.key as code, e.value::numeric as number from jsonb_each_text(o.numbers) e) n
      where o.price_fits and (o.choice_fits or o.misses = array['@' || n.code])
      group by n.code
    ), spread as (
      select min(amount) as lowest, max(amount) as highest from offer where choice_fits
    )
    select (select count(*) from listed) as total,
           (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'key', page.key::text, 'card', ${cardJson(shelf)})
                            order by page.key ${direction}, page.id ${direction}), '[]')
            from page join catalog.product p on p.id = page.id) as page,
           ${optionFacets(shelf)} as options, ${attributeFacets(shelf)} as attributes,
           spread.lowest, spread.highest
    from spread`;
}

function categoriesBelow({ category }: ListQuery): Sql {
  if (category === undefined) return sql`select null::uuid as id`;
  return sql`
    select c.id from catalog.category c where c.code = ${category}
    union all
    select c.id from catalog.category c join below b on c.parent_id = b.id`;
}

/**
 * Featured products rank first, then each has the best place it has in the categories looked at.
 * Those are given as an array, which the planner takes for few, where it takes a subquery for all.
 */
function candidates({ category }: ListQuery): Sql {
  return sql`
    select p.id, p.published_at,
           (case when p.featured then 0 else 10000000 end + min(coalesce(pc.position, 9999999)))::bigint as rank
    from catalog.product p
    ${
      category === undefined
        ? sql`left join catalog.product_category pc on pc.product_id = p.id`
        : sql`join catalog.product_category pc on pc.product_id = p.id
              and pc.category_id = any(array(select id from below))`
    }
    where p.status = 'published'
    group by p.id`;
}

function offers(query: ListQuery, { market }: Shelf): Sql {
  const filters = filtersOf(query);
  const { minPrice, maxPrice } = query;
  return sql`
    select v.product_id, v.choices || v.filter_keys as choices, v.filter_numbers as numbers,
           pr.amount_minor as amount, ${misses(filters)} as misses,
           ${
             filters.length === 0
               ? sql`true`
               : joinSql(
                   filters.map(({ fits }) => fits),
                   "and",
                 )
           } as choice_fits,
           ${minPrice === undefined ? sql`true` : sql`pr.amount_minor >= ${minPrice}::bigint`}
           and ${maxPrice === undefined ? sql`true` : sql`pr.amount_minor <= ${maxPrice}::bigint`} as price_fits
    from candidate c
    join catalog.variant v on v.product_id = c.id and v.active
    join pricing.listed_price pr on pr.variant_id = v.id and pr.currency = ${market.currency}
    ${
      query.inStock === "true"
        ? sql`join inventory.availability a on a.variant_id = v.id and a.available > 0`
        : sql``
    }`;
}

/** A filter by its facet's name (an attribute's begins with @), and when the variant `v` fits it. */
interface Filter {
  readonly name: string;
  readonly fits: Sql;
}

function filtersOf({ options = "", attributes = "" }: ListQuery): Filter[] {
  const byOption = Object.entries(readOptionFilter(options)).map(([code, values]) => ({
    name: code,
    fits: sql`v.choices && ${values.map((value) => `${code}:${value}`)}::text[]`,
  }));
  const byAttribute = Object.entries(readAttributeFilter(attributes)).map(([code, chosen]) => ({
    name: `@${code}`,
    fits:
      "values" in chosen
        ? sql`v.filter_keys && ${chosen.values.map((value) => `@${code}:${value}`)}::text[]`
        : sql`coalesce((v.filter_numbers ->> ${code})::numeric
                       between ${chosen.from ?? "-infinity"}::numeric and ${chosen.to ?? "infinity"}::numeric, false)`,
  }));
  return [...byOption, ...byAttribute];
}

/** The filters that an offer does not fit. */
function misses(filters: readonly Filter[]): Sql {
  if (filters.length === 0) return sql`'{}'::text[]`;
  const each = filters.map(({ name, fits }) => sql`case when ${fits} then null else ${name} end`);
  return sql`array_remove(array[${joinSql(each, ",")}]::text[], null)`;
}

function titles({ locale }: Shelf): Sql {
  return sql`
    cross join lateral (
      select title from catalog.product_text
      where product_id = l.id
      order by locale = ${locale} desc, locale = 'en' desc, locale
      limit 1) t`;
}

function beyond({ key, id }: Cursor, { type, descending }: Order): Sql {
  const limit = sql`(${key}::${type}, ${id}::uuid)`;
  return descending ? sql`where (s.key, s.id) < ${limit}` : sql`where (s.key, s.id) > ${limit}`;
}
