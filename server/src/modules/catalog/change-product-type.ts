import pg from "pg";
import { conflict, refuse } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import { touchTag } from "../../platform/pending.ts";
import { sql } from "../../platform/sql.ts";
import type { Attribute } from "./attribute.ts";
import type { ProductTypeInput, ProductTypeView } from "./attribute-contract.ts";
import { refreshTypeKeys, startFollowing } from "./bulk-edit.ts";
import { changesBetween } from "./convert-attributes.ts";
import { typeChangeRunning, typeChangeUnconfirmed, typeCodeTaken, typeInUse } from "./errors.ts";
import { type ChangeEffect, effectsOf } from "./preview-type-change.ts";
import {
  lockType,
  type ProductType,
  proposedAttributes,
  readTypes,
  typeViewFor,
  typeViewOf,
} from "./product-type.ts";

export async function listProductTypes(ctx: Context): Promise<{ types: ProductTypeView[] }> {
  return { types: (await readTypes(ctx)).map(typeViewOf) };
}

export async function createProductType(
  ctx: Context,
  input: ProductTypeInput,
): Promise<ProductTypeView> {
  const id = newId();
  await saveType(ctx, id, input, proposedAttributes([], input), 1);
  return typeViewFor(ctx, id);
}

type ChangeInput = ProductTypeInput & { readonly version: number; readonly confirmed: boolean };

/**
 * Changes a type. What leaves products' values alone (names, help, order, new attributes) holds at
 * once. What does not must be confirmed; then the schema changes now, and each product follows in
 * the background or when it is saved, whichever comes first.
 */
export async function changeProductType(
  ctx: Context,
  id: Uuid,
  input: ChangeInput,
): Promise<ProductTypeView> {
  const type = await lockType(ctx, id);
  if (type.version !== input.version) refuse(conflict, { version: type.version });
  const after = proposedAttributes(type.attributes, input);
  const changes = changesBetween(type.attributes, after);
  const moves = changes.length > 0;
  if (moves) {
    await requireNoneFollowing(ctx, id);
    if (!input.confirmed) requireNoEffect(await effectsOf(ctx, type, changes));
  }
  const revision = moves ? type.revision + 1 : type.revision;
  await saveType(ctx, id, input, after, revision);
  if (moves) {
    await keepChange(ctx, type, after, revision);
    await startFollowing(ctx, id);
  } else if (filtersDiffer(type.attributes, after)) {
    await refreshTypeKeys(ctx, id);
  }
  touchTag(ctx, "product-types");
  return typeViewFor(ctx, id);
}

/** Deletes a type that no product has. */
export async function deleteProductType(ctx: Context, id: Uuid): Promise<undefined> {
  await lockType(ctx, id);
  const { used } = await ctx.db.one<{ used: boolean }>(sql`
    select exists (select 1 from catalog.product where type_id = ${id}) as used`);
  if (used) refuse(typeInUse);
  await ctx.db.run(sql`delete from catalog.product_type where id = ${id}`);
  return undefined;
}

async function requireNoneFollowing(ctx: Context, id: Uuid): Promise<void> {
  const [type] = await readTypes(ctx, [id]);
  if (type !== undefined && type.following > 0n) {
    refuse(typeChangeRunning, { following: Number(type.following) });
  }
}

function requireNoEffect(effects: readonly ChangeEffect[]): void {
  const changed = effects.filter((each) => each.changed > 0);
  if (changed.length === 0) return;
  refuse(typeChangeUnconfirmed, {
    attributes: changed.map(({ change, changed: products, loses }) => ({
      code: change.before.code,
      products,
      loses,
    })),
  });
}

function filtersDiffer(before: readonly Attribute[], after: readonly Attribute[]): boolean {
  const said = (all: readonly Attribute[]): string =>
    all
      .filter(({ filterable }) => filterable)
      .map(({ code }) => code)
      .sort()
      .join();
  return said(before) !== said(after);
}

export async function saveType(
  ctx: Context,
  id: Uuid,
  { code, names }: Pick<ProductTypeInput, "code" | "names">,
  attributes: readonly Attribute[],
  revision: number,
): Promise<void> {
  try {
    await ctx.db.run(sql`
      insert into catalog.product_type as t (id, code, names, revision, changed_at)
      values (${id}, ${code}, ${JSON.stringify(names)}::jsonb, ${revision}, ${ctx.now})
      on conflict (id) do update
        set code = excluded.code, names = excluded.names, revision = excluded.revision,
            changed_at = excluded.changed_at, version = t.version + 1`);
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.constraint === "product_type_code_key") {
      refuse(typeCodeTaken, { code });
    }
    throw error;
  }
  await saveAttributes(ctx, id, attributes);
}

async function saveAttributes(
  ctx: Context,
  typeUuid: Uuid,
  attributes: readonly Attribute[],
): Promise<void> {
  const rows = attributes.map((each, position) => ({ ...each, position }));
  await ctx.db.run(sql`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as w (id uuid, code text, position integer, names jsonb, help jsonb, groups jsonb, kind text,
              level text, required boolean, translatable boolean, filterable boolean, unit text,
              target text, choices jsonb)
    ), gone as (
      delete from catalog.attribute
      where type_id = ${typeUuid} and id not in (select id from wanted)
    )
    insert into catalog.attribute
      (id, type_id, code, position, names, help, groups, kind, level, required, translatable,
       filterable, unit, target, choices)
    select id, ${typeUuid}, code, position, names, help, groups, kind, level, required, translatable,
           filterable, unit, target, choices
    from wanted
    on conflict (id) do update
      set code = excluded.code, position = excluded.position, names = excluded.names,
          help = excluded.help, groups = excluded.groups, kind = excluded.kind,
          level = excluded.level, required = excluded.required,
          translatable = excluded.translatable, filterable = excluded.filterable,
          unit = excluded.unit, target = excluded.target, choices = excluded.choices`);
}

async function keepChange(
  ctx: Context,
  type: ProductType,
  after: readonly Attribute[],
  revision: number,
): Promise<void> {
  await ctx.db.run(sql`
    insert into catalog.type_change (type_id, revision, before, after, changed_by, changed_at)
    values (${type.id}, ${revision}, ${JSON.stringify(type.attributes)}::jsonb,
            ${JSON.stringify(after)}::jsonb, ${actorOf(ctx)}, ${ctx.now})`);
  await recordAudit(ctx, "product_type.changed", `product_type:${type.id}`, { revision });
}
