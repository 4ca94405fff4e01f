import type { BusinessDate } from "../../kernel/time.ts";
import { joinSql, type Sql, sql } from "../../platform/sql.ts";
import type { OrderNeed } from "./contract.ts";
import { orderNeeds } from "./contract.ts";

const due = sql`(case o.status when 'cancelled' then 0 else o.total_minor - o.cancelled_minor end)`;
const open = sql`o.status = 'placed' and o.fulfilment_status <> 'shipped'`;

/** Money that went back or is on its way because it was not owed; refunds of invoiced goods are apart. */
const returned = sql`
  coalesce((select sum(r.amount_minor) from payments.refund r
            where r.order_id = o.id and r.purpose <> 'refund' and r.state <> 'failed'), 0)`;

/** When an order (`o`) needs what; each is a condition on one row of orders.order. */
export function needConditions(today: BusinessDate): Readonly<Record<OrderNeed, Sql>> {
  return {
    to_pay: sql`(o.status = 'placed' and o.payment_method = 'bank-transfer' and o.captured_minor < ${due})`,
    to_collect: sql`(o.status = 'placed' and o.payment_method = 'cash-on-delivery' and o.units_shipped > 0
      and o.captured_minor < ${due})`,
    to_refund: sql`((o.captured_minor > ${due} and o.captured_minor - ${returned} > ${due})
      or (o.captured_minor > 0 and exists (
        select from payments.attempt a join payments.operation p on p.attempt_id = a.id
        where a.order_id = o.id and p.kind = 'refund' and p.state = 'created' and p.check_at is null)))`,
    to_pick: sql`(o.status = 'placed' and o.hold_reason is null and exists (
      select from fulfilment.fulfilment_order f where f.order_id = o.id and f.state in ('open', 'picking')))`,
    to_ship: sql`(o.status = 'placed' and o.hold_reason is null and exists (
      select from fulfilment.fulfilment_order f where f.order_id = o.id and f.state = 'packed'))`,
    at_risk: sql`(o.status in ('pending', 'placed') and (
      (${open} and (o.delivery ->> 'latest')::date between ${today}::date and ${today}::date + 1)
      or exists (select from payments.attempt a where a.order_id = o.id and a.state = 'unknown')
      or (o.status = 'placed' and exists (
        select from inventory.reservation r
        where r.order_id = o.id and r.backordered and r.state in ('held', 'allocated')))))`,
    late: sql`(${open} and (o.delivery ->> 'latest')::date < ${today}::date)`,
    held: sql`(o.hold_reason is not null and o.status in ('pending', 'placed'))`,
  };
}

/** The needs of one row, as a text array. */
export function needsColumn(today: BusinessDate): Sql {
  const conditions = needConditions(today);
  const each = orderNeeds.map((need) => sql`case when ${conditions[need]} then ${need}::text end`);
  return sql`array_remove(array[${joinSql(each, ",")}], null)`;
}
