import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { Carrier } from "./carriers.ts";
import type { shipmentStates } from "./contract.ts";

export interface Shipment {
  readonly id: Uuid;
  readonly number: string;
  readonly workId: Uuid;
  readonly orderId: Uuid;
  readonly locationId: Uuid;
  readonly state: (typeof shipmentStates)[number];
  readonly carrier: Carrier;
  readonly trackingNumber: string;
  readonly problem: string | null;
  readonly lines: readonly ShipmentLine[];
}

export interface ShipmentLine {
  /** Line of the work that it was taken from. */
  readonly lineId: Uuid;
  readonly orderLineId: Uuid;
  readonly variantId: Uuid;
  readonly lot: string;
  readonly quantity: number;
}

/** A parcel, or null. The caller has locked its order when it decides by what it reads. */
export async function findShipment(ctx: Context, id: Uuid): Promise<Shipment | null> {
  return ctx.db.maybe<Shipment>(sql`
    select s.id, s.number, s.fulfilment_order_id as "workId", s.order_id as "orderId", s.location_id as "locationId",
      s.state, s.carrier, s.tracking_number as "trackingNumber", s.problem,
      (select jsonb_agg(jsonb_build_object('lineId', p.fulfilment_line_id, 'orderLineId', p.order_line_id,
          'variantId', p.variant_id, 'lot', l.lot, 'quantity', p.quantity) order by p.fulfilment_line_id)
       from fulfilment.shipment_line p join fulfilment.line l on l.id = p.fulfilment_line_id
       where p.shipment_id = s.id) as lines
    from fulfilment.shipment s where s.id = ${id}`);
}

export interface NewShipment extends Omit<Shipment, "number" | "state" | "problem"> {
  readonly trackingUrl: string;
  readonly by: string;
}

/** Writes a parcel that waits: its goods and its money have not moved yet. */
export async function insertShipment(ctx: Context, parcel: NewShipment): Promise<void> {
  await ctx.db.run(sql`
    with new_shipment as (
      insert into fulfilment.shipment (id, number, fulfilment_order_id, order_id, location_id, state, carrier,
        tracking_number, tracking_url, created_at, shipped_by)
      values (${parcel.id}, 'SH-' || nextval('fulfilment.shipment_number'), ${parcel.workId}, ${parcel.orderId},
        ${parcel.locationId}, 'capturing', ${parcel.carrier}, ${parcel.trackingNumber}, ${parcel.trackingUrl}, ${ctx.now}, ${parcel.by})
    )
    insert into fulfilment.shipment_line (shipment_id, fulfilment_line_id, order_line_id, variant_id, quantity)
    select ${parcel.id}, "lineId", "orderLineId", "variantId", quantity
    from jsonb_to_recordset(${JSON.stringify(parcel.lines)}::jsonb)
      as p ("lineId" uuid, "orderLineId" uuid, "variantId" uuid, quantity integer)`);
}
