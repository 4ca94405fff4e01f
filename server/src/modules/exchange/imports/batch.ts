import pg from "pg";
import type { Uuid } from "../../../kernel/ids.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import { type ItemProblem, problemIn } from "../item-problem.ts";
import type { ImportItem, ItemPlan, KindOfImport } from "./kind-of-import.ts";

const mostItems = 800;
const mostRows = 4_000;

/** The next items that wait for this step, with their rows: so many that a batch stays small whatever they hold. */
export async function nextItems(
  ctx: Context,
  importId: Uuid,
  after: number,
  waiting: "check" | "run" | "again",
): Promise<ImportItem[]> {
  const which =
    waiting === "check"
      ? sql`verdict is null`
      : waiting === "run"
        ? sql`verdict in ('create', 'change') and not done`
        : sql`verdict in ('create', 'change') and done`;
  const heads = await ctx.db.all<{ position: number; key: string; before: bigint }>(sql`
    select position, key, before from (
      select position, key, sum(row_count) over (order by position) - row_count as before
      from (
        select position, key, row_count from exchange.item
        where import_id = ${importId} and position > ${after} and ${which}
        order by position limit ${mostItems}) first
    ) counted
    where before = 0 or before < ${mostRows}
    order by position`);
  if (heads.length === 0) return [];
  const rows = await ctx.db.all<{ number: number; key: string; cells: string[] }>(sql`
    select number, key, cells from exchange.row
    where import_id = ${importId} and key = any(${heads.map(({ key }) => key)}::text[])
    order by number`);
  const byKey = Map.groupBy(rows, ({ key }) => key);
  return heads.map(({ position, key }) => ({ position, key, rows: byKey.get(key) ?? [] }));
}

export interface PlannedItem {
  readonly item: ImportItem;
  readonly plan: ItemPlan;
}

/** Writes down what the check found. */
export async function keepVerdicts(
  ctx: Context,
  importId: Uuid,
  planned: readonly PlannedItem[],
  done: boolean,
): Promise<void> {
  const rows = planned.map(({ item, plan }) => ({
    position: item.position,
    title: plan.title,
    verdict: plan.verdict,
    problem: plan.problem,
    // What is new was told by the check; what is changed may be another change by now.
    difference: done && plan.verdict === "create" ? null : plan.differences,
  }));
  await ctx.db.run(sql`
    update exchange.item i
    set title = w.title, verdict = w.verdict, problem = w.problem,
        difference = coalesce(w.difference, i.difference), done = ${done}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as w (position integer, title text, verdict text, problem jsonb, difference jsonb)
    where i.import_id = ${importId} and i.position = w.position`);
}

/**
 * Does what was planned. When the database says no to one of them, the batch is halved until the one is found: it
 * is refused with its reason, and all others are done.
 */
export async function writeOrRefuse(
  ctx: Context,
  importId: Uuid,
  kind: KindOfImport,
  planned: readonly PlannedItem[],
): Promise<PlannedItem[]> {
  const work = planned.flatMap(({ plan }) => (plan.work === null ? [] : [plan.work]));
  if (work.length === 0) return [...planned];
  const problem = await tryInside(ctx, () => kind.write(ctx, importId, work));
  if (problem === null) return [...planned];
  if (work.length === 1) {
    return planned.map((each) =>
      each.plan.work === null
        ? each
        : { ...each, plan: { ...each.plan, verdict: "refused", problem, work: null } },
    );
  }
  const middle = Math.ceil(planned.length / 2);
  return [
    ...(await writeOrRefuse(ctx, importId, kind, planned.slice(0, middle))),
    ...(await writeOrRefuse(ctx, importId, kind, planned.slice(middle))),
  ];
}

/** Values that do not fit their column, and rows that the constraints refuse. */
const refusedByDatabase = /^(22|23)/;

/** Null when it went well; else nothing of it is kept, not even what would have followed it. */
async function tryInside(ctx: Context, work: () => Promise<void>): Promise<ItemProblem | null> {
  const { events, jobs } = ctx.pending;
  const [eventCount, jobCount] = [events.length, jobs.length];
  await ctx.db.run(sql`savepoint before_batch`);
  try {
    await work();
    await ctx.db.run(sql`release savepoint before_batch`);
    return null;
  } catch (error) {
    const problem = problemIn(error) ?? databaseProblem(error);
    if (problem === null) throw error;
    await ctx.db.run(sql`rollback to savepoint before_batch`);
    events.length = eventCount;
    jobs.length = jobCount;
    return problem;
  }
}

function databaseProblem(error: unknown): ItemProblem | null {
  if (!(error instanceof pg.DatabaseError) || !refusedByDatabase.test(error.code ?? ""))
    return null;
  return { code: "not_kept", value: (error.constraint ?? error.message).slice(0, 100) };
}
