import type { Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { Attribute, AttributeValue } from "./attribute.ts";
import type { ProductTypeInput, TypeChangePreview } from "./attribute-contract.ts";
import { valueViewOf } from "./attribute-values.ts";
import {
  type AttributeChange,
  changesBetween,
  convertHeld,
  losesSome,
} from "./convert-attributes.ts";
import { type ProductType, proposedAttributes, readTypeOfVersion } from "./product-type.ts";

/** What a change of one attribute does to the products that have a value for it. */
export interface ChangeEffect {
  readonly change: AttributeChange;
  readonly changed: number;
  readonly loses: number;
  readonly examples: readonly {
    readonly productId: Uuid;
    readonly before: readonly AttributeValue[];
    readonly after: readonly AttributeValue[];
  }[];
}

const fewExamples = 5;

/** What a proposed schema would do. Three round trips; changes nothing. */
export async function previewTypeChange(
  ctx: Context,
  id: Uuid,
  input: ProductTypeInput & { readonly version: number },
): Promise<TypeChangePreview> {
  const type = await readTypeOfVersion(ctx, id, input.version);
  const after = proposedAttributes(type.attributes, input);
  const effects = await effectsOf(ctx, type, changesBetween(type.attributes, after));
  const titles = await titlesOf(
    ctx,
    effects.flatMap(({ examples }) => examples.map(({ productId }) => productId)),
  );
  return {
    changes: effects.map(({ change, changed, loses, examples }) => ({
      code: change.before.code,
      names: { ...change.before.names },
      steps: [...change.steps],
      changed,
      loses,
      examples: examples.map((each) => ({
        productId: typeId("product", each.productId),
        title: titles.get(each.productId) ?? "",
        before: each.before.map(valueViewOf),
        after: each.after.map(valueViewOf),
      })),
    })),
    lacking: await lackingOf(ctx, type, after),
  };
}

interface HeldRow {
  readonly code: string;
  /** The distinct values that one product has. */
  readonly held: readonly AttributeValue[];
  readonly products: bigint;
  readonly example: Uuid;
}

/** Counts by what products hold, so that 100,000 products with ten materials are ten rows. */
export async function effectsOf(
  ctx: Context,
  type: Pick<ProductType, "id">,
  changes: readonly AttributeChange[],
): Promise<ChangeEffect[]> {
  if (changes.length === 0) return [];
  const looked = changes.map(({ before: { code, level } }) => ({ code, level }));
  const rows = await ctx.db.all<HeldRow>(sql`
    with looked as (
      select * from jsonb_to_recordset(${JSON.stringify(looked)}::jsonb) as l (code text, level text)
    ), each as (
      select l.code, p.id, jsonb_build_array(p.attributes -> l.code) as held
      from looked l
      join catalog.product p on p.type_id = ${type.id} and p.attributes ? l.code
      where l.level = 'product'
      union all
      select l.code, p.id, jsonb_agg(distinct v.attributes -> l.code)
      from looked l
      join catalog.product p on p.type_id = ${type.id}
      join catalog.variant v on v.product_id = p.id and v.attributes ? l.code
      where l.level = 'variant'
      group by l.code, p.id
    )
    select code, held, count(*) as products, min(id::text) as example
    from each
    group by code, held
    order by code, products desc, example`);
  const byCode = Map.groupBy(rows, ({ code }) => code);
  return changes.map((change) => effectOf(change, byCode.get(change.before.code) ?? []));
}

function effectOf(change: AttributeChange, rows: readonly HeldRow[]): ChangeEffect {
  const each = rows.map(({ held, products, example }) => {
    const after = convertHeld(change, held);
    return { before: held, after, products: Number(products), productId: example };
  });
  const count = (all: readonly { products: number }[]): number =>
    all.reduce((sum, { products }) => sum + products, 0);
  const lost = each.filter(({ before }) => losesSome(change, before));
  return {
    change,
    changed: count(each),
    loses: count(lost),
    // What is lost first: that is what someone wants to see.
    examples: [...lost, ...each.filter((row) => !lost.includes(row))].slice(0, fewExamples),
  };
}

async function titlesOf(ctx: Context, ids: readonly Uuid[]): Promise<Map<Uuid, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.all<{ id: Uuid; title: string }>(sql`
    select t.product_id as id, catalog.in_locale(jsonb_object_agg(t.locale, t.title), ${ctx.locale}) as title
    from catalog.product_text t
    where t.product_id = any(${ids}::uuid[])
    group by t.product_id`);
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Attributes asked for from now on that published products lack. */
async function lackingOf(
  ctx: Context,
  type: ProductType,
  after: readonly Attribute[],
): Promise<TypeChangePreview["lacking"]> {
  const before = new Map(type.attributes.map((each) => [each.id, each]));
  const asked = after
    .filter((each) => each.required && before.get(each.id)?.required !== true)
    .map(({ id, code, level }) => ({ code, held: before.get(id)?.code ?? code, level }));
  if (asked.length === 0) return [];
  const rows = await ctx.db.all<{ code: string; products: bigint }>(sql`
    select a.code, count(*) as products
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (code text, held text, level text)
    join catalog.product p on p.type_id = ${type.id} and p.status = 'published'
    where case a.level
      when 'product' then not p.attributes ? a.held
      else exists (select 1 from catalog.variant v
                   where v.product_id = p.id and v.active and not v.attributes ? a.held) end
    group by a.code
    order by a.code`);
  return rows.map(({ code, products }) => ({ code, products: Number(products) }));
}
