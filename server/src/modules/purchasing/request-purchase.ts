import { newId, type Uuid } from "../../kernel/ids.ts";
import type { BusinessDate } from "../../kernel/time.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";

export interface PurchaseWish {
  readonly orderId: Uuid;
  readonly orderLineId: Uuid;
  readonly variantId: Uuid;
  /** The warehouse that has promised the goods. */
  readonly locationId: Uuid;
  readonly quantity: number;
  /** The day by which the shopper was promised dispatch. */
  readonly neededBy: BusinessDate | null;
}

/** Writes down what must be bought for an order, for staff to order. One round trip, none without lines. */
export async function requestPurchase(ctx: Context, lines: readonly PurchaseWish[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map((line) => ({
    id: newId(),
    variant_id: line.variantId,
    location_id: line.locationId,
    order_id: line.orderId,
    order_line_id: line.orderLineId,
    quantity: line.quantity,
    needed_by: line.neededBy,
  }));
  await ctx.db.run(sql`
    insert into purchasing.purchase_request
      (id, variant_id, location_id, order_id, order_line_id, quantity, needed_by,
       requested_at, changed_at, changed_by)
    select id, variant_id, location_id, order_id, order_line_id, quantity, needed_by,
           ${ctx.now}::timestamptz, ${ctx.now}::timestamptz, ${actorOf(ctx)}::text
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r
      (id uuid, variant_id uuid, location_id uuid, order_id uuid, order_line_id uuid,
       quantity bigint, needed_by date)`);
}
