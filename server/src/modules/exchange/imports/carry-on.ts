import type { Uuid } from "../../../kernel/ids.ts";
import type { Context } from "../../../platform/context.ts";
import type { Edge } from "../../../platform/edge.ts";
import { sql } from "../../../platform/sql.ts";
import { BadWorkbook } from "../files/xlsx-rows.ts";
import { keepVerdicts, nextItems, writeOrRefuse } from "./batch.ts";
import { findImport, type Import, lockImport, sheetFor, updateImport } from "./import-row.ts";
import { kindsOfImport } from "./kinds-of-import.ts";
import { readRows } from "./read-rows.ts";

const mostFailures = 5;

/**
 * Takes an import as far as it goes by itself: from `reading` over `checking` to `checked`, and from `running` to
 * `done`. Each batch is one transaction together with the position it has come to, so a crash at any point is
 * answered by going on from there, and somebody who stops it is heard at the next batch.
 */
export async function carryOn(edge: Edge, id: Uuid): Promise<void> {
  try {
    const found = await findImport(edge.reading(), id);
    if (found?.state === "reading" && !(await readRows(edge, found))) return;
    while (await edge.transaction((ctx) => checkBatch(ctx, id)));
    while (await edge.transaction((ctx) => runBatch(ctx, id)));
  } catch (error) {
    await edge.transaction((ctx) => noteFailure(ctx, id, error));
    if (!(error instanceof BadWorkbook)) throw error;
  }
}

async function noteFailure(ctx: Context, id: Uuid, error: unknown): Promise<void> {
  const { failures } = await ctx.db.one<{ failures: number }>(sql`
    update exchange.import set failures = failures + 1 where id = ${id} returning failures`);
  if (!(error instanceof BadWorkbook) && failures < mostFailures) return;
  const problem = error instanceof BadWorkbook ? "unreadable" : "broken";
  await updateImport(ctx, id, sql`state = 'failed', problem = ${problem}, ended_at = ${ctx.now}`);
}

/** @returns whether there may be more to check */
async function checkBatch(ctx: Context, id: Uuid): Promise<boolean> {
  const found = await lockImport(ctx, id);
  if (found.state !== "checking") return false;
  const items = await nextItems(ctx, id, found.position, "check");
  if (items.length === 0) {
    await finish(ctx, found, "checked");
    return false;
  }
  const sheet = sheetFor(found);
  const plans = await kindsOfImport[found.kind].plan(ctx, id, sheet, items, false);
  await keepVerdicts(
    ctx,
    id,
    items.flatMap((item, index) => {
      const plan = plans[index];
      return plan === undefined ? [] : [{ item, plan }];
    }),
    false,
  );
  await updateImport(ctx, id, sql`position = ${items.at(-1)?.position ?? found.position}`);
  return true;
}

/** @returns whether there may be more to run */
async function runBatch(ctx: Context, id: Uuid): Promise<boolean> {
  const found = await lockImport(ctx, id);
  if (found.state !== "running") return false;
  const kind = kindsOfImport[found.kind];
  const twice = kind.passes(sheetFor(found)) === 2;
  const again = twice && found.position >= found.items;
  const after = again ? found.position - found.items : found.position;
  const items = await nextItems(ctx, id, after, again ? "again" : "run");
  if (items.length === 0) return nextPass(ctx, found, twice && !again);
  const sheet = sheetFor(
    again ? { ...found, options: { ...found.options, overwrite: true } } : found,
  );
  const plans = await kind.plan(ctx, id, sheet, items, true);
  const planned = items.flatMap((item, index) => {
    const plan = plans[index];
    return plan === undefined ? [] : [{ item, plan }];
  });
  const written = await writeOrRefuse(ctx, id, kind, planned);
  // The second time around only ties things together: what the first time did is what is told.
  if (!again) await keepVerdicts(ctx, id, written, true);
  const last = items.at(-1)?.position ?? after;
  await updateImport(ctx, id, sql`position = ${again ? found.items + last : last}`);
  return true;
}

async function nextPass(ctx: Context, found: Import, isMore: boolean): Promise<boolean> {
  if (isMore) {
    await updateImport(ctx, found.id, sql`position = items`);
    return found.items > 0;
  }
  await finish(ctx, found, "done");
  return false;
}

async function finish(ctx: Context, { id }: Import, state: "checked" | "done"): Promise<void> {
  const ended = state === "done" ? ctx.now : null;
  await updateImport(
    ctx,
    id,
    sql`
    state = ${state}, version = version + 1, ended_at = ${ended}, position = items,
    counts = (
      select coalesce(jsonb_object_agg(verdict, count), '{}') from (
        select verdict, count(*) from exchange.item where import_id = ${id} and verdict is not null
        group by verdict) each)`,
  );
}
