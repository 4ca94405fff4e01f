import { newId } from "../../kernel/ids.ts";
import { type AuditResult, runAudit } from "../../platform/audit.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { sql } from "../../platform/sql.ts";
import { allChecks } from "./checks.ts";
import type { AuditRunView } from "./contract.ts";

type Results = AuditRunView["results"];

interface RunRow {
  id: string;
  started_at: Date;
  finished_at: Date;
  started_by: string;
  clean: boolean;
  results: Results;
}

/**
 * Checks every invariant, each on what is committed when its turn comes, and keeps what was found. No
 * transaction is open meanwhile: a long check must not hold back the shop.
 */
export async function runChecks(edge: Edge): Promise<AuditRunView> {
  const reading = edge.reading();
  const results = (await runAudit(reading.db, allChecks())).map(plain);
  const run: RunRow = {
    id: newId(),
    started_at: reading.now,
    finished_at: new Date(),
    started_by: actorOf(reading),
    clean: results.every((each) => each.offences.length === 0),
    results,
  };
  await edge.transaction((ctx) => keep(ctx, run));
  return viewOf(run);
}

export async function latestRun(ctx: Context): Promise<{ run: AuditRunView | null }> {
  const row = await ctx.db.maybe<RunRow>(sql`
    select id, started_at, finished_at, started_by, clean, results
    from operations.audit_run order by started_at desc limit 1`);
  return { run: row && viewOf(row) };
}

/** Old runs go once there are newer ones enough to look back a year by night. */
async function keep(ctx: Context, run: RunRow): Promise<void> {
  await ctx.db.run(sql`
    insert into operations.audit_run (id, started_at, finished_at, started_by, clean, results)
    values (${run.id}, ${run.started_at}, ${run.finished_at}, ${run.started_by}, ${run.clean},
            ${JSON.stringify(run.results)}::jsonb)`);
  await ctx.db.run(sql`
    delete from operations.audit_run where started_at < ${ctx.now}::timestamptz - interval '1 year'`);
}

/** Rows as JSON can carry them: large numbers and moments as text. */
function plain({ id, title, milliseconds, offences }: AuditResult): Results[number] {
  const text = JSON.stringify(offences, (_, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  return { id, title, milliseconds, offences: JSON.parse(text) as Results[number]["offences"] };
}

function viewOf(row: RunRow): AuditRunView {
  return {
    id: row.id,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at.toISOString(),
    startedBy: row.started_by,
    clean: row.clean,
    results: row.results,
  };
}
