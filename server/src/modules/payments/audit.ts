import type { AuditCheck } from "../../platform/audit.ts";
import { sql } from "../../platform/sql.ts";
import { processWebhookJobName } from "./process-webhook.ts";
import { bookLineJobName } from "./statement/book-line.ts";

/** What attempts add up to for each order, by what their operations and their phase say. */
const moneyByOrder = sql`
  select a.order_id,
         sum(case a.phase when 'authorised' then a.amount_minor when 'released' then op.captured else 0 end) as authorised,
         sum(op.captured) as captured, sum(op.refunded) as refunded
  from payments.attempt a
  left join lateral (
    select coalesce(sum(o.amount_minor) filter (where o.kind = 'capture'), 0) as captured,
           coalesce(sum(o.amount_minor) filter (where o.kind = 'refund'), 0) as refunded
    from payments.operation o where o.attempt_id = a.id and o.state = 'succeeded') op on true
  group by a.order_id`;

/** The invariants of payments; no row is a good answer. */
export const checks: AuditCheck[] = [
  {
    id: "I4-orders",
    title: "What an order says was authorised, captured and refunded is what its payments say",
    query: sql`
      select o.number, o.authorised_minor, m.authorised, o.captured_minor, m.captured, o.refunded_minor, m.refunded
      from orders.order o left join (${moneyByOrder}) m on m.order_id = o.id
      where (o.authorised_minor, o.captured_minor, o.refunded_minor)
        is distinct from (coalesce(m.authorised, 0), coalesce(m.captured, 0), coalesce(m.refunded, 0))`,
  },
  {
    id: "I4-attempts",
    title: "What an attempt has captured and refunded is the sum of its operations",
    query: sql`
      select a.id, a.captured_minor, a.refunded_minor, sums.captured, sums.refunded
      from payments.attempt a
      left join lateral (
        select coalesce(sum(o.amount_minor) filter (where o.kind = 'capture'), 0) as captured,
               coalesce(sum(o.amount_minor) filter (where o.kind = 'refund'), 0) as refunded
        from payments.operation o where o.attempt_id = a.id and o.state = 'succeeded') sums on true
      where (a.captured_minor, a.refunded_minor) is distinct from (sums.captured, sums.refunded)`,
  },
  {
    id: "I4-ledger",
    title:
      "Each capture and refund has its journal entry of the same amount, and no entry is without one",
    query: sql`
      with booked as (
        select e.cause_type, e.cause_id, sum(p.amount_minor) as minor
        from ledger.entry e
        join ledger.posting p on p.entry_id = e.id
        join ledger.account a on a.code = p.account and a.role in ('bank', 'clearing', 'gift_cards', 'store_credit')
        where e.cause_type in ('capture', 'refund')
        group by e.cause_type, e.cause_id
      )
      select o.id as operation, o.kind, o.amount_minor, b.minor as booked, b.cause_id as entry_cause
      from (select * from payments.operation where state = 'succeeded' and kind in ('capture', 'refund')) o
      full join booked b on b.cause_type = o.kind and b.cause_id = o.id
      where o.id is null or b.cause_id is null
         or b.minor <> case o.kind when 'capture' then o.amount_minor else -o.amount_minor end`,
  },
  {
    id: "I4-credit",
    title:
      "What gift cards and store credit promised, paid and got back for orders is what the orders' payments say",
    query: sql`
      with wanted as (
        select a.credit_id as account_id, a.id as cause_id, 'held' as kind, a.amount_minor as minor
        from payments.attempt a where a.credit_id is not null
        union all
        select case o.kind when 'refund' then coalesce(o.paid_to, a.credit_id) else a.credit_id end, o.id,
               case o.kind when 'capture' then 'redeemed' when 'void' then 'released' else 'refunded' end,
               o.amount_minor
        from payments.operation o join payments.attempt a on a.id = o.attempt_id
        where o.state = 'succeeded' and (a.credit_id is not null or o.paid_to is not null)
      ), moved as (
        select account_id, cause_id, kind, greatest(abs(amount_minor), abs(held_minor)) as minor
        from credit.public_movement where cause_type in ('attempt', 'operation')
      )
      select account_id, cause_id, kind, wanted.minor, moved.minor as moved
      from wanted full join moved using (account_id, cause_id, kind)
      where wanted.minor is distinct from moved.minor`,
  },
  {
    id: "I7",
    title: "An attempt is one payment at its provider, and takes no more than was asked for",
    query: sql`
      select a.id, a.provider, a.provider_ref, a.amount_minor, a.captured_minor, 'over' as problem
      from payments.attempt a
      where a.captured_minor > a.amount_minor and a.provider <> 'bank-transfer'
      union all
      select a.id, a.provider, a.provider_ref, a.amount_minor, a.captured_minor, 'twice'
      from payments.attempt a join payments.attempt b
        on b.provider = a.provider and b.provider_ref = a.provider_ref and b.id <> a.id`,
  },
  {
    id: "I9-webhooks",
    title: "Each webhook that was acknowledged has been read, or waits to be",
    query: sql`
      select w.provider, w.event_id, w.received_at
      from payments.webhook w
      where w.processed_at is null
        and not exists (
          select from platform.job j
          where j.name = ${processWebhookJobName} and j.state = 'ready'
            and j.unique_key = w.provider || ':' || w.event_id)`,
  },
  {
    id: "I9-bank-lines",
    title:
      "Each line of a bank statement that was matched has paid its order, or waits for its job",
    query: sql`
      select b.id, b.booked_on, b.reference, b.amount_minor
      from payments.bank_line b
      where b.state = 'matched'
        and not exists (select from payments.operation o
                        where o.cause_type = 'bank_line' and o.cause_id = b.id and o.state = 'succeeded')
        and not exists (select from platform.job j
                        where j.name = ${bookLineJobName} and j.state = 'ready' and j.unique_key = b.id::text)`,
  },
  {
    id: "I9-payments",
    title: "Each order that was acknowledged and is to be paid has a payment",
    query: sql`
      select o.number, o.status, o.total_minor
      from orders.order o
      where o.total_minor > 0 and not exists (select from payments.attempt a where a.order_id = o.id)`,
  },
  {
    id: "I10-refunds",
    title: "No order gives back more than it took, refunds under way included",
    query: sql`
      select o.number, o.captured_minor, coalesce(r.refunds, 0) as refunds
      from orders.order o
      join lateral (select sum(amount_minor) as refunds from payments.refund
                    where order_id = o.id and state <> 'failed') r on true
      where r.refunds > o.captured_minor
      union all
      select o.number, a.captured_minor, sums.refunds
      from payments.attempt a join orders.order o on o.id = a.order_id
      join lateral (select sum(amount_minor) as refunds from payments.operation
                    where attempt_id = a.id and kind = 'refund' and state <> 'failed') sums on true
      where sums.refunds > a.captured_minor`,
  },
  {
    id: "I10-refund-lines",
    title: "A refund of lines is the sum of its lines, and the lines know of it",
    query: sql`
      with taken as (
        select (line ->> 'orderLineId')::uuid as id, sum((line ->> 'netMinor')::bigint) as net,
               sum((line ->> 'taxMinor')::bigint) as tax
        from payments.refund r, jsonb_array_elements(r.lines) as line
        where r.purpose = 'refund'
          and (r.state <> 'failed' or exists (
            select from payments.operation o
            where o.cause_type = 'refund' and o.cause_id = r.id and o.state = 'succeeded'))
        group by 1
      )
      select l.id, l.refunded_net_minor, l.refunded_tax_minor, t.net, t.tax
      from orders.line l left join taken t on t.id = l.id
      where (l.refunded_net_minor, l.refunded_tax_minor) is distinct from (coalesce(t.net, 0), coalesce(t.tax, 0))`,
  },
  {
    id: "I11-clearing",
    title: "A clearing account holds what its provider took and did not give back",
    query: sql`
      with owed as (
        select a.provider, a.currency,
               sum(case o.kind when 'capture' then o.amount_minor else -o.amount_minor end) as minor
        from payments.operation o join payments.attempt a on a.id = o.attempt_id
        where o.state = 'succeeded' and o.kind in ('capture', 'refund') and a.credit_id is null and o.paid_to is null
        group by a.provider, a.currency
      ), held as (
        select acc.provider, p.currency, sum(p.amount_minor) as minor
        from ledger.posting p join ledger.account acc on acc.code = p.account and acc.role = 'clearing'
        group by acc.provider, p.currency
      )
      select coalesce(owed.provider, held.provider) as provider, coalesce(owed.currency, held.currency) as currency,
             owed.minor as owed, held.minor as held
      from owed full join held on held.provider = owed.provider and held.currency = owed.currency
      where coalesce(owed.minor, 0) <> coalesce(held.minor, 0)
        and (held.provider is not null or owed.provider not in ('cash-on-delivery', 'bank-transfer'))`,
  },
];
