import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { returnToStock } from "../inventory/index.ts";
import type { RefundLine } from "../payments/index.ts";

interface SentRow {
  order_line_id: Uuid;
  variant_id: Uuid;
  location_id: Uuid;
  lot: string;
  quantity: number;
}

/** Puts refunded units back on the shelves they were sent from, the latest parcels first. */
export async function restock(
  ctx: Context,
  orderId: Uuid,
  refundId: Uuid,
  refunded: readonly RefundLine[],
): Promise<void> {
  const sent = await ctx.db.all<SentRow>(sql`
    select sl.order_line_id, sl.variant_id, s.location_id, l.lot, sl.quantity
    from fulfilment.shipment s
    join fulfilment.shipment_line sl on sl.shipment_id = s.id
    join fulfilment.line l on l.id = sl.fulfilment_line_id
    where s.order_id = ${orderId} and s.state in ('shipped', 'delivered')
    order by s.shipped_at desc, s.id desc`);
  const lines = refunded.flatMap((line) => shelvesFor(sent, line));
  if (lines.length === 0) return;
  await returnToStock(ctx, { orderId, returnId: refundId, note: "", lines });
}

function shelvesFor(sent: readonly SentRow[], { orderLineId, quantity }: RefundLine) {
  let left = quantity;
  return sent
    .filter((row) => row.order_line_id === orderLineId)
    .flatMap((row) => {
      const units = Math.min(left, row.quantity);
      left -= units;
      if (units === 0) return [];
      const { variant_id: variantId, location_id: locationId, lot } = row;
      return [{ variantId, locationId, lot, quantity: units }];
    });
}
