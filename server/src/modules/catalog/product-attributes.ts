import { refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { type Attribute, type AttributeValues, problemOf } from "./attribute.ts";
import {
  type AttributeFault,
  faultsOf,
  type GivenValues,
  lostTargets,
  refreshFilterKeys,
  refuseFaults,
  tidyValues,
  type VariantValues,
} from "./attribute-values.ts";
import { unknownProductType } from "./errors.ts";
import { followType } from "./follow-type.ts";
import { lockTypesForUse, type ProductType } from "./product-type.ts";

interface HeldRow {
  readonly id: Uuid;
  readonly type_id: Uuid | null;
  readonly behind: boolean;
  readonly status: string;
  readonly attributes: AttributeValues;
  readonly variants: readonly {
    readonly id: Uuid;
    readonly sku: string;
    readonly active: boolean;
    readonly attributes: AttributeValues;
  }[];
}

/** What is said of one product's attributes; what is left out stays as it is. */
export interface GivenAttributes {
  readonly productId: Uuid;
  readonly typeId?: Uuid | null | undefined;
  readonly attributes?: GivenValues | undefined;
  readonly variants: readonly {
    readonly id: Uuid;
    readonly attributes?: GivenValues | undefined;
  }[];
  /** True changes only the codes that are named (null takes one away); false replaces them all. */
  readonly merge: boolean;
}

/**
 * Writes a product's type and values, checked by the type's schema. Refuses `unknown_product_type`
 * and `attributes_invalid`.
 */
export async function saveProductAttributes(ctx: Context, given: GivenAttributes): Promise<void> {
  const said = [given.attributes, ...given.variants.map(({ attributes }) => attributes)];
  if (given.typeId === undefined && said.every((each) => each === undefined)) {
    return requireAttributes(ctx, given.productId, false);
  }
  const faults = await writeAttributes(ctx, [given]);
  refuseFaults(faults.get(given.productId) ?? []);
}

/**
 * Writes types and values of many products: six round trips at most. Values that stay although the
 * type changes are kept where they fit the new one. A product with faults is left as it was.
 * The caller announces the products. @returns the faults by product; refuses `unknown_product_type`.
 */
export async function writeAttributes(
  ctx: Context,
  changes: readonly GivenAttributes[],
): Promise<Map<Uuid, AttributeFault[]>> {
  const ids = changes.map(({ productId }) => productId);
  const held = new Map((await readFollowed(ctx, ids)).map((row) => [row.id, row]));
  const types = await typesFor(ctx, changes, held);
  const next = changes.flatMap((given) => {
    const row = held.get(given.productId);
    return row === undefined ? [] : [nextOf(given, row, types)];
  });
  const lost = await lostTargets(
    ctx,
    next.flatMap(({ id, product, variants }) =>
      [product, ...variants.map(({ values }) => values)].map((values) => ({ id, values })),
    ),
  );
  const faults = new Map(
    next.map((each) => {
      const complete = each.status === "published";
      const { type, product, variants } = each;
      const own = faultsOf(type?.attributes ?? [], product, variants, complete);
      return [each.id, [...own, ...(lost.get(each.id) ?? [])]] satisfies [Uuid, AttributeFault[]];
    }),
  );
  await write(
    ctx,
    next.filter(({ id }) => faults.get(id)?.length === 0),
  );
  return new Map([...faults].filter(([, each]) => each.length > 0));
}

/** Refuses a product that lacks a value which its type asks for; a draft only when `always`. */
export async function requireAttributes(ctx: Context, id: Uuid, always = true): Promise<void> {
  const [held] = await readFollowed(ctx, [id]);
  if (held === undefined || held.type_id === null) return;
  if (!always && held.status !== "published") return;
  const [type] = await lockTypesForUse(ctx, [held.type_id]);
  const variants = held.variants.map((each) => ({ ...each, values: each.attributes }));
  refuseFaults(faultsOf(type?.attributes ?? [], held.attributes, variants, true));
}

async function readFollowed(ctx: Context, ids: readonly Uuid[]): Promise<HeldRow[]> {
  const held = await readHeld(ctx, ids);
  const behind = held.filter((row) => row.behind).map(({ id }) => id);
  if (behind.length === 0) return held;
  await followType(ctx, behind);
  return readHeld(ctx, ids);
}

function readHeld(ctx: Context, ids: readonly Uuid[]): Promise<HeldRow[]> {
  return ctx.db.all<HeldRow>(sql`
    select p.id, p.type_id, p.status, p.attributes,
           exists (select 1 from catalog.product_type t
                   where t.id = p.type_id and t.revision > p.type_revision) as behind,
           (select coalesce(jsonb_agg(jsonb_build_object(
              'id', v.id, 'sku', v.sku, 'active', v.active, 'attributes', v.attributes) order by v.position), '[]')
            from catalog.variant v where v.product_id = p.id) as variants
    from catalog.product p where p.id = any(${ids}::uuid[])
    order by p.id for update of p`);
}

async function typesFor(
  ctx: Context,
  changes: readonly GivenAttributes[],
  held: ReadonlyMap<Uuid, HeldRow>,
): Promise<Map<Uuid, ProductType>> {
  const wanted = changes.flatMap(
    ({ typeId: given, productId }) =>
      (given === undefined ? held.get(productId)?.type_id : given) ?? [],
  );
  const types = await lockTypesForUse(ctx, [...new Set(wanted)]);
  const byId = new Map(types.map((type) => [type.id, type]));
  const missing = wanted.find((id) => !byId.has(id));
  if (missing !== undefined) refuse(unknownProductType, { id: typeId("product_type", missing) });
  return byId;
}

interface Next {
  readonly id: Uuid;
  readonly status: string;
  readonly type: ProductType | null;
  readonly product: AttributeValues;
  readonly variants: readonly (VariantValues & { readonly id: Uuid })[];
}

function nextOf(
  given: GivenAttributes,
  held: HeldRow,
  types: ReadonlyMap<Uuid, ProductType>,
): Next {
  const typeUuid = given.typeId === undefined ? held.type_id : given.typeId;
  const type = typeUuid === null ? null : (types.get(typeUuid) ?? null);
  const valuesAt = (
    said: GivenValues | undefined,
    before: AttributeValues,
    level: Attribute["level"],
  ): AttributeValues => {
    if (said !== undefined && !given.merge) return tidyValues(said);
    const kept = typeUuid === held.type_id ? before : fitting(type, level, before);
    return said === undefined ? kept : tidyValues({ ...kept, ...said });
  };
  const saidOf = new Map(given.variants.map((each) => [each.id, each.attributes]));
  return {
    id: held.id,
    status: held.status,
    type,
    product: valuesAt(given.attributes, held.attributes, "product"),
    variants: held.variants.map((each) => ({
      ...each,
      values: valuesAt(saidOf.get(each.id), each.attributes, "variant"),
    })),
  };
}

function fitting(
  type: ProductType | null,
  level: Attribute["level"],
  values: AttributeValues,
): AttributeValues {
  const here = type?.attributes.filter((each) => each.level === level) ?? [];
  const known = new Map(here.map((each) => [each.code, each]));
  return Object.fromEntries(
    Object.entries(values).filter(([code, value]) => {
      const attribute = known.get(code);
      return attribute !== undefined && problemOf(attribute, value) === null;
    }),
  );
}

async function write(ctx: Context, all: readonly Next[]): Promise<void> {
  if (all.length === 0) return;
  const products = all.map(({ id, type, product }) => ({
    id,
    type: type?.id ?? null,
    revision: type?.revision ?? 1,
    attributes: product,
  }));
  const variants = all.flatMap((each) =>
    each.variants.map(({ id, values }) => ({ id, attributes: values })),
  );
  await ctx.db.run(sql`
    with changed as (
      update catalog.variant v set attributes = n.attributes
      from jsonb_to_recordset(${JSON.stringify(variants)}::jsonb) as n (id uuid, attributes jsonb)
      where v.id = n.id and v.attributes <> n.attributes
    )
    update catalog.product p
    set type_id = n.type, type_revision = n.revision, attributes = n.attributes
    from jsonb_to_recordset(${JSON.stringify(products)}::jsonb)
      as n (id uuid, type uuid, revision integer, attributes jsonb)
    where p.id = n.id`);
  await refreshFilterKeys(
    ctx,
    all.map(({ id }) => id),
  );
}
