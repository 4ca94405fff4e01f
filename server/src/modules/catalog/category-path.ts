import type { Uuid } from "../../kernel/ids.ts";
import { type Locale, locales } from "../../kernel/locale.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { type PictureJson, pictureJson, pictureViewOf } from "../media/index.ts";
import type { CategoryView } from "./store-contract.ts";

export interface CategoryText {
  readonly name: string;
  readonly slug: string;
  readonly intro: string;
}

export interface CategoryRow {
  readonly id: Uuid;
  readonly code: string;
  readonly parent_id: Uuid | null;
  readonly depth: number;
  readonly position: number;
  readonly version: number;
  readonly texts: Readonly<Partial<Record<Locale, CategoryText>>>;
  readonly picture: PictureJson | null;
  /** Published products here and below. */
  readonly published: bigint;
  /** Products of every status here. */
  readonly standing: bigint;
}

/**
 * All categories, each followed by its descendants; or, for a code, that category after its
 * ancestors (no row when there is none). One round trip.
 */
export async function readCategories(
  ctx: Context,
  only: { readonly code: string } | null = null,
): Promise<CategoryRow[]> {
  return ctx.db.all<CategoryRow>(sql`
    with recursive tree as (
      select c.id, 0 as depth, array[c.id] as ids, array[lpad(c.position::text, 6, '0') || c.id] as place
      from catalog.category c where c.parent_id is null
      union all
      select c.id, t.depth + 1, t.ids || c.id, t.place || (lpad(c.position::text, 6, '0') || c.id)
      from catalog.category c join tree t on c.parent_id = t.id
    ), shown as (
      select t.* from tree t
      ${
        only === null
          ? sql``
          : sql`where t.id = any((select x.ids from tree x
                                  join catalog.category c on c.id = x.id
                                  where c.code = ${only.code})::uuid[])`
      }
    ), counted as (
      select s.id, count(distinct pc.product_id) as published
      from shown s
      join tree t on t.ids @> array[s.id]
      join catalog.product_category pc on pc.category_id = t.id
      join catalog.product p on p.id = pc.product_id and p.status = 'published'
      group by s.id
    )
    select c.id, c.code, c.parent_id, s.depth, c.position, c.version,
           (select coalesce(jsonb_object_agg(x.locale, jsonb_build_object(
              'name', x.name, 'slug', x.slug, 'intro', x.intro)), '{}')
            from catalog.category_text x where x.category_id = c.id) as texts,
           (select ${pictureJson()} from media.picture m where m.id = c.picture_id) as picture,
           coalesce(n.published, 0) as published,
           (select count(*) from catalog.product_category pc where pc.category_id = c.id) as standing
    from shown s
    join catalog.category c on c.id = s.id
    left join counted n on n.id = s.id
    order by s.place`);
}

/** The text in this language, else in the first one that has it. */
export function textIn<T>(
  texts: Readonly<Partial<Record<Locale, T>>>,
  locale: Locale,
): T | undefined {
  return texts[locale] ?? locales.map((each) => texts[each]).find((each) => each !== undefined);
}

export function categoryViewOf(row: CategoryRow, locale: Locale): CategoryView {
  const text = textIn(row.texts, locale) ?? { name: row.code, slug: row.code, intro: "" };
  const slugs = Object.fromEntries(
    Object.entries(row.texts).map(([each, { slug }]) => [each, slug]),
  );
  return {
    id: typeId("category", row.id),
    code: row.code,
    parentId: row.parent_id === null ? null : typeId("category", row.parent_id),
    depth: row.depth,
    name: text.name,
    slug: text.slug,
    slugs,
    intro: text.intro,
    picture: row.picture === null ? null : pictureViewOf(row.picture, locale, text.name),
    productCount: Number(row.published),
  };
}

/** The tree as shoppers see it. */
export async function listCategories(ctx: Context): Promise<{ categories: CategoryView[] }> {
  const rows = await readCategories(ctx);
  return { categories: rows.map((row) => categoryViewOf(row, ctx.locale)) };
}
