import { z } from "zod";
import type { Uuid } from "../../kernel/ids.ts";
import { Refusal } from "../../kernel/errors.ts";
import { type JobKind, phasedJob, type ScheduledJob } from "../../platform/jobs.ts";
import { sql } from "../../platform/sql.ts";
import { invoiceTotal } from "../invoicing/index.ts";
import { lockOrder, orderLines } from "../orders/index.ts";
import { requestCapture } from "../payments/index.ts";
import { finishParcel } from "./finish-parcel.ts";
import { takePayment } from "./ship-parcel.ts";
import { findShipment } from "./shipment.ts";

/** Goes on with parcels whose request ended between taking the payment and letting them go. */
const finishShipments = phasedJob({
  name: "fulfilment.finish-shipments",
  payload: z.object({}),
  runPhased: async (edge) => {
    const waiting = await edge.reading().db.all<{ id: Uuid }>(sql`
      select id from fulfilment.shipment
      where state = 'capturing' and created_at < now() - interval '5 seconds' order by created_at limit 50`);
    for (const { id } of waiting) {
      const operationId = await edge.transaction(async (ctx) => {
        const parcel = await findShipment(ctx, id);
        if (parcel === null) return null;
        const order = await lockOrder(ctx, parcel.orderId);
        const amountMinor = invoiceTotal(order, await orderLines(ctx, order.id), parcel.lines);
        const capture = await requestCapture(ctx, {
          orderId: order.id,
          amountMinor,
          causeType: "shipment",
          causeId: id,
        });
        if (capture === null) await finishParcel(ctx, id);
        return capture;
      });
      if (operationId !== null) await takePayment(edge, id, operationId).catch(acceptRefusal);
    }
  },
});

/** That the payment was refused is on the order already; the other parcels go on. */
function acceptRefusal(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}

export const jobs: JobKind<never>[] = [finishShipments];
export const schedule: ScheduledJob[] = [{ job: finishShipments, everySeconds: 10 }];
