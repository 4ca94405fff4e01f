import type { ReplyOf } from "../../../kernel/endpoint.ts";
import type { Currency } from "../../../kernel/currency.ts";
import { money, sumMoney, toWire } from "../../../kernel/money.ts";
import type { BusinessDate } from "../../../kernel/time.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import { type AccountRow, accountViewOf } from "../accounts.ts";
import type { readTrialBalance as endpoint } from "../contract.ts";

interface Period {
  readonly from?: BusinessDate | undefined;
  readonly to?: BusinessDate | undefined;
}

type BalanceRow = AccountRow & {
  readonly currency: Currency;
  readonly debit: bigint;
  readonly credit: bigint;
};

/** Every account that was touched in the period, in the order of the chart. One round trip. */
export async function readTrialBalance(
  ctx: Context,
  { from, to }: Period,
): Promise<ReplyOf<typeof endpoint>> {
  const rows = await ctx.db.all<BalanceRow>(sql`
    select a.code, a.role, a.provider, a.jurisdiction, a.rate, p.currency,
           coalesce(sum(p.amount_minor) filter (where p.amount_minor > 0), 0)::bigint as debit,
           coalesce(-sum(p.amount_minor) filter (where p.amount_minor < 0), 0)::bigint as credit
    from ledger.posting p
    join ledger.entry e on e.id = p.entry_id
    join ledger.account a on a.code = p.account
    where e.business_date >= coalesce(${from ?? null}::date, '-infinity')
      and e.business_date <= coalesce(${to ?? null}::date, 'infinity')
    group by a.code, p.currency
    order by p.currency, a.code`);
  const byCurrency = [...Map.groupBy(rows, (row) => row.currency)];
  return {
    rows: rows.map((row) => ({
      account: accountViewOf(row, ctx.locale),
      currency: row.currency,
      debit: toWire(money(row.debit, row.currency)),
      credit: toWire(money(row.credit, row.currency)),
      balance: toWire(money(row.debit - row.credit, row.currency)),
    })),
    totals: byCurrency.map(([currency, ofCurrency]) => ({
      currency,
      debit: toWire(
        sumMoney(
          ofCurrency.map(({ debit }) => money(debit, currency)),
          currency,
        ),
      ),
      credit: toWire(
        sumMoney(
          ofCurrency.map(({ credit }) => money(credit, currency)),
          currency,
        ),
      ),
    })),
  };
}
