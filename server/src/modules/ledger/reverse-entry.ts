import type { Currency } from "../../kernel/currency.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { money } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { accountFrom, type AccountRow } from "./accounts.ts";
import { entryNotReversible, entryReversed } from "./contract.ts";
import type { Posting } from "./entry.ts";
import { type StoredWords, wordsOfReversal } from "./entry-words.ts";
import { manualCause } from "./post-manual-entry.ts";
import { postEntry } from "./post-entry.ts";

interface EntryRow extends StoredWords {
  readonly id: Uuid;
  readonly cause_type: string;
  readonly order_id: Uuid | null;
}

/**
 * Posts the opposite of an entry, today; the two stay in the journal and name each other. Refuses
 * `entryReversed` the second time. For rooms that undo what they posted.
 * @returns the id of the reversal
 */
export async function reverseEntry(ctx: Context, entryId: Uuid, reason: string): Promise<Uuid> {
  const entry = await ctx.db.maybe<EntryRow>(sql`
    select id, cause_type, code, params, description, order_id from ledger.entry where id = ${entryId}`);
  if (entry === null) return refuse(notFound);
  const postings = await readPostings(ctx, entryId);
  const { entryId: reversal, fresh } = await postEntry(ctx, {
    causeType: "reversal",
    causeId: entryId,
    description: wordsOfReversal(entry, reason),
    ...(entry.order_id === null ? {} : { orderId: entry.order_id }),
    reversesId: entryId,
    postings: postings.map(({ account, money: amount }) => {
      return { account, money: money(-amount.minor, amount.currency) };
    }),
  });
  if (!fresh || reversal === null) return refuse(entryReversed);
  await recordAudit(ctx, "books.entry_reversed", typeId("entry", entryId), { reason });
  return reversal;
}

/** The same for staff, who may only undo what was booked by hand. */
export async function reverseManualEntry(
  ctx: Context,
  entryId: Uuid,
  reason: string,
): Promise<Uuid> {
  const entry = await ctx.db.maybe<{ cause_type: string }>(sql`
    select cause_type from ledger.entry where id = ${entryId}`);
  if (entry === null) return refuse(notFound);
  if (entry.cause_type !== manualCause) refuse(entryNotReversible, { causeType: entry.cause_type });
  return reverseEntry(ctx, entryId, reason);
}

async function readPostings(ctx: Context, entryId: Uuid): Promise<Posting[]> {
  const rows = await ctx.db.all<AccountRow & { currency: Currency; amount_minor: bigint }>(sql`
    select a.code, a.role, a.provider, a.jurisdiction, a.rate, p.currency, p.amount_minor
    from ledger.posting p join ledger.account a on a.code = p.account
    where p.entry_id = ${entryId}
    order by p.position`);
  return rows.map((row) => ({
    account: accountFrom(row),
    money: money(row.amount_minor, row.currency),
  }));
}
