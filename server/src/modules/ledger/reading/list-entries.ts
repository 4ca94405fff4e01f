import type { z } from "zod";
import { notFound, refuse } from "../../../kernel/errors.ts";
import type { Currency } from "../../../kernel/currency.ts";
import type { ReplyOf } from "../../../kernel/endpoint.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { BusinessDate } from "../../../kernel/time.ts";
import { typeId } from "../../../kernel/type-id.ts";
import type { Context } from "../../../platform/context.ts";
import { joinSql, type Sql, sql } from "../../../platform/sql.ts";
import { type AccountRow, accountViewOf } from "../accounts.ts";
import { sayEntry, type StoredWords } from "../entry-words.ts";
import type { entryView, listEntries as endpoint, postingView } from "../contract.ts";

/** Which entries: all conditions that are given must hold. */
export interface JournalFilter {
  readonly from?: BusinessDate | undefined;
  readonly to?: BusinessDate | undefined;
  /** Code of an account that the entry touches. */
  readonly account?: string | undefined;
  readonly orderId?: Uuid | undefined;
  readonly causeType?: string | undefined;
}

interface PostingRow extends AccountRow {
  readonly currency: Currency;
  /** As text: amounts outgrow what JSON numbers hold exactly. */
  readonly amount_minor: string;
}

interface EntryRow extends StoredWords {
  readonly id: Uuid;
  readonly business_date: BusinessDate;
  readonly posted_at: Date;
  readonly cause_type: string;
  readonly order_id: Uuid | null;
  readonly reverses_id: Uuid | null;
  readonly reversed_by: Uuid | null;
  readonly postings: readonly PostingRow[];
}

/** The journal, newest first, with its postings. One round trip. */
export async function listEntries(
  ctx: Context,
  filter: JournalFilter & { readonly after?: Uuid | undefined; readonly limit: number },
): Promise<ReplyOf<typeof endpoint>> {
  const { after, limit } = filter;
  const page =
    after === undefined
      ? sql`true`
      : sql`(e.posted_at, e.id) < (select a.posted_at, a.id from ledger.entry a where a.id = ${after})`;
  const rows = await ctx.db.all(
    entryQuery(joinSql([journalCondition(filter), page], "and"), limit + 1),
  );
  const items = rows.slice(0, limit).map((row) => entryViewOf(row, ctx.locale));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** One entry as people see it. Refuses `notFound`. */
export async function getEntry(ctx: Context, entryId: Uuid): Promise<z.output<typeof entryView>> {
  const [row] = await ctx.db.all(entryQuery(sql`e.id = ${entryId}`, 1));
  return row === undefined ? refuse(notFound) : entryViewOf(row, ctx.locale);
}

export function journalCondition(filter: JournalFilter): Sql {
  const all: Sql[] = [sql`true`];
  const { from, to, account, orderId, causeType } = filter;
  if (from !== undefined) all.push(sql`e.business_date >= ${from}`);
  if (to !== undefined) all.push(sql`e.business_date <= ${to}`);
  if (orderId !== undefined) all.push(sql`e.order_id = ${orderId}`);
  if (causeType !== undefined) all.push(sql`e.cause_type = ${causeType}`);
  if (account !== undefined) {
    all.push(sql`exists (
      select from ledger.posting at where at.entry_id = e.id and at.account = ${account})`);
  }
  return joinSql(all, "and");
}

function entryQuery(where: Sql, limit: number): Sql<EntryRow> {
  return sql<EntryRow>`
    select e.id, e.business_date, e.posted_at, e.cause_type, e.code, e.params, e.description, e.order_id,
           e.reverses_id, r.id as reversed_by, p.postings
    from ledger.entry e
    left join ledger.entry r on r.reverses_id = e.id
    cross join lateral (
      select jsonb_agg(jsonb_build_object(
               'currency', p.currency, 'amount_minor', p.amount_minor::text, 'code', a.code,
               'role', a.role, 'provider', a.provider, 'jurisdiction', a.jurisdiction,
               'rate', a.rate::text
             ) order by p.position) as postings
      from ledger.posting p join ledger.account a on a.code = p.account
      where p.entry_id = e.id
    ) p
    where ${where}
    order by e.posted_at desc, e.id desc
    limit ${limit}`;
}

function entryViewOf(row: EntryRow, locale: Locale): z.output<typeof entryView> {
  return {
    id: typeId("entry", row.id),
    date: row.business_date,
    postedAt: row.posted_at.toISOString(),
    causeType: row.cause_type,
    description: sayEntry(row, locale),
    orderId: row.order_id === null ? null : typeId("order", row.order_id),
    reversesId: row.reverses_id === null ? null : typeId("entry", row.reverses_id),
    reversedById: row.reversed_by === null ? null : typeId("entry", row.reversed_by),
    postings: row.postings.map((posting) => postingViewOf(posting, locale)),
  };
}

function postingViewOf(posting: PostingRow, locale: Locale): z.output<typeof postingView> {
  const { currency, amount_minor: minor } = posting;
  const isCredit = minor.startsWith("-");
  return {
    account: accountViewOf(posting, locale),
    debit: isCredit ? null : { minor, currency },
    credit: isCredit ? { minor: minor.slice(1), currency } : null,
  };
}
