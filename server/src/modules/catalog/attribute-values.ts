import { refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import {
  type Attribute,
  type AttributeProblem,
  type AttributeValue,
  type AttributeValues,
  isRecord,
  problemOf,
  tidyValue,
} from "./attribute.ts";
import type { AttributesView } from "./attribute-contract.ts";
import { attributesInvalid } from "./errors.ts";

/** Values as they arrive: null and emptiness say nothing. */
export type GivenValues = Readonly<Record<string, AttributeValue | null>>;

/** The values of one variant, under the name that people know it by. */
export interface VariantValues {
  readonly sku: string;
  readonly active: boolean;
  readonly values: AttributeValues;
}

export interface AttributeFault {
  readonly attribute: string;
  /** Of a variant's value. */
  readonly sku?: string;
  readonly problem: AttributeProblem;
}

/** Without what says nothing, in order of code. */
export function tidyValues(given: GivenValues): AttributeValues {
  const said = Object.entries(given).flatMap(([code, value]) => {
    const tidy = value === null ? null : tidyValue(value);
    return tidy === null ? [] : [[code, tidy] as const];
  });
  return Object.fromEntries(said.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What does not fit the schema; what is asked for and missing counts when the product is on sale. */
export function faultsOf(
  attributes: readonly Attribute[],
  product: AttributeValues,
  variants: readonly VariantValues[],
  complete: boolean,
): AttributeFault[] {
  const active = variants.filter((each) => each.active);
  return [
    ...faultsAt(attributes, "product", product),
    ...(complete ? missingIn(attributes, "product", product) : []),
    ...variants.flatMap(({ sku, values }) => faultsAt(attributes, "variant", values, sku)),
    ...(complete
      ? active.flatMap(({ sku, values }) => missingIn(attributes, "variant", values, sku))
      : []),
  ];
}

function faultsAt(
  attributes: readonly Attribute[],
  level: Attribute["level"],
  values: AttributeValues,
  sku?: string,
): AttributeFault[] {
  const byCode = new Map(attributes.map((each) => [each.code, each]));
  return Object.entries(values).flatMap(([code, value]) => {
    const attribute = byCode.get(code);
    const problem =
      attribute === undefined
        ? "unknown"
        : attribute.level === level
          ? problemOf(attribute, value)
          : "wrong_place";
    return problem === null ? [] : [faultOf(code, problem, sku)];
  });
}

function missingIn(
  attributes: readonly Attribute[],
  level: Attribute["level"],
  values: AttributeValues,
  sku?: string,
): AttributeFault[] {
  return attributes
    .filter((each) => each.required && each.level === level && values[each.code] === undefined)
    .map(({ code }) => faultOf(code, "missing", sku));
}

function faultOf(attribute: string, problem: AttributeProblem, sku?: string): AttributeFault {
  return sku === undefined ? { attribute, problem } : { attribute, problem, sku };
}

/** Refuses `attributes_invalid` with at most so many faults as can be read. */
export function refuseFaults(faults: readonly AttributeFault[]): void {
  if (faults.length === 0) return;
  const problems = faults.slice(0, 20).map((each) => ({
    ...each,
    // As with other fields that are not well formed, so that an editor can mark this one.
    path:
      each.sku === undefined
        ? `attributes.${each.attribute}`
        : `variants.${each.sku}.attributes.${each.attribute}`,
    code: each.problem,
  }));
  refuse(attributesInvalid, { problems });
}

/** Values that point to a product, a page or a file that there is not, by product. One round trip. */
export async function lostTargets(
  ctx: Context,
  sets: readonly { readonly id: Uuid; readonly values: AttributeValues }[],
): Promise<Map<Uuid, AttributeFault[]>> {
  const pointing = sets.flatMap(({ id, values }) =>
    Object.entries(values).flatMap(([code, value]) =>
      isRecord(value)
        ? (["product", "page", "file"] as const).flatMap((to) => {
            const name = value[to];
            return name === undefined ? [] : [{ id, code, to, name }];
          })
        : [],
    ),
  );
  if (pointing.length === 0) return new Map();
  const lost = await ctx.db.all<{ id: Uuid; code: string }>(sql`
    select r.id, r.code
    from jsonb_to_recordset(${JSON.stringify(pointing)}::jsonb) as r (id uuid, code text, "to" text, name text)
    where not case r."to"
      when 'product' then exists (select 1 from catalog.product p where p.id::text = r.name)
      when 'page' then exists (select 1 from content.published_page g where g.handle = r.name)
      else exists (select 1 from media.file f where f.id::text = r.name) end`);
  const byProduct = Map.groupBy(lost, ({ id }) => id);
  return new Map(
    [...byProduct].map(([id, rows]) => [
      id,
      rows.map(({ code }) => ({ attribute: code, problem: "no_such_target" as const })),
    ]),
  );
}

/** As replies carry them: ids as TypeIDs. */
export function valuesViewOf(values: AttributeValues): AttributesView {
  return Object.fromEntries(
    Object.entries(values).map(([code, value]) => [code, valueViewOf(value)]),
  );
}

export function valueViewOf(value: AttributeValue): AttributesView[string] {
  if (!isRecord(value))
    return Array.isArray(value) ? [...value] : (value as string | number | boolean);
  const { product, file } = value;
  if (product !== undefined) return { product: typeId("product", product) };
  if (file !== undefined) return { file: typeId("file", file) };
  return { ...value };
}

/** Writes what lists filter by anew from the documents of these products. One round trip. */
export async function refreshFilterKeys(ctx: Context, productIds: readonly Uuid[]): Promise<void> {
  await ctx.db.run(sql`
    update catalog.variant v
    set filter_keys = k.keys, filter_numbers = k.numbers
    from (
      select w.id, catalog.filter_keys(p.type_id, p.attributes || w.attributes) as keys,
             catalog.filter_numbers(p.type_id, p.attributes || w.attributes) as numbers
      from catalog.variant w
      join catalog.product p on p.id = w.product_id
      where w.product_id = any(${productIds}::uuid[])
        and (p.type_id is not null or w.filter_keys <> '{}' or w.filter_numbers <> '{}')
    ) k
    where v.id = k.id and (v.filter_keys, v.filter_numbers) is distinct from (k.keys, k.numbers)`);
}
