import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { shopToday } from "../settings/index.ts";
import type { OrderNeed } from "./contract.ts";
import { needsColumn } from "./order-needs.ts";

/** What other rooms keep about an order, as the order's page shows it. */
export interface OrderFacts {
  readonly needs: OrderNeed[];
  readonly customer: { readonly id: Uuid; readonly name: string; readonly orders: number } | null;
  readonly work: readonly {
    readonly id: Uuid;
    readonly state: string;
    readonly location: { readonly id: Uuid; readonly code: string; readonly name: string };
    readonly units: number;
    readonly picked: number;
    readonly shipped: number;
  }[];
  readonly shipments: readonly {
    readonly id: Uuid;
    readonly number: string;
    readonly state: string;
    readonly carrier: string;
    readonly trackingNumber: string;
    readonly trackingUrl: string;
    readonly problem: string | null;
    readonly units: number;
    readonly shippedAt: string | null;
    readonly deliveredAt: string | null;
  }[];
  readonly documents: readonly {
    readonly id: Uuid;
    readonly kind: "invoice" | "credit_note";
    readonly label: string;
    readonly gross: string;
    readonly issuedOn: string;
  }[];
  readonly purchases: readonly {
    readonly id: Uuid;
    readonly orderLineId: Uuid;
    readonly quantity: number;
    readonly state: string;
  }[];
}

/** One round trip, whatever the number of parcels and documents. */
export async function orderFacts(ctx: Context, orderId: Uuid): Promise<OrderFacts> {
  const today = await shopToday(ctx);
  return ctx.db.one<OrderFacts>(sql`
    select ${needsColumn(today)} as needs,
      (select jsonb_build_object('id', c.id, 'name', c.name, 'orders',
         (select count(*) from orders.order mine where mine.customer_id = c.id and mine.status <> 'pending'))
       from customers.customer c where c.id = o.customer_id) as customer,
      (select coalesce(jsonb_agg(jsonb_build_object(
         'id', f.id, 'state', f.state,
         'location', jsonb_build_object('id', l.id, 'code', l.code, 'name', l.name),
         'units', sums.units, 'picked', sums.picked, 'shipped', sums.shipped) order by f.created_at, f.id), '[]')
       from fulfilment.fulfilment_order f
       join inventory.location l on l.id = f.location_id
       cross join lateral (
         select coalesce(sum(quantity), 0) as units, coalesce(sum(picked), 0) as picked,
                coalesce(sum(shipped), 0) as shipped
         from fulfilment.line where fulfilment_order_id = f.id) sums
       where f.order_id = o.id) as work,
      (select coalesce(jsonb_agg(jsonb_build_object(
         'id', s.id, 'number', s.number, 'state', s.state, 'carrier', s.carrier,
         'trackingNumber', s.tracking_number, 'trackingUrl', s.tracking_url, 'problem', s.problem,
         'units', (select coalesce(sum(quantity), 0) from fulfilment.shipment_line where shipment_id = s.id),
         'shippedAt', s.shipped_at, 'deliveredAt', s.delivered_at) order by s.created_at, s.id), '[]')
       from fulfilment.shipment s where s.order_id = o.id) as shipments,
      (select coalesce(jsonb_agg(jsonb_build_object(
         'id', d.id, 'kind', d.kind, 'label', d.label, 'gross', d.gross_minor::text,
         'issuedOn', d.issued_on) order by d.issued_at, d.id), '[]')
       from invoicing.document d where d.order_id = o.id) as documents,
      (select coalesce(jsonb_agg(jsonb_build_object(
         'id', p.id, 'orderLineId', p.order_line_id, 'quantity', p.quantity, 'state', p.state)
         order by p.requested_at, p.id), '[]')
       from purchasing.purchase_request p where p.order_id = o.id) as purchases
    from orders.order o where o.id = ${orderId}`);
}
