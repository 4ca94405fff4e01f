import { createHash } from "node:crypto";
import type { InputOf } from "../../../kernel/endpoint.ts";
import { isCurrency } from "../../../kernel/currency.ts";
import { refuse } from "../../../kernel/errors.ts";
import { newId } from "../../../kernel/ids.ts";
import { actorOf, type Context } from "../../../platform/context.ts";
import { external } from "../../../platform/db.ts";
import type { Edge } from "../../../platform/edge.ts";
import { sql } from "../../../platform/sql.ts";
import { fileStorage } from "../../../platform/storage.ts";
import { getSettings, listMarkets } from "../../settings/index.ts";
import type { ImportView, uploadImport as contract } from "../contract.ts";
import { recognise } from "../columns/dialects.ts";
import type { ImportOptions } from "../columns/sheet.ts";
import { fileTooLarge, tableUnreadable } from "../errors.ts";
import { encodingWatcher } from "../files/encoding.ts";
import { type Looked, lookAtFile } from "../files/look-at-file.ts";
import { BadWorkbook } from "../files/xlsx-rows.ts";
import { requireImportable } from "../may-exchange.ts";
import { viewOfImport } from "./import-views.ts";

/** How large a file may be, in megabytes: IMPORT_MEGABYTES, 2048 unless set. */
function mostBytes(): number {
  const set = Number(process.env["IMPORT_MEGABYTES"] || 2048);
  return (Number.isFinite(set) && set > 0 ? Math.min(set, 4096) : 2048) * 1024 * 1024;
}

/**
 * Stores the file as it comes in, then looks at its first rows. What cannot be read as a table with headers and at
 * least one row is refused and not kept.
 */
export async function uploadImport(
  edge: Edge,
  { query, body }: InputOf<typeof contract>,
): Promise<ImportView> {
  requireImportable(edge.reading(), query.kind);
  const id = newId();
  const fileKey = `import-${id}.csv`;
  const { looked, bytes } = await external(() => keepFile(fileKey, body));
  return edge.transaction(async (ctx) => {
    const { dialect, mapping } = recognise(query.kind, looked.headers);
    const remembered = await rememberedMapping(ctx, query.kind, looked.headers);
    await ctx.db.run(sql`
      insert into exchange.import
        (id, kind, state, file_name, file_key, bytes, format, dialect, headers, sample, mapping, options,
         created_at, created_by, changed_at)
      values (${id}, ${query.kind}, 'mapping', ${query.name}, ${fileKey}, ${bytes},
              ${JSON.stringify(looked.format)}, ${dialect}, ${looked.headers}, ${JSON.stringify(looked.sample)},
              ${JSON.stringify(remembered?.mapping ?? mapping)},
              ${JSON.stringify(remembered?.options ?? (await usualOptions(ctx)))},
              ${ctx.now}, ${actorOf(ctx)}, ${ctx.now})`);
    return viewOfImport(ctx, id);
  });
}

async function keepFile(
  fileKey: string,
  body: AsyncIterable<Uint8Array>,
): Promise<{ looked: Looked; bytes: number }> {
  const watcher = encodingWatcher();
  const most = mostBytes();
  let bytes = 0;
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      bytes += chunk.byteLength;
      if (bytes > most) refuse(fileTooLarge, { mostBytes: most });
      watcher.see(chunk);
      yield chunk;
    }
  }
  const storage = fileStorage();
  await storage.putStream(fileKey, watched());
  try {
    const looked = await lookAtFile(fileKey, bytes, watcher.encoding());
    if (looked === null) refuse(tableUnreadable);
    return { looked, bytes };
  } catch (error) {
    await storage.remove(fileKey);
    if (error instanceof BadWorkbook)
      refuse(tableUnreadable, { reason: error.message.slice(0, 200) });
    throw error;
  }
}

/** Names what a file with these headers is, so that the next one is read like the last. */
export function headersHash(headers: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(headers)).digest("hex");
}

function rememberedMapping(
  ctx: Context,
  kind: string,
  headers: readonly string[],
): Promise<{ mapping: (string | null)[]; options: ImportOptions } | null> {
  return ctx.db.maybe(sql`
    select mapping, options from exchange.mapping where kind = ${kind} and headers = ${headersHash(headers)}`);
}

async function usualOptions(ctx: Context): Promise<ImportOptions> {
  const [markets, { baseLocale }] = [await listMarkets(ctx), await getSettings(ctx, "shop")];
  const currency = markets[0]?.currency ?? "EUR";
  return {
    overwrite: false,
    locale: baseLocale,
    currency: isCurrency(currency) ? currency : "EUR",
  };
}
