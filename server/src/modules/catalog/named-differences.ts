import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { Difference } from "./product-document.ts";

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** Differences with the names of what ids stand for: categories, products and types. One round trip. */
export async function namedDifferences(
  ctx: Context,
  sets: readonly (readonly Difference[])[],
): Promise<Difference[][]> {
  const ids = sets
    .flat()
    .flatMap(({ before, after }) => [
      ...(before ?? "").matchAll(uuid),
      ...(after ?? "").matchAll(uuid),
    ]);
  const names = await namesOf(ctx, [...new Set(ids.map(([id]) => id))]);
  const named = (text: string | null): string | null =>
    text?.replaceAll(uuid, (id) => names.get(id) ?? id) ?? null;
  return sets.map((set) =>
    set.map(({ path, before, after }) => ({ path, before: named(before), after: named(after) })),
  );
}

async function namesOf(ctx: Context, ids: readonly Uuid[]): Promise<Map<Uuid, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.all<{ id: Uuid; name: string }>(sql`
    select category_id as id, catalog.in_locale(jsonb_object_agg(locale, name), ${ctx.locale}) as name
    from catalog.category_text where category_id = any(${ids}::uuid[]) group by category_id
    union all
    select product_id, catalog.in_locale(jsonb_object_agg(locale, title), ${ctx.locale})
    from catalog.product_text where product_id = any(${ids}::uuid[]) group by product_id
    union all
    select id, catalog.in_locale(names, ${ctx.locale})
    from catalog.product_type where id = any(${ids}::uuid[])`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
