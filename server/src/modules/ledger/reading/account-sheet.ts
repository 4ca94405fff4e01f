import { z } from "zod";
import type { Currency } from "../../../kernel/currency.ts";
import type { ReplyOf } from "../../../kernel/endpoint.ts";
import { badRequest, notFound, refuse } from "../../../kernel/errors.ts";
import { isUuid, type Uuid } from "../../../kernel/ids.ts";
import type { Locale } from "../../../kernel/locale.ts";
import { money, toWire } from "../../../kernel/money.ts";
import { type BusinessDate, isBusinessDate } from "../../../kernel/time.ts";
import { typeId } from "../../../kernel/type-id.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import { type AccountRow, accountViewOf } from "../accounts.ts";
import { sayEntry, type StoredWords } from "../entry-words.ts";
import type { listAccounts as listEndpoint, readAccountSheet as endpoint } from "../contract.ts";

export interface SheetQuestion {
  readonly code: string;
  readonly currency: Currency;
  readonly from?: BusinessDate | undefined;
  readonly to?: BusinessDate | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

interface SheetRow extends StoredWords {
  readonly entry_id: Uuid;
  readonly business_date: BusinessDate;
  readonly cause_type: string;
  readonly order_id: Uuid | null;
  readonly amount: bigint;
}

/** The accounts that exist so far, in the order of the chart. */
export async function listAccounts(ctx: Context): Promise<ReplyOf<typeof listEndpoint>> {
  const rows = await ctx.db.all<AccountRow>(sql`
    select code, role, provider, jurisdiction, rate from ledger.account order by code`);
  return { items: rows.map((row) => accountViewOf(row, ctx.locale)) };
}

/** One account's postings by day with the balance after each. Three round trips. */
export async function readAccountSheet(
  ctx: Context,
  question: SheetQuestion,
): Promise<ReplyOf<typeof endpoint>> {
  const { code, currency, to, limit } = question;
  const account = await ctx.db.maybe<AccountRow>(sql`
    select code, role, provider, jurisdiction, rate from ledger.account where code = ${code}`);
  if (account === null) return refuse(notFound);
  const [date, entryId] = startOf(question);
  const carried = await ctx.db.one<{ minor: bigint }>(sql`
    select coalesce(sum(p.amount_minor), 0)::bigint as minor
    from ledger.posting p join ledger.entry e on e.id = p.entry_id
    where p.account = ${code} and p.currency = ${currency}
      and (e.business_date, e.id) <= (${date}::date, ${entryId}::uuid)`);
  const rows = await ctx.db.all<SheetRow>(sql`
    select e.id as entry_id, e.business_date, e.cause_type, e.code, e.params, e.description, e.order_id,
           sum(p.amount_minor)::bigint as amount
    from ledger.posting p join ledger.entry e on e.id = p.entry_id
    where p.account = ${code} and p.currency = ${currency}
      and (e.business_date, e.id) > (${date}::date, ${entryId}::uuid)
      and e.business_date <= coalesce(${to ?? null}::date, 'infinity')
    group by e.id
    order by e.business_date, e.id
    limit ${limit + 1}`);
  const items = runningItems(rows.slice(0, limit), carried.minor, currency, ctx.locale);
  const last = rows[limit - 1];
  return {
    account: accountViewOf(account, ctx.locale),
    carried: toWire(money(carried.minor, currency)),
    items,
    next:
      rows.length > limit && last !== undefined ? `${last.business_date}~${last.entry_id}` : null,
  };
}

const firstId = "00000000-0000-0000-0000-000000000000";
const cursorShape = z.tuple([z.string().refine(isBusinessDate), z.string().refine(isUuid)]);

/** The place in (day, id) after which the page begins: the cursor, or just before the first day asked for. */
function startOf({ after, from }: SheetQuestion): [string, Uuid] {
  if (after === undefined) return [from ?? "-infinity", firstId];
  const cursor = cursorShape.safeParse(after.split("~"));
  return cursor.success ? cursor.data : refuse(badRequest, { problem: "Not a page of this list" });
}

function runningItems(
  rows: readonly SheetRow[],
  carried: bigint,
  currency: Currency,
  locale: Locale,
) {
  let balance = carried;
  return rows.map((row) => {
    balance += row.amount;
    return {
      entryId: typeId("entry", row.entry_id),
      date: row.business_date,
      causeType: row.cause_type,
      description: sayEntry(row, locale),
      orderId: row.order_id === null ? null : typeId("order", row.order_id),
      amount: toWire(money(row.amount, currency)),
      balance: toWire(money(balance, currency)),
    };
  });
}
