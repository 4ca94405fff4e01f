import type { TestShop } from "../../../test/support/test-shop.ts";
import { owner } from "../../../test/support/test-shop.ts";
import { ByteStream } from "../../kernel/endpoint.ts";
import {
  checkImport,
  exportFile,
  getImport,
  type ImportView,
  listImportItems,
  runImport,
  startExport,
  uploadImport,
} from "./contract.ts";
import type { ExportFormat, ExportKind, ImportKind } from "./kinds.ts";

/** A file as an upload brings it, in pieces that cut through letters. */
export function fileOf(content: string | Uint8Array, pieceBytes = 7): ByteStream {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }
  return new ByteStream(pieces());
}

type Options = Partial<ImportView["options"]>;

/** Uploads a file and has it checked with the mapping it is recognised by. */
export async function checkedImport(
  shop: TestShop,
  content: string | Uint8Array,
  options: Options = {},
  kind: ImportKind = "products",
): Promise<ImportView> {
  const body = fileOf(content, 1 << 16);
  const uploaded = await shop.call(
    uploadImport,
    { query: { kind, name: "file.csv" }, body },
    owner,
  );
  const params = { id: uploaded.id };
  await shop.call(
    checkImport,
    {
      params,
      body: {
        version: uploaded.version,
        mapping: uploaded.mapping,
        options: { ...uploaded.options, ...options },
      },
    },
    owner,
  );
  await shop.drainJobs();
  return shop.call(getImport, { params }, owner);
}

/** Checks a file and runs it. */
export async function importedFile(
  shop: TestShop,
  content: string | Uint8Array,
  options: Options = {},
  kind: ImportKind = "products",
): Promise<ImportView> {
  const { id, version } = await checkedImport(shop, content, options, kind);
  const params = { id };
  await shop.call(runImport, { params, body: { version } }, owner);
  await shop.drainJobs();
  return shop.call(getImport, { params }, owner);
}

/** What became of each item, in the file's order. */
export async function itemsOf(shop: TestShop, id: string) {
  const { items } = await shop.call(
    listImportItems,
    { params: { id }, query: { limit: 100 } },
    owner,
  );
  return items;
}

/** The whole of an export's file, once it is written. */
export async function exportedFile(
  shop: TestShop,
  kind: ExportKind,
  format: ExportFormat = "own",
): Promise<Buffer> {
  const { id } = await shop.call(startExport, { body: { kind, format } }, owner);
  await shop.drainJobs();
  const { chunks } = await shop.call(exportFile, { params: { id } }, owner);
  const pieces: Uint8Array[] = [];
  for await (const chunk of chunks) pieces.push(chunk);
  return Buffer.concat(pieces);
}
