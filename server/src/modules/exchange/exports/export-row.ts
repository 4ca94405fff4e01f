import type { Uuid } from "../../../kernel/ids.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import type { ExportView } from "../contract.ts";
import type { ExportFormat, ExportKind } from "../kinds.ts";

export interface Export {
  readonly id: Uuid;
  readonly kind: ExportKind;
  readonly format: ExportFormat;
  readonly state: ExportView["state"];
  readonly fileKey: string | null;
  readonly rows: number;
  readonly bytes: bigint;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly endedAt: Date | null;
}

const columns = sql`
  id, kind, format, state, file_key as "fileKey", rows, bytes, created_at as "createdAt",
  created_by as "createdBy", ended_at as "endedAt"`;

export function findExport(ctx: Pick<Context, "db">, id: Uuid): Promise<Export | null> {
  return ctx.db.maybe(sql<Export>`select ${columns} from exchange.export where id = ${id}`);
}

export function listExportRows(
  ctx: Context,
  kinds: readonly ExportKind[],
  after: Uuid | undefined,
  limit: number,
): Promise<Export[]> {
  return ctx.db.all(sql<Export>`
    select ${columns} from exchange.export
    where kind = any(${kinds}::text[]) and (${after ?? null}::uuid is null or id < ${after ?? null}::uuid)
    order by id desc limit ${limit}`);
}
