import type { AuditCheck } from "../../platform/audit.ts";
import { sql } from "../../platform/sql.ts";

/** What must hold between parcels, orders and the movements of goods. */
export const checks: readonly AuditCheck[] = [
  {
    id: "I2-shipped",
    title: "what left in parcels is what orders and stock movements say",
    query: sql`
      with parcels as (
        select l.order_line_id as id, sum(l.quantity) as units from fulfilment.shipment_line l
        join fulfilment.shipment s on s.id = l.shipment_id where s.state in ('shipped', 'delivered') group by 1
      )
      select p.order_id, p.id as order_line_id, p.quantity_shipped, parcels.units as in_parcels
      from orders.public_line p full join parcels using (id)
      where p.kind is distinct from 'delivery' and p.kind is distinct from 'payment_fee'
        and coalesce(p.product_kind, 'physical') = 'physical'
        and coalesce(p.quantity_shipped, 0) <> coalesce(parcels.units, 0)
      union all
      select s.order_id, null, moved.units, boxed.units
      from fulfilment.shipment s
      left join lateral (select sum(quantity) as units from inventory.movement where cause_type = 'goods_issue' and cause_id = s.id) moved on true
      left join lateral (select sum(quantity) as units from fulfilment.shipment_line where shipment_id = s.id) boxed on true
      where coalesce(moved.units, 0) <> case when s.state in ('shipped', 'delivered') then boxed.units else 0 end`,
  },
  {
    id: "I3-work",
    title: "work in the warehouses never exceeds what the stored plan reserved",
    query: sql`
      with work as (
        select f.order_id, f.location_id, l.order_line_id, l.lot, sum(l.quantity) as units, sum(l.shipped) as shipped
        from fulfilment.line l join fulfilment.fulfilment_order f on f.id = l.fulfilment_order_id group by 1, 2, 3, 4
      ), plan as (
        select order_id, location_id, order_line_id, lot, sum(quantity) as units,
               coalesce(sum(quantity) filter (where state = 'shipped'), 0) as shipped
        from inventory.reservation where state <> 'released' group by 1, 2, 3, 4
      )
      select w.order_id, w.order_line_id, w.units, w.shipped, p.units as planned, p.shipped as plan_shipped
      from work w left join plan p using (order_id, location_id, order_line_id, lot)
      where w.units > coalesce(p.units, 0) or w.shipped <> coalesce(p.shipped, 0)`,
  },
];
