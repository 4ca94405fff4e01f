import type { Currency } from "../../../kernel/currency.ts";
import type { FileReply } from "../../../kernel/endpoint.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { money, toDecimal } from "../../../kernel/money.ts";
import type { BusinessDate } from "../../../kernel/time.ts";
import { typeId } from "../../../kernel/type-id.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import { type AccountRow, accountName } from "../accounts.ts";
import { sayEntry, type StoredWords } from "../entry-words.ts";
import { journalCondition, type JournalFilter } from "./list-entries.ts";

const mostLines = 100_000;

type LineRow = AccountRow &
  Omit<StoredWords, "code"> & {
    readonly entry_code: StoredWords["code"];
    readonly entry_id: Uuid;
    readonly business_date: BusinessDate;
    readonly cause_type: string;
    readonly order_id: Uuid | null;
    readonly currency: Currency;
    readonly amount_minor: bigint;
  };

const headings = "date,entry,cause,description,account,account_name,debit,credit,currency,order";

/** The journal as CSV (RFC 4180, UTF-8, decimal points) with words in the reader's language, one line a posting, oldest first. */
export async function exportJournal(ctx: Context, filter: JournalFilter): Promise<FileReply> {
  const rows = await ctx.db.all<LineRow>(sql`
    select e.id as entry_id, e.business_date, e.cause_type, e.code as entry_code, e.params, e.description, e.order_id,
           p.currency, p.amount_minor, a.code, a.role, a.provider, a.jurisdiction, a.rate
    from ledger.entry e
    join ledger.posting p on p.entry_id = e.id
    join ledger.account a on a.code = p.account
    where ${journalCondition(filter)}
    order by e.business_date, e.id, p.position
    limit ${mostLines}`);
  const lines = [headings, ...rows.map((row) => lineOf(row, ctx))];
  return {
    contentType: "text/csv; charset=utf-8",
    fileName: `journal-${filter.from ?? "begin"}-${filter.to ?? "today"}.csv`,
    bytes: new TextEncoder().encode(`${lines.join("\r\n")}\r\n`),
    inline: false,
  };
}

function lineOf(row: LineRow, ctx: Context): string {
  const amount = row.amount_minor;
  return [
    row.business_date,
    typeId("entry", row.entry_id),
    row.cause_type,
    sayEntry({ ...row, code: row.entry_code }, ctx.locale),
    row.code,
    accountName(row, ctx.locale),
    amount > 0n ? toDecimal(money(amount, row.currency)) : "",
    amount < 0n ? toDecimal(money(-amount, row.currency)) : "",
    row.currency,
    row.order_id === null ? "" : typeId("order", row.order_id),
  ]
    .map(field)
    .join(",");
}

/** Quoted where it must be. Text that a spreadsheet would run as a formula is made plain text. */
export function field(value: string): string {
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
