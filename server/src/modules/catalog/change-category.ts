import pg from "pg";
import { conflict, notFound, refuse } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import { present } from "../../kernel/assert.ts";
import type { Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { publish } from "../../platform/events.ts";
import { sql } from "../../platform/sql.ts";
import { insertPictures, storePicture } from "../media/index.ts";
import type { AdminCategoryView, CategoryInput } from "./category-contract.ts";
import { type CategoryRow, readCategories } from "./category-path.ts";
import { touchCategories } from "./content-tags.ts";
import {
  categoryCodeTaken,
  categoryCycle,
  categoryInUse,
  slugTaken,
  unknownCategory,
} from "./errors.ts";
import { categoryChanged } from "./events.ts";
import { keepOldSlugs } from "./old-addresses.ts";
import { removeUnshown } from "./product-pictures.ts";

interface Place {
  readonly id: Uuid;
  readonly parent_id: Uuid | null;
  readonly version: number;
  readonly picture_id: Uuid | null;
}

export async function listAdminCategories(
  ctx: Context,
): Promise<{ categories: AdminCategoryView[] }> {
  return { categories: (await readCategories(ctx)).map(adminViewOf) };
}

export async function createCategory(
  ctx: Context,
  input: CategoryInput,
): Promise<AdminCategoryView> {
  const tree = await lockTree(ctx);
  const id = newId();
  requirePlace(tree, id, input.parentId);
  return saveCategory(ctx, tree, id, input);
}

export async function changeCategory(
  ctx: Context,
  id: Uuid,
  input: CategoryInput & { readonly version: number },
): Promise<AdminCategoryView> {
  const tree = await lockTree(ctx);
  const { version } = tree.get(id) ?? refuse(notFound);
  if (version !== input.version) refuse(conflict, { version });
  requirePlace(tree, id, input.parentId);
  return saveCategory(ctx, tree, id, input);
}

/** Deletes an empty category. Refuses while products or subcategories stand in it. */
export async function deleteCategory(ctx: Context, id: Uuid): Promise<undefined> {
  const tree = await lockTree(ctx);
  const category = tree.get(id) ?? refuse(notFound);
  const { used } = await ctx.db.one<{ used: boolean }>(sql`
    select exists (select 1 from catalog.category where parent_id = ${id})
        or exists (select 1 from catalog.product_category where category_id = ${id}) as used`);
  if (used) refuse(categoryInUse);
  await ctx.db.run(sql`delete from catalog.category where id = ${id}`);
  if (category.picture_id !== null) await removeUnshown(ctx, [category.picture_id]);
  announce(ctx, tree, id);
  return undefined;
}

/** Encodes and stores an upload, then shows it in place of the picture that was there. */
export async function setCategoryPicture(
  edge: Edge,
  id: Uuid,
  bytes: Uint8Array,
): Promise<AdminCategoryView> {
  const row = await edge.reading().db.maybe<{ code: string }>(sql`
    select code from catalog.category where id = ${id}`);
  if (row === null) refuse(notFound);
  const stored = await storePicture(bytes, `category-${row.code}`);
  return edge.transaction(async (ctx) => {
    const tree = await lockTree(ctx);
    const { picture_id: before } = tree.get(id) ?? refuse(notFound);
    const [pictureId] = await insertPictures(ctx, [{ ...stored, alt: {} }]);
    await ctx.db.run(sql`
      update catalog.category set picture_id = ${pictureId}, version = version + 1 where id = ${id}`);
    if (before !== null) await removeUnshown(ctx, [before]);
    announce(ctx, tree, id);
    return readView(ctx, id);
  });
}

/** Locks every category, so that two moves cannot form a circle that neither sees alone. */
async function lockTree(ctx: Context): Promise<ReadonlyMap<Uuid, Place>> {
  const rows = await ctx.db.all<Place>(sql`
    select id, parent_id, version, picture_id from catalog.category order by id for update`);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Refuses a parent that does not exist, is the category itself, or stands below it. */
function requirePlace(tree: ReadonlyMap<Uuid, Place>, id: Uuid, parentId: Uuid | null): void {
  if (parentId !== null && !tree.has(parentId)) {
    refuse(unknownCategory, { id: typeId("category", parentId) });
  }
  for (let above = parentId; above !== null; above = tree.get(above)?.parent_id ?? null) {
    if (above === id) refuse(categoryCycle);
  }
}

async function saveCategory(
  ctx: Context,
  tree: ReadonlyMap<Uuid, Place>,
  id: Uuid,
  { code, parentId, position, texts }: CategoryInput,
): Promise<AdminCategoryView> {
  const rows = Object.entries(texts).map(([locale, text]) => ({ locale, ...text }));
  try {
    await ctx.db.run(sql`
      insert into catalog.category as c (id, parent_id, code, position)
      values (${id}, ${parentId}, ${code}, ${position})
      on conflict (id) do update
        set parent_id = excluded.parent_id, code = excluded.code, position = excluded.position,
            version = c.version + 1`);
    await keepOldSlugs(ctx, id, rows);
    await ctx.db.run(sql`delete from catalog.category_text where category_id = ${id}`);
    await ctx.db.run(sql`
      insert into catalog.category_text (category_id, locale, name, slug, intro)
      select ${id}, locale, name, slug, intro
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as t (locale text, name text, slug text, intro text)`);
  } catch (error) {
    const constraint = error instanceof pg.DatabaseError ? error.constraint : undefined;
    if (constraint === "category_code_key") refuse(categoryCodeTaken, { code });
    if (constraint === "category_text_locale_slug_key") refuse(slugTaken);
    throw error;
  }
  announce(ctx, tree, id);
  return readView(ctx, id);
}

/** The tree is shown on every page and small, so all of it counts as changed. */
function announce(ctx: Context, tree: ReadonlyMap<Uuid, Place>, id: Uuid): void {
  touchCategories(ctx, [id, ...tree.keys()]);
  publish(ctx, categoryChanged, { categoryId: id });
}

async function readView(ctx: Context, id: Uuid): Promise<AdminCategoryView> {
  const row = (await readCategories(ctx)).find((each) => each.id === id);
  return adminViewOf(present(row, "the category just written"));
}

function adminViewOf(row: CategoryRow): AdminCategoryView {
  return {
    id: typeId("category", row.id),
    version: row.version,
    code: row.code,
    parentId: row.parent_id === null ? null : typeId("category", row.parent_id),
    depth: row.depth,
    position: row.position,
    texts: row.texts,
    picture:
      row.picture === null ? null : { ...row.picture, id: typeId("picture", row.picture.id) },
    productCount: Number(row.standing),
  };
}
