import { present } from "../../kernel/assert.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { publish } from "../../platform/events.ts";
import { failpoint } from "../../platform/failpoint.ts";
import { sql } from "../../platform/sql.ts";
import { shipReserved } from "../inventory/index.ts";
import { issueInvoice } from "../invoicing/index.ts";
import {
  addTimeline,
  completeIfDone,
  holdOrder,
  lockOrder,
  recordShipped,
} from "../orders/index.ts";
import { parcelShipped } from "./events.ts";
import { findShipment, type Shipment } from "./shipment.ts";
import { saveWork, worksOf } from "./work.ts";

/**
 * Lets a waiting parcel go, in one transaction: goods leave the books of stock at their cost, the
 * invoice is issued, the order knows, the customer will be told. Nothing happens when it has gone.
 */
export async function finishParcel(ctx: Context, id: Uuid): Promise<void> {
  const parcel = await lockedParcel(ctx, id);
  if (parcel.state !== "capturing") return;
  const order = await lockOrder(ctx, parcel.orderId);
  const { lines, locationId } = parcel;
  await shipReserved(ctx, {
    orderId: order.id,
    shipmentId: id,
    lines: lines.map((line) => ({ ...line, locationId })),
  });
  const shipped = lines.map(({ orderLineId, quantity }) => ({ orderLineId, quantity }));
  const invoice = await issueInvoice(ctx, { order, shipmentId: id, shipped });
  const after = await recordShipped(ctx, order.id, shipped);
  await markGone(ctx, parcel);
  await addTimeline(ctx, order.id, {
    kind: "shipped",
    public: true,
    details: {
      shipment: parcel.number,
      carrier: parcel.carrier,
      trackingNumber: parcel.trackingNumber,
      units: shipped.reduce((sum, line) => sum + line.quantity, 0),
      invoice: invoice.content.label,
    },
  });
  await completeIfDone(ctx, after);
  publish(ctx, parcelShipped, { orderId: order.id, shipmentId: id });
  failpoint("shipping.before-commit");
}

/** The payment could not be taken: the parcel stays, and somebody has to look at the order. */
export async function abandonParcel(ctx: Context, id: Uuid, failure: string): Promise<void> {
  const parcel = await lockedParcel(ctx, id);
  if (parcel.state !== "capturing") return;
  await ctx.db.run(sql`
    update fulfilment.shipment set state = 'abandoned', problem = ${failure} where id = ${id}`);
  await holdOrder(ctx, parcel.orderId, `payment_not_taken: ${failure}`);
}

/** Locks the order, which guards its parcels, and reads the parcel as it then is. */
async function lockedParcel(ctx: Context, id: Uuid): Promise<Shipment> {
  const known = present(await findShipment(ctx, id), "the parcel");
  await lockOrder(ctx, known.orderId);
  return present(await findShipment(ctx, id), "the parcel");
}

async function markGone(ctx: Context, parcel: Shipment): Promise<void> {
  await ctx.db.run(sql`
    update fulfilment.shipment set state = 'shipped', shipped_at = ${ctx.now} where id = ${parcel.id}`);
  const work = present(
    (await worksOf(ctx, parcel.orderId)).find((each) => each.id === parcel.workId),
    "the parcel's work",
  );
  const lines = work.lines.map((line) => {
    const gone = parcel.lines.find((each) => each.lineId === line.id)?.quantity ?? 0;
    return { ...line, shipped: line.shipped + gone };
  });
  await saveWork(ctx, { ...work, state: "picking", lines });
}
