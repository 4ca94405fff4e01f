import type { InputOf, ReplyOf, StreamedFile } from "../../../kernel/endpoint.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { typeId } from "../../../kernel/type-id.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import type {
  ImportItemView,
  listImportItems as itemsContract,
  listImports as importsContract,
} from "../contract.ts";
import { csvLine, guard } from "../files/csv-line.ts";
import type { ItemProblem } from "../item-problem.ts";
import { importableKinds, requireImportable } from "../may-exchange.ts";
import { getImport, listImportRows } from "./import-row.ts";
import { rowViewOf } from "./import-views.ts";

export async function listImports(
  ctx: Context,
  { query }: InputOf<typeof importsContract>,
): Promise<ReplyOf<typeof importsContract>> {
  const found = await listImportRows(ctx, {
    kinds: importableKinds(ctx),
    after: query.after,
    limit: query.limit + 1,
  });
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(rowViewOf),
    next: found.length > query.limit && last !== undefined ? typeId("import", last.id) : null,
  };
}

export async function listImportItems(
  ctx: Context,
  { params, query }: InputOf<typeof itemsContract>,
): Promise<ReplyOf<typeof itemsContract>> {
  const { kind } = await getImport(ctx, params.id);
  requireImportable(ctx, kind);
  const rows = await ctx.db.all<ImportItemView>(sql`
    select position, key, first_row as "firstRow", title, verdict, done, problem, difference as differences
    from exchange.item
    where import_id = ${params.id} and position > ${query.after ?? 0}
      and verdict is not null and (${query.verdict ?? null}::text is null or verdict = ${query.verdict ?? null})
    order by position limit ${query.limit + 1}`);
  const items = rows.slice(0, query.limit);
  return { items, next: rows.length > query.limit ? String(items.at(-1)?.position ?? 0) : null };
}

interface Refused {
  readonly position: number;
  readonly row: number;
  readonly key: string;
  readonly problem: ItemProblem | null;
}

/** Row, name, reason, field and value of everything that was refused, read page by page as it is sent. */
export async function importReport(ctx: Context, id: Uuid): Promise<StreamedFile> {
  const { kind, fileName } = await getImport(ctx, id);
  requireImportable(ctx, kind);
  const encoder = new TextEncoder();
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield encoder.encode(`\uFEFF${csvLine(["row", "key", "reason", "field", "value"])}`);
    for (let after = 0; ;) {
      const page = await refusedItems(ctx, id, after);
      if (page.length === 0) break;
      yield encoder.encode(page.map(lineOf).join(""));
      after = page.at(-1)?.position ?? after;
    }
    for (const { row, key, problem } of await refusedPictures(ctx, id))
      yield encoder.encode(lineOf({ position: 0, row, key, problem }));
  }
  return {
    contentType: "text/csv; charset=utf-8",
    fileName: `${fileName.replace(/\.\w+$/, "")}-report.csv`,
    chunks: chunks(),
    inline: false,
  };
}

function lineOf({ row, key, problem }: Refused): string {
  const cells = [
    String(problem?.row ?? row),
    key,
    problem?.code ?? "",
    problem?.field ?? "",
    problem?.value ?? "",
  ];
  return csvLine(cells.map(guard));
}

function refusedItems(ctx: Context, id: Uuid, after: number): Promise<Refused[]> {
  return ctx.db.all<Refused>(sql`
    select position, first_row as row, key, problem from exchange.item
    where import_id = ${id} and verdict = 'refused' and position > ${after}
    order by position limit 1000`);
}

function refusedPictures(ctx: Context, id: Uuid): Promise<Omit<Refused, "position">[]> {
  return ctx.db.all<Omit<Refused, "position">>(sql`
    select first_row as row, address as key, jsonb_build_object('code', problem, 'field', 'picture') as problem
    from exchange.picture where import_id = ${id} and state = 'refused'
    order by first_row, place limit 100000`);
}
