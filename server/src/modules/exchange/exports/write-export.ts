import type { Uuid } from "../../../kernel/ids.ts";
import { external } from "../../../platform/db.ts";
import type { Edge } from "../../../platform/edge.ts";
import { sql } from "../../../platform/sql.ts";
import { fileStorage } from "../../../platform/storage.ts";
import { csvLine, guard } from "../files/csv-line.ts";
import { xlsxFile } from "../files/xlsx-file.ts";
import { type Export, findExport } from "./export-row.ts";
import { rowsOf } from "./rows-of.ts";

/** What a sheet of a workbook holds. */
const mostSheetRows = 1_048_576;
const tellEvery = 2_000;

class Stopped extends Error {}
class TooManyRows extends Error {}

/** Writes the file from its first row; after a crash anew. Somebody who stops it is heard every two thousand rows. */
export async function writeExport(edge: Edge, id: Uuid): Promise<void> {
  const found = await findExport(edge.reading(), id);
  if (found === null || !(await setState(edge, id, "running"))) return;
  const counted = { rows: 0, bytes: 0 };
  const fileKey = `export-${id}.${found.format === "xlsx" ? "xlsx" : "csv"}`;
  try {
    const rows = watched(edge, found, counted);
    const chunks = found.format === "xlsx" ? xlsxFile(rows) : csvFile(rows);
    await external(() => fileStorage().putStream(fileKey, counting(chunks, counted)));
  } catch (error) {
    if (error instanceof Stopped) return;
    if (!(error instanceof TooManyRows)) throw error;
    await edge.transaction(async (ctx) => {
      await ctx.db.run(sql`
        update exchange.export set state = 'failed', problem = 'too_many_rows', ended_at = ${ctx.now} where id = ${id}`);
    });
    return;
  }
  await edge.transaction(async (ctx) => {
    await ctx.db.run(sql`
      update exchange.export
      set state = 'done', file_key = ${fileKey}, rows = ${counted.rows}, bytes = ${counted.bytes},
          ended_at = ${ctx.now}
      where id = ${id} and state = 'running'`);
  });
}

/** False when it is over already, or was stopped. */
function setState(edge: Edge, id: Uuid, state: "running"): Promise<boolean> {
  return edge.transaction(async (ctx) => {
    const changed = await ctx.db.run(sql`
      update exchange.export set state = ${state} where id = ${id} and state in ('waiting', 'running')`);
    return changed === 1;
  });
}

async function* watched(
  edge: Edge,
  { id, kind, format }: Export,
  counted: { rows: number },
): AsyncGenerator<string[]> {
  let first = true;
  for await (const row of rowsOf(edge.reading(), kind, format)) {
    yield row;
    if (first) {
      first = false;
      continue;
    }
    counted.rows += 1;
    if (format === "xlsx" && counted.rows >= mostSheetRows) throw new TooManyRows();
    if (counted.rows % tellEvery === 0 && !(await tell(edge, id, counted.rows)))
      throw new Stopped();
  }
}

function tell(edge: Edge, id: Uuid, rows: number): Promise<boolean> {
  return edge.transaction(async (ctx) => {
    const changed = await ctx.db.run(sql`
      update exchange.export set rows = ${rows} where id = ${id} and state = 'running'`);
    return changed === 1;
  });
}

/** UTF-8 with its mark, so that spreadsheets read the letters right; no cell is taken for a formula. */
async function* csvFile(rows: AsyncIterable<readonly string[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = "\uFEFF";
  for await (const row of rows) {
    text += csvLine(row.map(guard));
    if (text.length < 64 * 1024) continue;
    yield encoder.encode(text);
    text = "";
  }
  yield encoder.encode(text);
}

async function* counting(
  chunks: AsyncIterable<Uint8Array>,
  counted: { bytes: number },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    counted.bytes += chunk.byteLength;
    yield chunk;
  }
}
