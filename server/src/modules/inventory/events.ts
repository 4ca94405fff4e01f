import { z } from "zod";
import { eventKind } from "../../platform/events.ts";

/** Goods have come for something an order was promised: it may be ready to be fulfilled. */
export const backorderCovered = eventKind(
  "inventory.backorder_covered",
  z.object({ orderId: z.string() }),
);
