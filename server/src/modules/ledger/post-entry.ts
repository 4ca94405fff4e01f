import { newId, type Uuid } from "../../kernel/ids.ts";
import type { BusinessDate } from "../../kernel/time.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { shopToday } from "../settings/index.ts";
import { type Account, accountName, chart } from "./accounts.ts";
import { type Posting, tidyPostings } from "./entry.ts";
import { type EntryWords, storedWords } from "./entry-words.ts";

export interface NewEntry {
  /** What caused it, with its id: an entry is posted once for each cause, however often asked. */
  readonly causeType: string;
  readonly causeId: Uuid;
  readonly description: EntryWords;
  /** The order whose balances this changes. */
  readonly orderId?: Uuid;
  readonly postings: readonly Posting[];
  /** Default: today in the shop's time zone. */
  readonly date?: BusinessDate;
  readonly reversesId?: Uuid;
}

export interface PostedEntry {
  /** Null when every amount was zero, so that there was nothing to write. */
  readonly entryId: Uuid | null;
  /** False when this cause had its entry before; that one is returned and nothing was written. */
  readonly fresh: boolean;
}

/**
 * Writes a balanced entry in the caller's transaction, one round trip. Throws when it does not
 * balance. Accounts of a provider or a tax rate are made when an entry first names them.
 */
export async function postEntry(ctx: Context, entry: NewEntry): Promise<PostedEntry> {
  const postings = tidyPostings(entry.postings);
  if (postings.length === 0) return { entryId: null, fresh: false };
  const date = entry.date ?? (await shopToday(ctx));
  const posted = await writeEntry(ctx, entry, postings, date);
  if (posted !== null) return { entryId: posted.id, fresh: posted.fresh };
  // Another transaction posted this cause while we waited for it: its row is visible only now.
  const { id } = await ctx.db.one<{ id: Uuid }>(sql`
    select id from ledger.entry
    where cause_type = ${entry.causeType} and cause_id = ${entry.causeId}`);
  return { entryId: id, fresh: false };
}

function writeEntry(
  ctx: Context,
  entry: NewEntry,
  postings: readonly Posting[],
  date: BusinessDate,
): Promise<{ id: Uuid; fresh: boolean } | null> {
  const rows = postings.map(({ account, money }, index) => ({
    position: index + 1,
    account: account.code,
    currency: money.currency,
    amount: money.minor.toString(),
  }));
  const { code, params, description } = storedWords(entry.description);
  return ctx.db.maybe<{ id: Uuid; fresh: boolean }>(sql`
    with new_entry as (
      insert into ledger.entry
        (id, cause_type, cause_id, code, params, description, business_date, posted_at, order_id,
         reverses_id)
      values (${newId()}, ${entry.causeType}, ${entry.causeId}, ${code}, ${JSON.stringify(params)}::jsonb,
              ${description}, ${date}, ${ctx.now}, ${entry.orderId ?? null}::uuid, ${entry.reversesId ?? null}::uuid)
      on conflict (cause_type, cause_id) do nothing
      returning id
    ), new_account as (
      insert into ledger.account (code, name, kind, role, provider, jurisdiction, rate)
      select a.code, a.name, a.kind, a.role, a.provider, a.jurisdiction, a.rate
      from jsonb_to_recordset(${accountRows(postings)}::jsonb) as a
        (code text, name text, kind text, role text, provider text, jurisdiction text, rate numeric)
      where exists (select from new_entry)
        and not exists (select from ledger.account known where known.code = a.code)
      order by a.code
      on conflict (code) do nothing
    ), new_posting as (
      insert into ledger.posting (entry_id, position, account, currency, amount_minor, order_id)
      select new_entry.id, p.position, p.account, p.currency, p.amount, ${entry.orderId ?? null}::uuid
      from new_entry, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p
        (position smallint, account text, currency text, amount bigint)
    )
    select id, true as fresh from new_entry
    union all
    select id, false from ledger.entry
    where cause_type = ${entry.causeType} and cause_id = ${entry.causeId}
      and not exists (select from new_entry)`);
}

function accountRows(postings: readonly Posting[]): string {
  const byCode = new Map(postings.map(({ account }) => [account.code, account]));
  return JSON.stringify([...byCode.values()].map(accountRow));
}

function accountRow(account: Account) {
  const { code, role, provider = null, jurisdiction = null, rate = null } = account;
  const { kind } = chart[role];
  const name = accountName({ code, role, provider, jurisdiction, rate }, "en");
  return { code, name, kind, role, provider, jurisdiction, rate };
}
