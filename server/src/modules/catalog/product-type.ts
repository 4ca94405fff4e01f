import { conflict, notFound, refuse } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import type { Attribute } from "./attribute.ts";
import type { AttributeView, ProductTypeInput, ProductTypeView } from "./attribute-contract.ts";
import { unknownAttribute } from "./errors.ts";

/** A schema of attributes that products of one type share. */
export interface ProductType {
  readonly id: Uuid;
  readonly code: string;
  readonly names: Readonly<Partial<Record<Locale, string>>>;
  readonly revision: number;
  readonly version: number;
  readonly attributes: readonly Attribute[];
}

interface TypeRow extends ProductType {
  readonly products: bigint;
  readonly following: bigint;
}

/** The attributes of the type `t`, in order, as JSON. */
export function attributesJson(): Sql {
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', a.id, 'code', a.code, 'names', a.names, 'help', a.help, 'groups', a.groups,
      'kind', a.kind, 'level', a.level, 'required', a.required, 'translatable', a.translatable,
      'filterable', a.filterable, 'unit', a.unit, 'target', a.target, 'choices', a.choices)
      order by a.position), '[]')
    from catalog.attribute a where a.type_id = t.id)`;
}

/** Types with what they hold, by code. One round trip. */
export function readTypes(
  ctx: Context,
  ids: readonly Uuid[] | null = null,
): Promise<(ProductType & { readonly products: bigint; readonly following: bigint })[]> {
  return ctx.db.all<TypeRow>(sql`
    select t.id, t.code, t.names, t.revision, t.version, ${attributesJson()} as attributes,
           (select count(*) from catalog.product p where p.type_id = t.id) as products,
           (select count(*) from catalog.product p
            where p.type_id = t.id and p.type_revision < t.revision) as following
    from catalog.product_type t
    where ${ids === null ? sql`true` : sql`t.id = any(${ids}::uuid[])`}
    order by t.code`);
}

/** Types that products are about to be given: locked, so that their schema stays while it is used. */
export async function lockTypesForUse(ctx: Context, ids: readonly Uuid[]): Promise<ProductType[]> {
  if (ids.length === 0) return [];
  return ctx.db.all<ProductType>(sql`
    select t.id, t.code, t.names, t.revision, t.version, ${attributesJson()} as attributes
    from catalog.product_type t where t.id = any(${ids}::uuid[])
    order by t.id for share`);
}

/** Locks a type for a change of its schema. Refuses `not_found`. */
export async function lockType(ctx: Context, id: Uuid): Promise<ProductType> {
  const type = await ctx.db.maybe<ProductType>(sql`
    select t.id, t.code, t.names, t.revision, t.version, ${attributesJson()} as attributes
    from catalog.product_type t where t.id = ${id} for update`);
  return type ?? refuse(notFound);
}

/** The schema as asked for. Refuses an attribute that is not the type's. */
export function proposedAttributes(
  before: readonly Attribute[],
  { attributes }: Pick<ProductTypeInput, "attributes">,
): Attribute[] {
  const known = new Set(before.map(({ id }) => id));
  return attributes.map((each) => {
    if (each.id !== undefined && !known.has(each.id)) {
      refuse(unknownAttribute, { id: typeId("attribute", each.id) });
    }
    return { ...each, id: each.id ?? newId() };
  });
}

/** For a preview: the type, when it is still what the editor saw. */
export async function readTypeOfVersion(
  ctx: Context,
  id: Uuid,
  version: number,
): Promise<ProductType> {
  const [type] = await readTypes(ctx, [id]);
  if (type === undefined) refuse(notFound);
  if (type.version !== version) refuse(conflict, { version: type.version });
  return type;
}

export async function typeViewFor(ctx: Context, id: Uuid): Promise<ProductTypeView> {
  const [row] = await readTypes(ctx, [id]);
  return row === undefined ? refuse(notFound) : typeViewOf(row);
}

export function typeViewOf(row: TypeRow): ProductTypeView {
  return {
    id: typeId("product_type", row.id),
    code: row.code,
    names: row.names,
    version: row.version,
    attributes: row.attributes.map(attributeViewOf),
    productCount: Number(row.products),
    following: Number(row.following),
  };
}

export function attributeViewOf(attribute: Attribute): AttributeView {
  return {
    ...attribute,
    id: typeId("attribute", attribute.id),
    choices: attribute.choices.map((each) => ({ ...each, labels: { ...each.labels } })),
  };
}
