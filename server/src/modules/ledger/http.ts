import { read, type Route, write } from "../../platform/route.ts";
import * as contract from "./contract.ts";
import { postManualEntry } from "./post-manual-entry.ts";
import { listAccounts, readAccountSheet } from "./reading/account-sheet.ts";
import { exportJournal } from "./reading/journal-csv.ts";
import { getEntry, listEntries } from "./reading/list-entries.ts";
import { readTrialBalance } from "./reading/trial-balance.ts";
import { reverseManualEntry } from "./reverse-entry.ts";

export const routes: Route[] = [
  read(contract.listAccounts, (ctx) => listAccounts(ctx)),
  read(contract.readTrialBalance, (ctx, { query }) => readTrialBalance(ctx, query)),
  read(contract.readAccountSheet, (ctx, { params, query }) =>
    readAccountSheet(ctx, { ...params, ...query }),
  ),
  read(contract.listEntries, (ctx, { query }) => listEntries(ctx, query)),
  read(contract.readEntry, (ctx, { params }) => getEntry(ctx, params.entryId)),
  read(contract.exportJournal, (ctx, { query }) => exportJournal(ctx, query)),
  write(contract.postManualEntry, async (ctx, { body }) =>
    getEntry(ctx, await postManualEntry(ctx, body)),
  ),
  write(contract.reverseEntry, async (ctx, { params, body }) =>
    getEntry(ctx, await reverseManualEntry(ctx, params.entryId, body.reason)),
  ),
];
