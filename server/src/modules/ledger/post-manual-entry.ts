import { notFound, refuse } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import type { Money } from "../../kernel/money.ts";
import type { BusinessDate } from "../../kernel/time.ts";
import { typeId } from "../../kernel/type-id.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import {
  type Account,
  accountFrom,
  type AccountRole,
  type AccountRow,
  accounts,
} from "./accounts.ts";
import { accountNotManual, entryUnbalanced } from "./contract.ts";
import { sumsByCurrency } from "./entry.ts";
import { postEntry } from "./post-entry.ts";

export interface ManualEntry {
  readonly description: string;
  readonly date: BusinessDate;
  readonly postings: readonly { readonly account: string; readonly amount: Money }[];
}

export const manualCause = "manual";

/** Accounts whose balance is proven against goods, orders and documents: nothing else may move them. */
const followOthers: ReadonlySet<AccountRole> = new Set([
  "inventory",
  "receivables",
  "prepayments",
  "gift_cards",
  "gift_cards_returned",
  "store_credit",
  "vat",
]);

/** Books by hand, for what no room of the shop causes. */
export async function postManualEntry(ctx: Context, entry: ManualEntry): Promise<Uuid> {
  const named = await readAccounts(
    ctx,
    entry.postings.map(({ account }) => account),
  );
  const postings = entry.postings.map(({ account: code, amount }) => {
    const account = named.get(code) ?? refuse(notFound, { account: code });
    if (followOthers.has(account.role)) refuse(accountNotManual, { account: code });
    return { account, money: amount };
  });
  for (const [currency, sum] of sumsByCurrency(postings)) {
    if (sum !== 0n) refuse(entryUnbalanced, { currency, difference: sum.toString() });
  }
  const { description, date } = entry;
  const causeId = newId();
  const posted = await postEntry(ctx, {
    causeType: manualCause,
    causeId,
    description,
    date,
    postings,
  });
  if (posted.entryId === null) return refuse(entryUnbalanced, { difference: "0" });
  await recordAudit(ctx, "books.entry_posted", typeId("entry", posted.entryId), { description });
  return posted.entryId;
}

/** Accounts by code: those of the chart, and those of providers and rates that exist. */
async function readAccounts(ctx: Context, codes: readonly string[]): Promise<Map<string, Account>> {
  const rows = await ctx.db.all<AccountRow>(sql`
    select code, role, provider, jurisdiction, rate from ledger.account
    where code = any(${codes}::text[])`);
  const fixed = Object.values(accounts).map((account): [string, Account] => [
    account.code,
    account,
  ]);
  return new Map([...fixed, ...rows.map((row): [string, Account] => [row.code, accountFrom(row)])]);
}
