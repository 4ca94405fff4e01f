import { assert } from "../../../kernel/assert.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import type { Context } from "../../../platform/context.ts";
import type { Edge } from "../../../platform/edge.ts";
import { sql } from "../../../platform/sql.ts";
import { fileStorage } from "../../../platform/storage.ts";
import { csvRows, type FileRow } from "../files/csv-rows.ts";
import { xlsxRows } from "../files/xlsx-rows.ts";
import { type Import, lockImport, sheetFor, updateImport } from "./import-row.ts";
import { kindsOfImport } from "./kinds-of-import.ts";

const batch = 2_000;

/** Every row of an import's file, headers first. */
export async function* rowsOfFile({ fileKey, format }: Import): AsyncGenerator<FileRow> {
  const open = async () => {
    const chunks = await fileStorage().stream(fileKey);
    assert(chunks !== null, `the file ${fileKey} is kept while its import is`);
    return chunks;
  };
  if (format.kind === "xlsx") yield* xlsxRows(open);
  else yield* csvRows(await open(), format);
}

/**
 * Copies the file's rows into the database, two thousand at a time, then finds which belong together. After a
 * crash it reads the file again and passes over the rows it has.
 * @returns false when somebody stopped it
 */
export async function readRows(edge: Edge, start: Import): Promise<boolean> {
  let rows: FileRow[] = [];
  for await (const row of rowsOfFile(start)) {
    if (row.number <= Math.max(1, start.position)) continue;
    rows.push(row);
    if (rows.length < batch) continue;
    if (!(await edge.transaction((ctx) => keepRows(ctx, start, rows)))) return false;
    rows = [];
  }
  if (!(await edge.transaction((ctx) => keepRows(ctx, start, rows)))) return false;
  return edge.transaction((ctx) => groupRows(ctx, start.id));
}

async function keepRows(ctx: Context, file: Import, rows: readonly FileRow[]): Promise<boolean> {
  const { state, position } = await lockImport(ctx, file.id);
  if (state !== "reading") return false;
  const fresh = rows.filter(({ number }) => number > position);
  if (fresh.length === 0) return true;
  const sheet = sheetFor(file);
  const kind = kindsOfImport[file.kind];
  const keys = fresh.map((row) =>
    row.problem === null ? kind.keyOf(sheet, row) : { key: `!${row.number}`, code: null },
  );
  await ctx.db.run(sql`
    insert into exchange.row (import_id, number, key, code, problem, cells)
    select ${file.id}, number, key, code, problem, cells::jsonb
    from unnest(${fresh.map(({ number }) => number)}::integer[], ${keys.map(({ key }) => key)}::text[],
                ${keys.map(({ code }) => code)}::text[], ${fresh.map(({ problem }) => problem)}::text[],
                ${fresh.map(({ cells }) => JSON.stringify(cells))}::text[])
      as r (number, key, code, problem, cells)`);
  const last = fresh.at(-1)?.number ?? position;
  await updateImport(ctx, file.id, sql`position = ${last}, rows = rows + ${fresh.length}`);
  return true;
}

/** Rows with one key are one item. A SKU that two of them name belongs to the first; the other is refused. */
async function groupRows(ctx: Context, id: Uuid): Promise<boolean> {
  const { state } = await lockImport(ctx, id);
  if (state !== "reading") return false;
  // A million rows are grouped in one statement.
  await ctx.db.run(sql`set local statement_timeout = '15min'`);
  const items = await ctx.db.run(sql`
    with claimed as (
      select code, (array_agg(key order by number))[1] as owner
      from exchange.row where import_id = ${id} and code is not null
      group by code having count(distinct key) > 1
    ), twice as (
      select r.key, min(r.code) as code from exchange.row r
      join claimed c on c.code = r.code and c.owner <> r.key
      where r.import_id = ${id}
      group by r.key
    ), grouped as (
      select key, min(number) as first_row, count(*)::integer as row_count, min(problem) as problem
      from exchange.row where import_id = ${id} group by key
    )
    insert into exchange.item (import_id, position, key, first_row, row_count, verdict, problem)
    select ${id}, row_number() over (order by g.first_row), g.key, g.first_row, g.row_count,
           case when g.problem is not null or t.key is not null then 'refused' end,
           case when g.problem is not null then jsonb_build_object('code', g.problem, 'row', g.first_row)
                when t.key is not null
                then jsonb_build_object('code', 'sku_twice', 'field', 'sku', 'row', g.first_row, 'value', t.code)
           end
    from grouped g left join twice t on t.key = g.key`);
  await updateImport(ctx, id, sql`state = 'checking', position = 0, items = ${items}`);
  return true;
}
