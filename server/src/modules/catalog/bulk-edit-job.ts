import { z } from "zod";
import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { publish } from "../../platform/events.ts";
import { enqueue, job } from "../../platform/jobs.ts";
import { sql } from "../../platform/sql.ts";
import { refreshFilterKeys } from "./attribute-values.ts";
import { applyToEach, type BulkOutcome, undoEach } from "./bulk-apply.ts";
import type { BulkChange } from "./bulk-change.ts";
import { touchProducts } from "./content-tags.ts";
import { productsChanged } from "./events.ts";
import { keepOrigins, keepRevisions } from "./keep-revision.ts";
import { followType } from "./follow-type.ts";

const batch = 100;

/**
 * Works on the next products of a bulk edit, then comes again for the rest. Each run is one
 * transaction: after a crash it goes on where it had come to.
 */
export const runBulkEdit = job({
  name: "catalog: bulk edit",
  payload: z.object({ bulkEditId: z.uuid() }),
  run: async (ctx, { bulkEditId }) => {
    const edit = await ctx.db.maybe<{ change: BulkChange; started_by: string }>(sql`
      select change, started_by from catalog.bulk_edit where id = ${bulkEditId} and state = 'running' for update`);
    if (edit === null) return;
    const items = await ctx.db.all<{ product_id: Uuid }>(sql`
      select product_id from catalog.bulk_edit_item
      where bulk_edit_id = ${bulkEditId} and state = 'waiting'
      order by product_id limit ${batch}`);
    const ids = items.map(({ product_id: id }) => id);
    if (ids.length > 0)
      await keepOutcomes(
        ctx,
        bulkEditId,
        await apply(inTheNameOf(ctx, edit.started_by), edit.change, ids),
      );
    if (ids.length === batch) enqueue(ctx, runBulkEdit, { bulkEditId });
    else await finish(ctx, bulkEditId);
  },
});

async function apply(
  ctx: Context,
  change: BulkChange,
  ids: readonly Uuid[],
): Promise<BulkOutcome[]> {
  switch (change.kind) {
    case "follow_type":
      await keepOrigins(ctx, ids);
      return outcomesOf(ids, await followType(ctx, ids), ctx);
    case "refresh_filters":
      await refreshFilterKeys(ctx, ids);
      await touchProducts(ctx, ids);
      return ids.map((id) => ({ id, state: "done", problem: null }));
    case "undo":
      return undoEach(ctx, change.bulkEditId, ids);
    default:
      return applyToEach(ctx, change, ids);
  }
}

/** Revisions, prices and the audit trail name who started the edit, not the worker that carries it out. */
function inTheNameOf(ctx: Context, startedBy: string): Context {
  const name = /^staff:(.*)$/.exec(startedBy)?.[1];
  if (name === undefined) return ctx;
  // Only the name is ever asked for: what is allowed was decided when the edit was started.
  return { ...ctx, principal: { kind: "staff", staffId: "", name, permissions: new Set() } };
}

async function outcomesOf(
  ids: readonly Uuid[],
  changed: readonly Uuid[],
  ctx: Context,
): Promise<BulkOutcome[]> {
  await touchProducts(ctx, ids);
  await keepRevisions(ctx, changed);
  if (changed.length > 0) publish(ctx, productsChanged, { productIds: [...changed] });
  const done = new Set(changed);
  return ids.map((id) => ({ id, state: done.has(id) ? "done" : "unchanged", problem: null }));
}

async function keepOutcomes(
  ctx: Context,
  bulkEditId: Uuid,
  outcomes: readonly BulkOutcome[],
): Promise<void> {
  await ctx.db.run(sql`
    with outcome as (
      update catalog.bulk_edit_item i set state = o.state, problem = o.problem,
        revision = case when o.state = 'done' then (
          select max(r.number) from catalog.product_revision r where r.product_id = o.id) end
      from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o (id uuid, state text, problem text)
      where i.bulk_edit_id = ${bulkEditId} and i.product_id = o.id
      returning o.state
    )
    update catalog.bulk_edit
    set done = done + (select count(*) from outcome),
        failed = failed + (select count(*) from outcome where state = 'failed')
    where id = ${bulkEditId}`);
}

async function finish(ctx: Context, bulkEditId: Uuid): Promise<void> {
  await ctx.db.run(sql`
    update catalog.bulk_edit set state = 'done', finished_at = ${ctx.now} where id = ${bulkEditId}`);
}
