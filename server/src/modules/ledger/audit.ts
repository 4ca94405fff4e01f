import type { AuditCheck } from "../../platform/audit.ts";
import { sql } from "../../platform/sql.ts";

export const checks: readonly AuditCheck[] = [
  {
    id: "I5",
    title: "Every journal entry balances in each currency",
    query: sql`
      select entry_id, currency, sum(amount_minor) as off_by
      from ledger.posting
      group by entry_id, currency
      having sum(amount_minor) <> 0
      limit 100`,
  },
  {
    id: "I5-postings",
    title: "Every journal entry has at least two postings",
    query: sql`
      select e.id as entry_id, e.cause_type, e.cause_id
      from ledger.entry e
      where (select count(*) from ledger.posting p where p.entry_id = e.id) < 2
      limit 100`,
  },
  {
    id: "I5-trial-balance",
    title: "The trial balance is zero in each currency",
    query: sql`
      select currency, sum(amount_minor) as off_by
      from ledger.posting
      group by currency
      having sum(amount_minor) <> 0`,
  },
];
