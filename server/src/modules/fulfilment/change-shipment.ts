import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { publish } from "../../platform/events.ts";
import { sql } from "../../platform/sql.ts";
import { addTimeline, lockOrder } from "../orders/index.ts";
import { type Carrier, trackingUrl } from "./carriers.ts";
import { workClosed } from "./contract.ts";
import { parcelDelivered } from "./events.ts";
import { findShipment } from "./shipment.ts";

/** Notes that a parcel has arrived. Saying it again changes nothing. */
export async function markDelivered(ctx: Context, id: Uuid): Promise<void> {
  const parcel = (await findShipment(ctx, id)) ?? refuse(notFound);
  await lockOrder(ctx, parcel.orderId);
  const marked = await ctx.db.run(sql`
    update fulfilment.shipment set state = 'delivered', delivered_at = ${ctx.now} where id = ${id} and state = 'shipped'`);
  if (marked === 0) {
    const { state } = (await findShipment(ctx, id)) ?? refuse(notFound);
    return state === "delivered" ? undefined : refuse(workClosed, { state });
  }
  await addTimeline(ctx, parcel.orderId, {
    kind: "delivered",
    public: true,
    details: { shipment: parcel.number },
  });
  publish(ctx, parcelDelivered, { orderId: parcel.orderId, shipmentId: id });
}

/** Corrects how a parcel travels; its goods, money and papers stay as they are. */
export async function changeTracking(
  ctx: Context,
  id: Uuid,
  carrier: Carrier,
  trackingNumber: string,
): Promise<void> {
  const changed = await ctx.db.run(sql`
    update fulfilment.shipment
    set carrier = ${carrier}, tracking_number = ${trackingNumber}, tracking_url = ${trackingUrl(carrier, trackingNumber)}
    where id = ${id}`);
  if (changed === 0) refuse(notFound);
}
