import type { AuditCheck } from "../../platform/audit.ts";
import { sql } from "../../platform/sql.ts";

/** What must hold of invoices and credit notes, at any moment, on any database. */
export const checks: readonly AuditCheck[] = [
  {
    id: "I12-numbers",
    title: "invoice and credit note numbers have no gap and no double",
    query: sql`
      select s.series, s.fiscal_year, s.last_number, count(d.id) as documents, min(d.number) as lowest, max(d.number) as highest
      from invoicing.number_series s
      left join invoicing.document d using (series, fiscal_year)
      group by s.series, s.fiscal_year, s.last_number
      having count(d.id) <> s.last_number or coalesce(max(d.number), 0) <> s.last_number or min(d.number) <> 1`,
  },
  {
    id: "I11-documents",
    title: "each document is the sum of its tax lines and has its journal entry",
    query: sql`
      select d.label, d.net_minor, d.tax_minor, t.net, t.tax, p.booked
      from invoicing.document d
      left join (select document_id, sum(net_minor) as net, sum(tax_minor) as tax from invoicing.document_tax group by 1) t
        on t.document_id = d.id
      left join (
        select e.cause_id, sum(p.amount_minor) as booked from ledger.entry e
        join ledger.posting p on p.entry_id = e.id join ledger.account a on a.code = p.account and a.role = 'receivables'
        where e.cause_type = 'document' group by 1) p on p.cause_id = d.id
      where d.net_minor <> coalesce(t.net, 0) or d.tax_minor <> coalesce(t.tax, 0)
         or coalesce(p.booked, 0) <> case d.kind when 'invoice' then d.gross_minor else -d.gross_minor end`,
  },
  {
    id: "I11-vat",
    title: "tax accounts agree with the tax on documents",
    query: sql`
      with shown as (
        select t.jurisdiction, t.rate, d.currency, sum(case d.kind when 'invoice' then t.tax_minor else -t.tax_minor end) as tax
        from invoicing.document_tax t join invoicing.document d on d.id = t.document_id group by 1, 2, 3
      ), booked as (
        select a.jurisdiction, a.rate, p.currency, -sum(p.amount_minor) as tax
        from ledger.posting p join ledger.account a on a.code = p.account where a.role = 'vat' group by 1, 2, 3
      )
      select jurisdiction, rate, currency, shown.tax as on_documents, booked.tax as on_accounts
      from shown full join booked using (jurisdiction, rate, currency)
      where coalesce(shown.tax, 0) <> coalesce(booked.tax, 0)`,
  },
  {
    id: "I11-invoiced",
    title: "what order lines say was invoiced is what their invoices say",
    query: sql`
      with billed as (
        select (line ->> 'orderLineId')::uuid as id, sum((line ->> 'netMinor')::bigint) as net, sum((line ->> 'taxMinor')::bigint) as tax
        from invoicing.document d, jsonb_array_elements(d.content -> 'lines') as line
        where d.kind = 'invoice' group by 1
      )
      select l.id, l.order_id, l.invoiced_net_minor, l.invoiced_tax_minor, b.net, b.tax
      from orders.public_line l full join billed b on b.id = l.id
      where coalesce(l.invoiced_net_minor, 0) <> coalesce(b.net, 0) or coalesce(l.invoiced_tax_minor, 0) <> coalesce(b.tax, 0)`,
  },
  {
    id: "I11-receivables",
    title: "what is open on an order's accounts is what its documents and its money leave open",
    query: sql`
      with documents as (
        select order_id, sum(case kind when 'invoice' then gross_minor else -gross_minor end) as owed
        from invoicing.document group by 1
      ), money as (
        select a.order_id, sum(case o.kind when 'capture' then o.amount_minor when 'refund' then -o.amount_minor end) as ours
        from payments.attempt a join payments.operation o on o.attempt_id = a.id
        where o.state = 'succeeded' and o.kind in ('capture', 'refund') group by 1
      ), booked as (
        select p.order_id, sum(p.amount_minor) as open
        from ledger.posting p join ledger.account a on a.code = p.account
        where a.role in ('receivables', 'prepayments', 'cash_on_delivery') group by 1
      )
      select order_id, owed as by_documents, ours as money_kept, open as on_accounts
      from documents full join money using (order_id) full join booked using (order_id)
      where coalesce(owed, 0) - coalesce(ours, 0) <> coalesce(open, 0)`,
  },
  {
    id: "I11-cash-on-delivery",
    title: "cash that carriers owe is what was sent against cash and is not collected",
    query: sql`
      with sent as (
        -- What gift cards and store credit had paid ahead, and kept, nobody collects.
        select o.id as order_id, greatest(sum(d.gross_minor) - coalesce((
          select sum(a.captured_minor - coalesce((
            select sum(p.amount_minor) from payments.operation p join payments.refund r on r.id = p.cause_id
            where p.attempt_id = a.id and p.kind = 'refund' and p.state = 'succeeded' and r.purpose <> 'refund'), 0))
          from payments.attempt a where a.order_id = o.id and a.credit_id is not null), 0), 0) as due
        from invoicing.document d
        join orders.public_order o on o.id = d.order_id and o.payment_method = 'cash-on-delivery'
        where d.kind = 'invoice' group by o.id
      ), collected as (
        select order_id, sum(captured_minor) as cash from payments.attempt where provider = 'cash-on-delivery' group by 1
      ), booked as (
        select p.order_id, sum(p.amount_minor) as open
        from ledger.posting p join ledger.account a on a.code = p.account and a.role = 'cash_on_delivery' group by 1
      )
      select order_id, due, cash, open as on_account
      from sent full join collected using (order_id) full join booked using (order_id)
      where coalesce(due, 0) - coalesce(cash, 0) <> coalesce(open, 0)`,
  },
];
