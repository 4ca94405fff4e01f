import { type Sql, sql } from "../../platform/sql.ts";
import type { Shelf } from "./shelf.ts";

/** Values of a facet are in their own order while they are so few, else the most frequent first. */
const fewValues = 8;

/**
 * Options by how many products have them, from `chosen`. Values in the order their option has them
 * while they are few (small, medium, large), else the most frequent first.
 */
export function optionFacets({ locale }: Shelf): Sql {
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_object('code', f.code, 'name', f.name, 'values', f.values)
                    order by f.weight desc, f.code), '[]')
    from (
      select n.code, sum(n.count) as weight,
             catalog.in_locale((array_agg(n.names order by n.count desc, n.value))[1], ${locale}) as name,
             jsonb_agg(jsonb_build_object('code', n.value, 'label', catalog.in_locale(n.labels, ${locale}),
                                          'swatch', n.swatch, 'count', n.count)
                       order by case when n.values <= ${fewValues} then n.position else -n.count end,
                                n.count desc, n.value) as values
      from (
        select x.code, x.value, x.count, o.names, c.labels, c.swatch, c.position,
               count(*) over (partition by x.code) as values
        from chosen x
        join catalog.option o on o.product_id = x.product_id and o.code = x.code
        join catalog.option_value c on c.option_id = o.id and c.code = x.value
      ) n
      group by n.code
    ) f)`;
}

/**
 * Filterable attributes by how many products have them, from `chosen` and `measured`: named and
 * labelled as the type of one of those products does.
 */
export function attributeFacets({ locale }: Shelf): Sql {
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_object(
             'code', f.code, 'name', f.name, 'kind', f.kind, 'unit', f.unit,
             'values', f.values, 'range', f.range) order by f.weight desc, f.code), '[]')
    from (
      select n.code, sum(n.count) as weight,
             case n.kind when 'boolean' then 'boolean' else 'choice' end as kind, null as unit,
             catalog.in_locale((array_agg(n.names order by n.count desc, n.value))[1], ${locale}) as name,
             jsonb_agg(jsonb_build_object(
               'code', n.value, 'label', coalesce(catalog.in_locale(n.choice -> 'labels', ${locale}), ''),
               'swatch', n.choice ->> 'swatch', 'count', n.count)
               order by case when n.values <= ${fewValues} then n.position else -n.count end,
                        n.count desc, n.value desc) as values,
             null::jsonb as range
      from (
        select a.code, x.value, x.count, a.names, case a.kind when 'boolean' then a.kind end as kind,
               c.choice, c.position, count(*) over (partition by a.code) as values
        from chosen x
        join catalog.product y on y.id = x.product_id
        join catalog.attribute a on a.type_id = y.type_id and a.code = substr(x.code, 2)
        left join lateral (
          select e.choice, e.position
          from jsonb_array_elements(a.choices) with ordinality as e (choice, position)
          where e.choice ->> 'code' = x.value) c on true
        where starts_with(x.code, '@')
      ) n
      group by n.code, n.kind
      union all
      select a.code, m.count, 'number', a.unit, catalog.in_locale(a.names, ${locale}), '[]',
             jsonb_build_object('min', m.lowest, 'max', m.highest)
      from measured m
      join catalog.product y on y.id = m.product_id
      join catalog.attribute a on a.type_id = y.type_id and a.code = m.code
    ) f)`;
}
