import type { Uuid } from "../../../kernel/ids.ts";
import { typeId } from "../../../kernel/type-id.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import { fieldsOf } from "../columns/dialects.ts";
import type { ImportRowView, ImportView } from "../contract.ts";
import { requireImportable } from "../may-exchange.ts";
import { getImport, type Import, progressOf } from "./import-row.ts";

export function rowViewOf(found: Import): ImportRowView {
  const { id, kind, state, fileName, bytes, dialect, rows, items, counts, problem } = found;
  return {
    id: typeId("import", id),
    kind,
    state,
    fileName,
    bytes: Number(bytes),
    dialect,
    rows,
    items,
    progress: progressOf(found),
    counts,
    problem,
    createdAt: found.createdAt.toISOString(),
    createdBy: found.createdBy,
    endedAt: found.endedAt?.toISOString() ?? null,
  };
}

/** Whole. Refuses those who may not import this kind. */
export async function viewOfImport(ctx: Context, id: Uuid): Promise<ImportView> {
  const found = await getImport(ctx, id);
  requireImportable(ctx, found.kind);
  const { format } = found;
  return {
    ...rowViewOf(found),
    counts: await liveCounts(ctx, found),
    version: found.version,
    format:
      format.kind === "xlsx"
        ? "xlsx"
        : `${format.encoding}, ${format.delimiter === "\t" ? "tab" : format.delimiter}`,
    headers: [...found.headers],
    sample: found.sample.map((row) => [...row]),
    mapping: [...found.mapping],
    options: found.options,
    fields: [...fieldsOf(found.kind)],
    pictures: await pictureCounts(ctx, id),
  };
}

/** While it runs, what was refused so far is counted as it is. */
async function liveCounts(
  ctx: Context,
  { id, state, counts }: Import,
): Promise<Record<string, number>> {
  if (state !== "running" && state !== "cancelled") return { ...counts };
  const { refused } = await ctx.db.one<{ refused: bigint }>(sql`
    select count(*) as refused from exchange.item where import_id = ${id} and verdict = 'refused'`);
  return { ...counts, refused: Number(refused) };
}

async function pictureCounts(ctx: Context, id: Uuid): Promise<ImportView["pictures"]> {
  const rows = await ctx.db.all<{ state: "waiting" | "kept" | "refused"; count: bigint }>(sql`
    select state, count(*) from exchange.picture where import_id = ${id} group by state`);
  const counts = { waiting: 0, kept: 0, refused: 0 };
  for (const { state, count } of rows) counts[state] = Number(count);
  return counts;
}
