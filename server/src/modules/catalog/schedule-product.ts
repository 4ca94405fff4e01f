import { z } from "zod";
import { refuse, Refusal } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import type { Context } from "../../platform/context.ts";
import { enqueue, job } from "../../platform/jobs.ts";
import { sql } from "../../platform/sql.ts";
import type { AdminProductView } from "./admin-contract.ts";
import { getAdminProduct } from "./admin-product.ts";
import { scheduleInvalid } from "./errors.ts";
import { publishProduct, unpublishProduct } from "./publish-product.ts";
import { bumpProduct, lockProduct } from "./store.ts";

/** Says when the product goes on sale and off it; each moment has a job that comes exactly then. */
export async function scheduleProduct(
  ctx: Context,
  id: Uuid,
  wanted: { version: number; publishAt: string | null; unpublishAt: string | null },
): Promise<AdminProductView> {
  await lockProduct(ctx, id, wanted.version);
  const { publishAt, unpublishAt } = wanted;
  const moments = [publishAt, unpublishAt].flatMap((at) => (at === null ? [] : [new Date(at)]));
  const [first, second] = moments;
  const inOrder = first === undefined || second === undefined || first < second;
  if (!inOrder || moments.some((at) => at <= ctx.now)) refuse(scheduleInvalid);
  await ctx.db.run(sql`
    update catalog.product
    set publish_at = ${publishAt}::timestamptz, unpublish_at = ${unpublishAt}::timestamptz,
        schedule_problem = null
    where id = ${id}`);
  await bumpProduct(ctx, id);
  for (const at of moments) {
    enqueue(ctx, keepSchedule, { productId: id, at: at.toISOString() }, { runAt: at });
  }
  await recordAudit(ctx, "product.scheduled", `product:${id}`, { publishAt, unpublishAt });
  return getAdminProduct(ctx, id);
}

/** Does what is due. A moment that was changed meanwhile is not due, so its job finds nothing to do. */
export const keepSchedule = job({
  name: "catalog: scheduled publication",
  payload: z.object({ productId: z.uuid(), at: z.iso.datetime() }),
  run: async (ctx, { productId, at }) => {
    const due = await ctx.db.maybe<{ publish: boolean; unpublish: boolean }>(sql`
      select coalesce(publish_at <= greatest(${ctx.now}, ${at}::timestamptz), false) as publish,
             coalesce(unpublish_at <= greatest(${ctx.now}, ${at}::timestamptz), false) as unpublish
      from catalog.product where id = ${productId} for update`);
    if (due === null) return;
    if (due.publish) await publishOrSay(ctx, productId);
    if (due.unpublish) await unpublishProduct(ctx, productId);
  },
});

/** What cannot be published at its moment says why in the editor instead of trying for ever. */
async function publishOrSay(ctx: Context, id: Uuid): Promise<void> {
  try {
    await publishProduct(ctx, id, null);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await ctx.db.run(sql`
      update catalog.product set publish_at = null, schedule_problem = ${error.kind.code}
      where id = ${id}`);
  }
}
