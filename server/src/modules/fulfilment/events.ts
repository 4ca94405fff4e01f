import { z } from "zod";
import { eventKind } from "../../platform/events.ts";

/** A parcel has left: its goods are booked, its invoice is issued. */
export const parcelShipped = eventKind(
  "fulfilment.parcel-shipped",
  z.object({ orderId: z.uuid(), shipmentId: z.uuid() }),
);
export const parcelDelivered = eventKind(
  "fulfilment.parcel-delivered",
  z.object({ orderId: z.uuid(), shipmentId: z.uuid() }),
);
