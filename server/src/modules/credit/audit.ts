import type { AuditCheck } from "../../platform/audit.ts";
import { sql } from "../../platform/sql.ts";

/** The invariants of gift cards and store credit; no row is a good answer. */
export const checks: AuditCheck[] = [
  {
    id: "I10-credit",
    title:
      "A gift card's or store credit's balance is the sum of its movements, and no more was spent than came to it",
    query: sql`
      select a.id, a.kind, a.balance_minor, a.held_minor, m.balance, m.held, m.spent, m.came
      from credit.account a
      left join lateral (
        select coalesce(sum(amount_minor), 0) as balance, coalesce(sum(held_minor), 0) as held,
               coalesce(-sum(amount_minor) filter (where amount_minor < 0), 0) as spent,
               coalesce(sum(amount_minor) filter (where amount_minor > 0), 0) as came
        from credit.movement where account_id = a.id) m on true
      where (a.balance_minor, a.held_minor) is distinct from (m.balance, m.held) or m.spent > m.came
         or a.held_minor not between 0 and a.balance_minor`,
  },
  {
    id: "I11-credit",
    title:
      "What the books say is owed on gift cards and as store credit is the sum of their balances",
    query: sql`
      with owed as (
        select kind, currency, sum(balance_minor) as minor from credit.account group by kind, currency
      ), booked as (
        select case acc.role when 'gift_cards' then 'gift_card' else 'store_credit' end as kind, p.currency,
               -sum(p.amount_minor) as minor
        from ledger.posting p join ledger.account acc on acc.code = p.account
        where acc.role in ('gift_cards', 'store_credit') group by acc.role, p.currency
      )
      select kind, currency, owed.minor as on_cards, booked.minor as on_accounts
      from owed full join booked using (kind, currency)
      where coalesce(owed.minor, 0) <> coalesce(booked.minor, 0)`,
  },
];
