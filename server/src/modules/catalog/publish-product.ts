import { refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { AdminProductView } from "./admin-contract.ts";
import { getAdminProduct, readAdminProduct } from "./admin-product.ts";
import { notPublishable } from "./errors.ts";
import { requireAttributes } from "./product-attributes.ts";
import { announce } from "./save-product.ts";
import { lockProduct } from "./store.ts";

/** Puts a product on sale. Needs a title and an active variant that has a price. */
export async function publishProduct(
  ctx: Context,
  id: Uuid,
  version: number | null,
): Promise<AdminProductView> {
  await lockProduct(ctx, id, version);
  const { texts, variants } = await readAdminProduct(ctx, id);
  const active = variants.filter((variant) => variant.active);
  const missing = [
    ...(Object.keys(texts).length === 0 ? ["title"] : []),
    ...(active.length === 0 ? ["variant"] : []),
    ...(active.every(({ prices }) => prices.length === 0) ? ["price"] : []),
  ];
  if (missing.length > 0) refuse(notPublishable, { missing });
  await requireAttributes(ctx, id);
  return setStatus(ctx, id, "published");
}

/** Takes a product off sale; it is a draft again. Does nothing to one that is not published. */
export async function unpublishProduct(ctx: Context, id: Uuid): Promise<AdminProductView> {
  const { status } = await lockProduct(ctx, id, null);
  return status === "published" ? setStatus(ctx, id, "draft") : getAdminProduct(ctx, id);
}

/** Takes a product out of the range. Orders, invoices and stock keep it. */
export async function archiveProduct(
  ctx: Context,
  id: Uuid,
  version: number | null,
): Promise<AdminProductView> {
  await lockProduct(ctx, id, version);
  return setStatus(ctx, id, "archived");
}

/** A product that was published before keeps its first day in the shop. */
export async function setStatus(
  ctx: Context,
  id: Uuid,
  status: AdminProductView["status"],
): Promise<AdminProductView> {
  await ctx.db.run(sql`
    update catalog.product
    set status = ${status}, version = version + 1, changed_at = ${ctx.now},
        publish_at = case when ${status} = 'draft' then publish_at end,
        unpublish_at = case when ${status} = 'published' then unpublish_at end, schedule_problem = null,
        published_at = case when ${status} = 'published' then coalesce(published_at, ${ctx.now}) else published_at end
    where id = ${id}`);
  await announce(ctx, id, []);
  await recordAudit(ctx, `product.${status}`, `product:${id}`, {});
  return getAdminProduct(ctx, id);
}
