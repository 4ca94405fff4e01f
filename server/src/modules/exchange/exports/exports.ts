import { assert } from "../../../kernel/assert.ts";
import type { InputOf, ReplyOf, StreamedFile } from "../../../kernel/endpoint.ts";
import { notFound, refuse } from "../../../kernel/errors.ts";
import { newId, type Uuid } from "../../../kernel/ids.ts";
import { typeId } from "../../../kernel/type-id.ts";
import { recordAudit } from "../../../platform/audit-trail.ts";
import { actorOf, type Context } from "../../../platform/context.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { sql } from "../../../platform/sql.ts";
import { fileStorage } from "../../../platform/storage.ts";
import type {
  ExportView,
  listExports as listContract,
  startExport as startContract,
} from "../contract.ts";
import { exportNotReady } from "../errors.ts";
import { exportableKinds, requireExportable } from "../may-exchange.ts";
import { type Export, findExport, listExportRows } from "./export-row.ts";
import { runExport } from "./jobs.ts";

/** Begins a file of everything of one kind; who took people's data out is in the audit trail. */
export async function startExport(
  ctx: Context,
  { body }: InputOf<typeof startContract>,
): Promise<ExportView> {
  requireExportable(ctx, body.kind);
  const id = newId();
  await ctx.db.run(sql`
    insert into exchange.export (id, kind, format, state, created_at, created_by)
    values (${id}, ${body.kind}, ${body.format}, 'waiting', ${ctx.now}, ${actorOf(ctx)})`);
  enqueue(ctx, runExport, { exportId: id });
  const view = viewOf(await getExport(ctx, id));
  await recordAudit(ctx, "export.started", view.id, { kind: body.kind, format: body.format });
  return view;
}

export async function stopExport(ctx: Context, id: Uuid): Promise<ExportView> {
  await getExport(ctx, id);
  await ctx.db.run(sql`
    update exchange.export set state = 'cancelled', ended_at = ${ctx.now}
    where id = ${id} and state in ('waiting', 'running')`);
  return viewOf(await getExport(ctx, id));
}

export async function listExports(
  ctx: Context,
  { query }: InputOf<typeof listContract>,
): Promise<ReplyOf<typeof listContract>> {
  const found = await listExportRows(ctx, exportableKinds(ctx), query.after, query.limit + 1);
  const items = found.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map(viewOf),
    next: found.length > query.limit && last !== undefined ? typeId("export", last.id) : null,
  };
}

/** Refuses `export_not_ready` until it is done. */
export async function exportFile(ctx: Context, id: Uuid): Promise<StreamedFile> {
  const found = await getExport(ctx, id);
  if (found.state !== "done" || found.fileKey === null)
    refuse(exportNotReady, { state: found.state });
  const chunks = await fileStorage().stream(found.fileKey);
  assert(chunks !== null, "the file of a finished export is kept");
  const isXlsx = found.format === "xlsx";
  const day = found.createdAt.toISOString().slice(0, 10);
  return {
    contentType: isXlsx
      ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      : "text/csv; charset=utf-8",
    fileName: `${found.kind}${found.format === "shopify" ? "-shopify" : ""}-${day}.${isXlsx ? "xlsx" : "csv"}`,
    chunks,
    inline: false,
  };
}

async function getExport(ctx: Context, id: Uuid): Promise<Export> {
  const found = (await findExport(ctx, id)) ?? refuse(notFound);
  requireExportable(ctx, found.kind);
  return found;
}

function viewOf({ id, kind, format, state, rows, bytes, ...rest }: Export): ExportView {
  return {
    id: typeId("export", id),
    kind,
    format,
    state,
    rows,
    bytes: Number(bytes),
    createdAt: rest.createdAt.toISOString(),
    createdBy: rest.createdBy,
    endedAt: rest.endedAt?.toISOString() ?? null,
  };
}
