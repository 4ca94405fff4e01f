import type { InputOf } from "../../../kernel/endpoint.ts";
import { conflict, refuse } from "../../../kernel/errors.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { recordAudit } from "../../../platform/audit-trail.ts";
import type { Context } from "../../../platform/context.ts";
import { enqueue } from "../../../platform/jobs.ts";
import { sql } from "../../../platform/sql.ts";
import { fieldsOf } from "../columns/dialects.ts";
import type { checkImport as checkContract, ImportView } from "../contract.ts";
import { columnsMissing, wrongImportState } from "../errors.ts";
import type { ImportState } from "../kinds.ts";
import { requireImportable } from "../may-exchange.ts";
import { viewOfImport } from "./import-views.ts";
import { type Import, lockImport, updateImport } from "./import-row.ts";
import { carryOnImport } from "./jobs.ts";
import { kindsOfImport } from "./kinds-of-import.ts";
import { headersHash } from "./upload-import.ts";

/** Sets the mapping, remembers it for files with these headers, and lets the check begin, anew if there was one. */
export async function checkImport(
  ctx: Context,
  { params, body }: InputOf<typeof checkContract>,
): Promise<ImportView> {
  const found = await take(ctx, params.id, body.version, [
    "mapping",
    "checked",
    "cancelled",
    "failed",
  ]);
  if (found.state === "cancelled" && (await anyDone(ctx, found.id)))
    refuse(wrongImportState, { state: found.state });
  if (found.fileKey === "") refuse(wrongImportState, { state: "tidied" });
  const mapping = requireMapping(found, body.mapping);
  await ctx.db.run(sql`delete from exchange.row where import_id = ${found.id}`);
  await ctx.db.run(sql`delete from exchange.item where import_id = ${found.id}`);
  await updateImport(
    ctx,
    found.id,
    sql`
    state = 'reading', mapping = ${JSON.stringify(mapping)}::jsonb, options = ${JSON.stringify(body.options)}::jsonb,
    position = 0, rows = 0, items = 0, counts = '{}', problem = null, failures = 0, ended_at = null,
    version = version + 1`,
  );
  await ctx.db.run(sql`
    insert into exchange.mapping (kind, headers, mapping, options, changed_at)
    values (${found.kind}, ${headersHash(found.headers)}, ${JSON.stringify(mapping)}::jsonb,
            ${JSON.stringify({ ...body.options, overwrite: false })}::jsonb, ${ctx.now})
    on conflict (kind, headers) do update
      set mapping = excluded.mapping, options = excluded.options, changed_at = excluded.changed_at`);
  enqueue(ctx, carryOnImport, { importId: found.id }, { key: found.id });
  return viewOfImport(ctx, found.id);
}

/** Runs what was checked. */
export async function runImport(ctx: Context, id: Uuid, version: number): Promise<ImportView> {
  const found = await take(ctx, id, version, ["checked"]);
  await updateImport(
    ctx,
    id,
    sql`state = 'running', position = 0, version = version + 1, failures = 0`,
  );
  enqueue(ctx, carryOnImport, { importId: id }, { key: id });
  const view = await viewOfImport(ctx, id);
  await recordAudit(ctx, "import.started", view.id, {
    kind: found.kind,
    file: found.fileName,
    items: found.items,
    overwrite: found.options.overwrite,
  });
  return view;
}

/** The batch that is at work ends; nothing more begins. */
export async function stopImport(ctx: Context, id: Uuid): Promise<ImportView> {
  await take(ctx, id, null, ["mapping", "reading", "checking", "checked", "running"]);
  await updateImport(
    ctx,
    id,
    sql`state = 'cancelled', version = version + 1, ended_at = ${ctx.now},
        counts = (
          select coalesce(jsonb_object_agg(verdict, count), '{}') from (
            select verdict, count(*) from exchange.item where import_id = ${id} and done group by verdict) each)`,
  );
  return viewOfImport(ctx, id);
}

async function take(
  ctx: Context,
  id: Uuid,
  version: number | null,
  states: readonly ImportState[],
): Promise<Import> {
  const found = await lockImport(ctx, id);
  requireImportable(ctx, found.kind);
  if (version !== null && version !== found.version) refuse(conflict, { version: found.version });
  if (!states.includes(found.state)) refuse(wrongImportState, { state: found.state });
  return found;
}

async function anyDone(ctx: Context, id: Uuid): Promise<boolean> {
  const { done } = await ctx.db.one<{ done: boolean }>(sql`
    select exists (select 1 from exchange.item i where i.import_id = ${id} and i.done) as done`);
  return done;
}

/** One field or null for each column, no field twice, and what the rows cannot do without. */
function requireMapping(found: Import, asked: readonly (string | null)[]): (string | null)[] {
  const fields = new Set(fieldsOf(found.kind));
  const seen = new Set<string>();
  const mapping = found.headers.map((_header, index) => {
    const field = asked[index] ?? null;
    if (field === null || !fields.has(field) || seen.has(field)) return null;
    seen.add(field);
    return field;
  });
  const full = new Set([...seen].flatMap((field) => [field, `${field}_en`]));
  const missing = kindsOfImport[found.kind].needs.filter(
    (one) => !one.some((field) => full.has(field)),
  );
  if (missing.length > 0) refuse(columnsMissing, { fields: missing.map((one) => one[0] ?? "") });
  return mapping;
}
