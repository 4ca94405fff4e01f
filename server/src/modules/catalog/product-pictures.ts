import { present } from "../../kernel/assert.ts";
import type { InputOf } from "../../kernel/endpoint.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { sql } from "../../platform/sql.ts";
import { changeAlts, insertPictures, removePictures, storePicture } from "../media/index.ts";
import type { AdminProductView } from "./admin-contract.ts";
import type {
  addProductPicture as addContract,
  arrangeProductPictures as arrangeContract,
} from "./picture-contract.ts";
import { getAdminProduct } from "./admin-product.ts";
import { touchProducts } from "./content-tags.ts";
import { unknownPicture } from "./errors.ts";
import { announce } from "./save-product.ts";
import { bumpProduct, lockProduct } from "./store.ts";

/** Encodes and stores an upload, then adds it as the product's last picture. */
export async function addProductPicture(
  edge: Edge,
  { params, body }: InputOf<typeof addContract>,
): Promise<AdminProductView> {
  const product = await edge.reading().db.maybe<{ handle: string }>(sql`
    select handle from catalog.product where id = ${params.id}`);
  if (product === null) refuse(notFound);
  const stored = await storePicture(body, product.handle);
  return edge.transaction(async (ctx) => {
    await lockProduct(ctx, params.id, null);
    const [pictureId] = await insertPictures(ctx, [{ ...stored, alt: {} }]);
    await placeLast(ctx, params.id, present(pictureId, "the picture's id"), null, null);
    return getAdminProduct(ctx, params.id);
  });
}

/** Adds a kept picture as a product's last one. Does nothing when the product is gone. */
export async function showPicture(
  ctx: Context,
  productId: Uuid,
  pictureId: Uuid,
  {
    optionCode,
    valueCode,
  }: { readonly optionCode: string | null; readonly valueCode: string | null },
): Promise<void> {
  const product = await ctx.db.maybe(sql`
    select id from catalog.product where id = ${productId} for update`);
  if (product !== null) await placeLast(ctx, productId, pictureId, optionCode, valueCode);
}

async function placeLast(
  ctx: Context,
  productId: Uuid,
  pictureId: Uuid,
  optionCode: string | null,
  valueCode: string | null,
): Promise<void> {
  await ctx.db.run(sql`
    insert into catalog.product_picture (product_id, picture_id, option_code, value_code, position)
    select ${productId}, ${pictureId}, ${optionCode}::text, ${valueCode}::text, coalesce(max(position), -1) + 1
    from catalog.product_picture where product_id = ${productId}`);
  await bumpProduct(ctx, productId);
  await announce(ctx, productId, []);
}

/** Orders the pictures; what is left out is removed, and deleted when nothing else shows it. */
export async function arrangeProductPictures(
  ctx: Context,
  { params, body }: InputOf<typeof arrangeContract>,
): Promise<AdminProductView> {
  await lockProduct(ctx, params.id, body.version);
  const before = await picturesOf(ctx, params.id);
  const stranger = body.pictures.find(({ id }) => !before.has(id));
  if (stranger !== undefined) refuse(unknownPicture, { id: typeId("picture", stranger.id) });
  await arrange(ctx, params.id, body.pictures);
  const described = body.pictures.flatMap(({ id, alt }) =>
    alt === undefined ? [] : [{ id, alt }],
  );
  await changeAlts(ctx, described);
  await touchProducts(
    ctx,
    await showing(
      ctx,
      described.map(({ id }) => id),
    ),
  );
  const kept = new Set(body.pictures.map(({ id }) => id));
  await removeUnshown(
    ctx,
    [...before].filter((id) => !kept.has(id)),
  );
  await bumpProduct(ctx, params.id);
  await announce(ctx, params.id, []);
  return getAdminProduct(ctx, params.id);
}

async function picturesOf(ctx: Context, productId: Uuid): Promise<Set<Uuid>> {
  const rows = await ctx.db.all<{ picture_id: Uuid }>(sql`
    select picture_id from catalog.product_picture where product_id = ${productId}`);
  return new Set(rows.map((row) => row.picture_id));
}

async function arrange(
  ctx: Context,
  productId: Uuid,
  pictures: InputOf<typeof arrangeContract>["body"]["pictures"],
): Promise<void> {
  const rows = pictures.map(({ id, optionCode, valueCode }, position) => ({
    id,
    optionCode,
    valueCode,
    position,
  }));
  await ctx.db.run(sql`
    with wanted as (
      select distinct on (id) * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as w (id uuid, "optionCode" text, "valueCode" text, position integer)
      order by id, position
    ), gone as (
      delete from catalog.product_picture
      where product_id = ${productId} and picture_id not in (select id from wanted)
    )
    update catalog.product_picture pp
    set option_code = w."optionCode", value_code = w."valueCode", position = w.position
    from wanted w
    where pp.product_id = ${productId} and pp.picture_id = w.id`);
}

/** Products that show any of these pictures; a copy of a product shares them. */
async function showing(ctx: Context, pictureIds: readonly Uuid[]): Promise<Uuid[]> {
  if (pictureIds.length === 0) return [];
  const rows = await ctx.db.all<{ product_id: Uuid }>(sql`
    select distinct product_id from catalog.product_picture
    where picture_id = any(${pictureIds}::uuid[])`);
  return rows.map((row) => row.product_id);
}

/** Deletes those of the pictures that no product and no category shows. */
export async function removeUnshown(ctx: Context, pictureIds: readonly Uuid[]): Promise<void> {
  if (pictureIds.length === 0) return;
  const unshown = await ctx.db.all<{ id: Uuid }>(sql`
    select w.id from unnest(${pictureIds}::uuid[]) as w (id)
    where not exists (select 1 from catalog.product_picture pp where pp.picture_id = w.id)
      and not exists (select 1 from catalog.category c where c.picture_id = w.id)`);
  await removePictures(
    ctx,
    unshown.map(({ id }) => id),
  );
}
