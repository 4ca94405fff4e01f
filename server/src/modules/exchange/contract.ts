import { z } from "zod";
import { endpoint, streamBody, streamedFileReply } from "../../kernel/endpoint.ts";
import { bodyTooLarge, conflict, notFound } from "../../kernel/errors.ts";
import { currencySchema, idSchema, idView, localeSchema } from "../../kernel/wire.ts";
import {
  columnsMissing,
  exportNotReady,
  fileTooLarge,
  tableUnreadable,
  wrongImportState,
} from "./errors.ts";
import { exportFormats, exportKinds, importKinds, importStates, verdicts } from "./kinds.ts";

export { exportFormats, exportKinds, importKinds, importStates, verdicts } from "./kinds.ts";
export type { ExportFormat, ExportKind, ImportKind, ImportState, Verdict } from "./kinds.ts";
export * from "./errors.ts";
export * from "./feed-contract.ts";
export { feedKinds, feedProblems, type FeedKind, type FeedProblem } from "./kinds.ts";

/** Beyond this no shop's setting goes. */
const mostBytes = 4 * 1024 ** 3;
const limit = z.coerce.number().int().min(1).max(100).default(50);

export const importOptions = z.object({
  /** Items that are here already may be changed; without it they stay as they are. */
  overwrite: z.boolean().default(false),
  /** The language of texts whose column names none. */
  locale: localeSchema,
  /** The currency of prices whose column names none. */
  currency: currencySchema,
});

export const importRowView = z.object({
  id: idView("import"),
  kind: z.enum(importKinds),
  state: z.enum(importStates),
  fileName: z.string(),
  bytes: z.int(),
  dialect: z.string(),
  rows: z.int(),
  items: z.int(),
  /** From 0 to 1; null while its end cannot be seen. */
  progress: z.number().nullable(),
  /** Items by what becomes of them; once it has run, by what became. */
  counts: z.partialRecord(z.enum(verdicts), z.int()),
  /** Why the whole of it failed: unreadable, broken. */
  problem: z.string().nullable(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  endedAt: z.iso.datetime().nullable(),
});
export type ImportRowView = z.output<typeof importRowView>;

export const importView = importRowView.extend({
  version: z.int(),
  /** How the file is written: "utf-8, ;" or "xlsx". */
  format: z.string(),
  headers: z.array(z.string()),
  /** The first rows. */
  sample: z.array(z.array(z.string())),
  /** A field or null for each column. */
  mapping: z.array(z.string().nullable()),
  options: importOptions,
  /** What a column can be. */
  fields: z.array(z.string()),
  /** Pictures to fetch for it, by what became of them. */
  pictures: z.object({ waiting: z.int(), kept: z.int(), refused: z.int() }),
});
export type ImportView = z.output<typeof importView>;

export const itemProblemView = z.object({
  code: z.string(),
  field: z.string().optional(),
  row: z.int().optional(),
  value: z.string().optional(),
});

export const importItemView = z.object({
  position: z.int(),
  key: z.string(),
  firstRow: z.int(),
  title: z.string(),
  verdict: z.enum(verdicts),
  done: z.boolean(),
  problem: itemProblemView.nullable(),
  differences: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
});
export type ImportItemView = z.output<typeof importItemView>;

const byImport = z.object({ id: idSchema("import") });
const ofVersion = z.object({ version: z.int().min(1) });

export const uploadImport = endpoint({
  id: "uploadImport",
  method: "POST",
  path: "/api/admin/imports",
  summary:
    "Takes a CSV or XLSX file of any size and says how its columns would be read; nothing is changed",
  allow: "catalog:import",
  query: z.object({
    kind: z.enum(importKinds),
    name: z.string().trim().min(1).max(200).default("file"),
  }),
  body: streamBody,
  reply: importView,
  errors: [tableUnreadable, fileTooLarge, bodyTooLarge],
  accepts: [
    "application/octet-stream",
    "text/csv",
    "text/plain",
    "text/tab-separated-values",
    "application/vnd.ms-excel",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ],
  maxBodyBytes: mostBytes,
});

export const listImports = endpoint({
  id: "listImports",
  method: "GET",
  path: "/api/admin/imports",
  summary: "Imports of the kinds that one may run, newest first",
  allow: "catalog:import",
  query: z.object({ after: idSchema("import").optional(), limit }),
  reply: z.object({ items: z.array(importRowView), next: z.string().nullable() }),
});

export const getImport = endpoint({
  id: "getImport",
  method: "GET",
  path: "/api/admin/imports/:id",
  summary: "One import: its columns, how far it is, what it would do",
  allow: "catalog:import",
  params: byImport,
  reply: importView,
  errors: [notFound],
});

export const checkImport = endpoint({
  id: "checkImport",
  method: "POST",
  path: "/api/admin/imports/:id/check",
  summary:
    "Sets what each column means and works out, in the background, what the file would change",
  allow: "catalog:import",
  params: byImport,
  body: ofVersion.extend({
    mapping: z.array(z.string().max(60).nullable()).max(400),
    options: importOptions,
  }),
  reply: importView,
  errors: [notFound, conflict, columnsMissing, wrongImportState],
});

export const runImport = endpoint({
  id: "runImport",
  method: "POST",
  path: "/api/admin/imports/:id/run",
  summary: "Does what the check has shown, in the background",
  allow: "catalog:import",
  params: byImport,
  body: ofVersion,
  reply: importView,
  errors: [notFound, conflict, wrongImportState],
});

export const stopImport = endpoint({
  id: "stopImport",
  method: "POST",
  path: "/api/admin/imports/:id/stop",
  summary: "Stops an import after the batch it is at; what was done stays",
  allow: "catalog:import",
  params: byImport,
  reply: importView,
  errors: [notFound, wrongImportState],
});

export const listImportItems = endpoint({
  id: "listImportItems",
  method: "GET",
  path: "/api/admin/imports/:id/items",
  summary: "What becomes of each item, with each field's old and new value",
  allow: "catalog:import",
  params: byImport,
  query: z.object({
    verdict: z.enum(verdicts).optional(),
    after: z.coerce.number().int().min(0).max(2_000_000_000).optional(),
    limit,
  }),
  reply: z.object({ items: z.array(importItemView), next: z.string().nullable() }),
  errors: [notFound],
});

export const importReport = endpoint({
  id: "importReport",
  method: "GET",
  path: "/api/admin/imports/:id/report",
  summary: "Each refused row and picture with its reason, as CSV",
  allow: "catalog:import",
  params: byImport,
  reply: streamedFileReply,
  errors: [notFound],
  produces: "text/csv; charset=utf-8",
});

export const exportView = z.object({
  id: idView("export"),
  kind: z.enum(exportKinds),
  format: z.enum(exportFormats),
  state: z.enum(["waiting", "running", "done", "cancelled", "failed"]),
  rows: z.int(),
  bytes: z.int(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  endedAt: z.iso.datetime().nullable(),
});
export type ExportView = z.output<typeof exportView>;

const byExport = z.object({ id: idSchema("export") });

export const startExport = endpoint({
  id: "startExport",
  method: "POST",
  path: "/api/admin/exports",
  summary: "Writes a file of everything of one kind, in the background",
  allow: "catalog:import",
  body: z
    .object({ kind: z.enum(exportKinds), format: z.enum(exportFormats) })
    .refine(({ kind, format }) => format !== "shopify" || kind === "products", {
      path: ["format"],
      error: "Only products are written as Shopify does",
    }),
  reply: exportView,
});

export const listExports = endpoint({
  id: "listExports",
  method: "GET",
  path: "/api/admin/exports",
  summary: "Exports of the kinds that one may read, newest first",
  allow: "catalog:import",
  query: z.object({ after: idSchema("export").optional(), limit }),
  reply: z.object({ items: z.array(exportView), next: z.string().nullable() }),
});

export const stopExport = endpoint({
  id: "stopExport",
  method: "POST",
  path: "/api/admin/exports/:id/stop",
  summary: "Stops an export that is being written",
  allow: "catalog:import",
  params: byExport,
  reply: exportView,
  errors: [notFound],
});

export const exportFile = endpoint({
  id: "exportFile",
  method: "GET",
  path: "/api/admin/exports/:id/file",
  summary: "The file of a finished export",
  allow: "catalog:import",
  params: byExport,
  reply: streamedFileReply,
  errors: [notFound, exportNotReady],
  produces: "application/octet-stream",
});
