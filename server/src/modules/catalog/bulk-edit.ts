import { newId, type Uuid } from "../../kernel/ids.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import { enqueue } from "../../platform/jobs.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import type { BulkChange } from "./bulk-change.ts";
import { runBulkEdit } from "./bulk-edit-job.ts";

/**
 * Starts work on many products, in the background: which they are is written down now, so that the
 * work can stop and go on at any product. `chosen` selects their ids. @returns null when there are none.
 */
export async function startBulkEdit(
  ctx: Context,
  change: BulkChange,
  chosen: Sql,
): Promise<Uuid | null> {
  const id = newId();
  const { total } = await ctx.db.one<{ total: bigint }>(sql`
    with edit as (
      insert into catalog.bulk_edit (id, change, total, started_by, started_at)
      values (${id}, ${JSON.stringify(change)}::jsonb, 0, ${actorOf(ctx)}, ${ctx.now})
      returning id
    ), item as (
      insert into catalog.bulk_edit_item (bulk_edit_id, product_id)
      select edit.id, c.id from edit cross join (${chosen}) as c (id)
      returning 1
    )
    select count(*) as total from item`);
  if (total === 0n) {
    await ctx.db.run(sql`delete from catalog.bulk_edit where id = ${id}`);
    return null;
  }
  await ctx.db.run(sql`update catalog.bulk_edit set total = ${total} where id = ${id}`);
  enqueue(ctx, runBulkEdit, { bulkEditId: id });
  return id;
}

/** Lets the products of a type follow its schema. */
export async function startFollowing(ctx: Context, type: Uuid): Promise<void> {
  await startBulkEdit(
    ctx,
    { kind: "follow_type", typeId: type },
    sql`select id from catalog.product where type_id = ${type}`,
  );
}

/** Lets what lists filter by follow an attribute that became a filter, or is none any more. */
export async function refreshTypeKeys(ctx: Context, type: Uuid): Promise<void> {
  await startBulkEdit(
    ctx,
    { kind: "refresh_filters", typeId: type },
    sql`select id from catalog.product where type_id = ${type}`,
  );
}
