import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import type { Attribute, AttributeDocument, AttributeValues } from "./attribute.ts";
import { refreshFilterKeys } from "./attribute-values.ts";
import { changesBetween, convertDocument } from "./convert-attributes.ts";

interface BehindRow {
  readonly id: Uuid;
  readonly revision: number;
  readonly attributes: AttributeValues;
  readonly variants: Readonly<Record<Uuid, AttributeValues>>;
  readonly changes: readonly KeptChange[];
}

/** A change of a type's schema as it was kept. */
export interface KeptChange {
  readonly before: readonly Attribute[];
  readonly after: readonly Attribute[];
}

/** The changes of its type that the row `p` of catalog.product has not followed yet, as JSON. */
export function changesSince(): Sql {
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_object('before', c.before, 'after', c.after)
                              order by c.revision), '[]')
    from catalog.type_change c
    where c.type_id = p.type_id and c.revision > p.type_revision)`;
}

/** A document under each schema that its type has had since, one after another. */
export function caughtUp(
  document: AttributeDocument,
  changes: readonly KeptChange[],
): AttributeDocument {
  return changes.reduce(
    (held, { before, after }) => convertDocument(held, changesBetween(before, after)),
    document,
  );
}

/**
 * Brings the values of these products under their type's schema of now; those that follow it
 * already are left alone. Three round trips. @returns the products whose values are others now.
 */
export async function followType(ctx: Context, productIds: readonly Uuid[]): Promise<Uuid[]> {
  const rows = await ctx.db.all<BehindRow>(sql`
    select p.id, t.revision, p.attributes,
           (select coalesce(jsonb_object_agg(v.id, v.attributes), '{}')
            from catalog.variant v where v.product_id = p.id) as variants,
           ${changesSince()} as changes
    from catalog.product p
    join catalog.product_type t on t.id = p.type_id
    where p.id = any(${productIds}::uuid[]) and p.type_revision < t.revision
    order by p.id
    for update of p`);
  if (rows.length === 0) return [];
  const moved = rows.map((row) => {
    const held = { product: row.attributes, variants: row.variants };
    const next = caughtUp(held, row.changes);
    return { ...row, next, differs: JSON.stringify(held) !== JSON.stringify(next) };
  });
  await write(ctx, moved);
  await refreshFilterKeys(
    ctx,
    rows.map(({ id }) => id),
  );
  return moved.filter(({ differs }) => differs).map(({ id }) => id);
}

async function write(
  ctx: Context,
  moved: readonly (BehindRow & { next: AttributeDocument; differs: boolean })[],
): Promise<void> {
  const products = moved.map(({ id, revision, next, differs }) => ({
    id,
    revision,
    differs,
    attributes: next.product,
  }));
  const variants = moved.flatMap(({ next }) =>
    Object.entries(next.variants).map(([id, attributes]) => ({ id, attributes })),
  );
  await ctx.db.run(sql`
    with changed as (
      update catalog.variant v set attributes = n.attributes
      from jsonb_to_recordset(${JSON.stringify(variants)}::jsonb) as n (id uuid, attributes jsonb)
      where v.id = n.id and v.attributes <> n.attributes
    )
    update catalog.product p
    set attributes = n.attributes, type_revision = n.revision,
        version = case when n.differs then p.version + 1 else p.version end,
        changed_at = case when n.differs then ${ctx.now}::timestamptz else p.changed_at end
    from jsonb_to_recordset(${JSON.stringify(products)}::jsonb)
      as n (id uuid, revision integer, differs boolean, attributes jsonb)
    where p.id = n.id`);
}
