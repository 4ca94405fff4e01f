import { phased, read, type Route, write } from "../../platform/route.ts";
import * as contract from "./contract.ts";
import { exportFile, listExports, startExport, stopExport } from "./exports/exports.ts";
import { getFeed, listFeeds, refreshFeeds } from "./feeds/feeds.ts";
import { viewOfImport } from "./imports/import-views.ts";
import { importReport, listImportItems, listImports } from "./imports/queries.ts";
import { checkImport, runImport, stopImport } from "./imports/steer-import.ts";
import { uploadImport } from "./imports/upload-import.ts";

export const routes: Route[] = [
  phased(contract.uploadImport, uploadImport),
  read(contract.listImports, listImports),
  read(contract.getImport, (ctx, { params }) => viewOfImport(ctx, params.id)),
  write(contract.checkImport, checkImport),
  write(contract.runImport, (ctx, { params, body }) => runImport(ctx, params.id, body.version)),
  write(contract.stopImport, (ctx, { params }) => stopImport(ctx, params.id)),
  read(contract.listImportItems, listImportItems),
  read(contract.importReport, (ctx, { params }) => importReport(ctx, params.id)),
  write(contract.startExport, startExport),
  read(contract.listExports, listExports),
  write(contract.stopExport, (ctx, { params }) => stopExport(ctx, params.id)),
  read(contract.exportFile, (ctx, { params }) => exportFile(ctx, params.id)),
  read(contract.getFeed, getFeed),
  read(contract.listFeeds, (ctx) => listFeeds(ctx)),
  write(contract.refreshFeeds, (ctx) => refreshFeeds(ctx)),
];
