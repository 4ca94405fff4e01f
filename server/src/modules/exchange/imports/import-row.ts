import { notFound, refuse } from "../../../kernel/errors.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import type { Context } from "../../../platform/context.ts";
import { type Sql, sql } from "../../../platform/sql.ts";
import type { Dialect } from "../columns/dialects.ts";
import { type ImportOptions, type Sheet, sheetOf } from "../columns/sheet.ts";
import type { CsvFormat } from "../files/csv-rows.ts";
import type { XlsxFormat } from "../files/xlsx-rows.ts";
import type { ImportKind, ImportState } from "../kinds.ts";

export interface Import {
  readonly id: Uuid;
  readonly kind: ImportKind;
  readonly state: ImportState;
  readonly fileName: string;
  readonly fileKey: string;
  readonly bytes: bigint;
  readonly format: CsvFormat | XlsxFormat;
  readonly dialect: Dialect;
  readonly headers: readonly string[];
  readonly sample: readonly (readonly string[])[];
  readonly mapping: readonly (string | null)[];
  readonly options: ImportOptions;
  readonly position: number;
  readonly rows: number;
  readonly items: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly problem: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly endedAt: Date | null;
  readonly version: number;
}

const columns = sql`
  id, kind, state, file_name as "fileName", file_key as "fileKey", bytes, format, dialect, headers, sample,
  mapping, options, position, rows, items, counts, problem, created_at as "createdAt",
  created_by as "createdBy", ended_at as "endedAt", version`;

export async function getImport(ctx: Pick<Context, "db">, id: Uuid): Promise<Import> {
  return (await findImport(ctx, id)) ?? refuse(notFound);
}

export function findImport(ctx: Pick<Context, "db">, id: Uuid): Promise<Import | null> {
  return ctx.db.maybe(sql<Import>`select ${columns} from exchange.import where id = ${id}`);
}

/** Locks it until the commit: of two workers that believe the import theirs, one does each batch. */
export async function lockImport(ctx: Context, id: Uuid): Promise<Import> {
  const found = await ctx.db.maybe(
    sql<Import>`select ${columns} from exchange.import where id = ${id} for update`,
  );
  return found ?? refuse(notFound);
}

export interface ImportsAsked {
  readonly kinds: readonly ImportKind[];
  readonly after: Uuid | undefined;
  readonly limit: number;
}

/** Newest first. */
export function listImportRows(ctx: Context, asked: ImportsAsked): Promise<Import[]> {
  const before: Sql = asked.after === undefined ? sql`true` : sql`id < ${asked.after}::uuid`;
  return ctx.db.all(sql<Import>`
    select ${columns} from exchange.import
    where kind = any(${asked.kinds}::text[]) and ${before}
    order by id desc limit ${asked.limit}`);
}

export async function updateImport(ctx: Context, id: Uuid, changes: Sql): Promise<void> {
  await ctx.db.run(sql`
    update exchange.import set ${changes}, changed_at = ${ctx.now} where id = ${id}`);
}

export function sheetFor({ mapping, dialect, options, format }: Import): Sheet {
  return sheetOf(mapping, dialect, options, format.kind === "csv" && dialect === "own");
}

/** How far it is, from 0 to 1; null before its end can be seen. */
export function progressOf({ state, position, rows, items }: Import): number | null {
  if (state === "reading") return null;
  if (state === "checking" || state === "running")
    return items === 0 ? 1 : Math.min(1, position / items);
  return rows === 0 ? null : 1;
}
