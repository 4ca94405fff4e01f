import type { AuditCheck } from "../../platform/audit.ts";
import { sql } from "../../platform/sql.ts";

/** The invariants of carts and orders; no row is a good answer. */
export const checks: AuditCheck[] = [
  {
    id: "I6",
    title: "A cart makes at most one order, and each knows the other",
    query: sql`
      select o.number, o.cart_id, c.order_id as order_of_cart,
             count(*) over (partition by o.cart_id) as orders_of_cart
      from orders.order o left join cart.cart c on c.id = o.cart_id
      where c.order_id is distinct from o.id
         or (select count(*) from orders.order twin where twin.cart_id = o.cart_id) > 1`,
  },
  {
    id: "I6-key",
    title: "An order that was promised under an idempotency key exists",
    query: sql`
      select k.key, k.reply #>> '{order,number}' as promised
      from platform.idempotency_key k
      where k.endpoint = 'placeOrder' and k.state = 'done' and k.status = 200
        and not exists (select from orders.order o where o.number = k.reply #>> '{order,number}')`,
  },
  {
    id: "I9-goods",
    title: "What a placed order still waits for is promised to it, whole",
    query: sql`
      select o.number, l.sku, l.quantity - l.quantity_cancelled - l.quantity_shipped as owed,
             coalesce(p.promised, 0) as promised
      from orders.order o
      join orders.line l on l.order_id = o.id
      left join lateral (
        select sum(r.quantity) as promised from inventory.reservation r
        where r.order_id = o.id and r.order_line_id = l.id and r.state in ('held', 'allocated', 'picked')) p on true
      where o.status = 'placed' and l.product_kind = 'physical'
        and exists (select from inventory.stock s where s.variant_id = l.variant_id and s.warehouse)
        and l.quantity - l.quantity_cancelled - l.quantity_shipped <> coalesce(p.promised, 0)`,
  },
  {
    id: "I4-totals",
    title: "An order's total is the sum of its lines, and of its tax lines",
    query: sql`
      select o.number, o.net_minor, o.tax_minor, l.net as lines_net, l.tax as lines_tax,
             t.net as tax_lines_net, t.tax as tax_lines_tax
      from orders.order o
      left join lateral (select sum(net_minor) as net, sum(tax_minor) as tax
                         from orders.line where order_id = o.id) l on true
      left join lateral (select sum(net_minor) as net, sum(tax_minor) as tax
                         from orders.tax_line where order_id = o.id) t on true
      where (o.net_minor, o.tax_minor) is distinct from (l.net, l.tax)
         or (o.net_minor, o.tax_minor) is distinct from (t.net, t.tax)`,
  },
  {
    id: "I11-reasons",
    title: "A sale without tax has a reason that frees it, and what the reason needs as proof",
    // Goods of the category "zero" were once kept under the name of the law that taxes nothing on them.
    query: sql`
      select o.number, t.category, t.jurisdiction, t.rate, t.reason, t.tax_minor, o.tax_evidence
      from orders.tax_line t join orders.order o on o.id = t.order_id
      where (t.reason = 'reverse-charge' and o.tax_evidence #>> '{vatId,state}' is distinct from 'valid')
         or (t.reason = 'exempt' and o.tax_evidence #>> '{certificate,number}' is null)
         or (t.tax_minor <> 0 and t.reason in
               ('reverse-charge', 'exempt', 'export', 'zero-rated', 'exempt-goods', 'no-tax-here'))
         or (t.rate = 0 and t.category <> 'zero' and t.reason in
               ('eu-vat', 'uk-vat', 'swiss-vat', 'norwegian-vat', 'us-sales-tax'))`,
  },
  {
    id: "I4-discounts",
    title: "A line is its price times its units less its discounts, which are stored one by one",
    query: sql`
      select o.number, l.title, l.unit_price_minor, l.quantity, l.discount_minor, d.discounts,
             case when o.tax_included then l.total_minor else l.net_minor end as charged
      from orders.line l
      join orders.order o on o.id = l.order_id
      left join lateral (select coalesce(sum(amount_minor), 0) as discounts from orders.discount
                         where order_id = l.order_id and line_id = l.id) d on true
      where l.discount_minor <> d.discounts
         -- Prices that lost their tax for this buyer are rounded by unit.
         or abs(l.unit_price_minor * l.quantity - l.discount_minor
                - case when o.tax_included then l.total_minor else l.net_minor end)
            > case when o.tax_evidence is null then 0 else l.quantity end`,
  },
  {
    id: "I4-units",
    title: "An order's counts of units are those of its lines",
    query: sql`
      select o.number, o.units, o.units_cancelled, o.units_shipped,
             l.units as lines_units, l.cancelled as lines_cancelled, l.shipped as lines_shipped
      from orders.order o
      left join lateral (select sum(quantity) as units, sum(quantity_cancelled) as cancelled,
                                sum(quantity_shipped) as shipped
                         from orders.line where order_id = o.id and kind = 'item') l on true
      where (o.units, o.units_cancelled, o.units_shipped) is distinct from (l.units, l.cancelled, l.shipped)`,
  },
  {
    id: "I4-cancelled",
    title: "A cancelled order has nothing left: every line is cancelled, with all its value",
    query: sql`
      select o.number, o.total_minor, o.cancelled_minor, o.units, o.units_cancelled, o.units_shipped
      from orders.order o
      where o.status = 'cancelled'
        and (o.cancelled_minor <> o.total_minor or o.units_cancelled <> o.units or o.units_shipped <> 0)`,
  },
];
