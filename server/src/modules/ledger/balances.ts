import type { Currency } from "../../kernel/currency.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { compareMoney, type Money, money } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { type AccountRole, accounts } from "./accounts.ts";
import { credit, debit } from "./entry.ts";
import { postEntry } from "./post-entry.ts";

interface OrderBalance {
  readonly role: AccountRole;
  readonly orderId: Uuid;
  readonly currency: Currency;
}

/**
 * What stands on all accounts of a role for one order: debit positive, credit negative. Open
 * receivables are positive, prepayments not yet used are negative.
 */
export async function openBalance(ctx: Context, of: OrderBalance): Promise<Money> {
  const { minor } = await ctx.db.one<{ minor: bigint }>(sql`
    select coalesce(sum(p.amount_minor), 0)::bigint as minor
    from ledger.posting p
    join ledger.account a on a.code = p.account
    where p.order_id = ${of.orderId} and p.currency = ${of.currency} and a.role = ${of.role}`);
  return money(minor, of.currency);
}

/**
 * Lets what an order's customer has paid ahead settle what is invoiced: debit prepayments, credit
 * receivables, for the lesser of the two. Safe to call again: nothing is left to settle then.
 * The caller holds the order's lock. Two round trips, one when there is nothing to do.
 * @returns what was settled in each currency; empty when nothing was
 */
export async function applyPrepayments(ctx: Context, orderId: Uuid): Promise<Money[]> {
  const rows = await ctx.db.all<{ currency: Currency; prepaid: bigint; owed: bigint }>(sql`
    select p.currency,
           coalesce(-sum(p.amount_minor) filter (where p.account = ${accounts.prepayments.code}), 0)::bigint as prepaid,
           coalesce(sum(p.amount_minor) filter (where p.account = ${accounts.receivables.code}), 0)::bigint as owed
    from ledger.posting p
    where p.order_id = ${orderId}
      and p.account = any(${[accounts.prepayments.code, accounts.receivables.code]}::text[])
    group by p.currency
    order by p.currency`);
  const settled = rows
    .map(({ currency, prepaid, owed }) => lesser(money(prepaid, currency), money(owed, currency)))
    .filter(({ minor }) => minor > 0n);
  if (settled.length === 0) return [];
  await postEntry(ctx, {
    causeType: "prepayment_applied",
    causeId: newId(),
    description: { code: "prepayment_applied" },
    orderId,
    postings: settled.flatMap((amount) => [
      debit(accounts.prepayments, amount),
      credit(accounts.receivables, amount),
    ]),
  });
  return settled;
}

function lesser(a: Money, b: Money): Money {
  return compareMoney(a, b) <= 0 ? a : b;
}
