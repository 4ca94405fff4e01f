import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { undoPicked } from "../inventory/index.ts";
import { isOpen, saveWork, worksOf } from "./work.ts";

/** True while a parcel of the order waits for its payment: the order must not change under it. */
export async function parcelIsLeaving(ctx: Context, orderId: Uuid): Promise<boolean> {
  const row = await ctx.db.maybe(sql`
    select 1 as one from fulfilment.shipment where order_id = ${orderId} and state = 'capturing' limit 1`);
  return row !== null;
}

/**
 * Takes cancelled units off the warehouses' lists, units that are not picked yet first; picked ones go
 * back on the shelf. The caller has locked the order, knows that no parcel is leaving, and releases the
 * reservations afterwards. Units that no warehouse was given yet are simply not found here.
 */
export async function withdrawWork(
  ctx: Context,
  orderId: Uuid,
  cancelled: readonly { readonly orderLineId: Uuid; readonly quantity: number }[],
): Promise<void> {
  const left = new Map(cancelled.map((each) => [each.orderLineId, each.quantity]));
  for (const work of (await worksOf(ctx, orderId)).filter(isOpen)) {
    const putBack: { orderLineId: Uuid; locationId: Uuid; lot: string; quantity: number }[] = [];
    const lines = work.lines.map((line) => {
      const taken = Math.min(left.get(line.orderLineId) ?? 0, line.quantity - line.shipped);
      if (taken === 0) return line;
      left.set(line.orderLineId, (left.get(line.orderLineId) ?? 0) - taken);
      const quantity = line.quantity - taken;
      const picked = Math.min(line.picked, quantity);
      if (picked < line.picked)
        putBack.push({
          orderLineId: line.orderLineId,
          locationId: work.locationId,
          lot: line.lot,
          quantity: line.picked - picked,
        });
      return { ...line, quantity, picked };
    });
    if (putBack.length > 0) await undoPicked(ctx, { orderId, lines: putBack });
    if (lines.some((line, index) => line !== work.lines[index]))
      await saveWork(ctx, { ...work, lines });
  }
}
