import { newId, type Uuid } from "../../../kernel/ids.ts";
import { typeId } from "../../../kernel/type-id.ts";
import { recordAudit } from "../../../platform/audit-trail.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import { accounts } from "../../ledger/index.ts";
import type { adjustmentReasons } from "../contract.ts";
import { requireVariants } from "../items.ts";
import { places } from "../location.ts";
import type { StockKey } from "../stock.ts";
import { requireWarehouse } from "../warehouses.ts";
import { moveGoods } from "./move-goods.ts";

export interface StockAdjustment extends StockKey {
  /** What was counted on the shelf, or the difference to what the program believes. */
  readonly change: { readonly counted: number } | { readonly delta: number };
  readonly reason: (typeof adjustmentReasons)[number];
  readonly note: string;
}

/**
 * Corrects what a warehouse holds. What is lost goes to losses at its average value, what is found
 * comes from there. Refuses `stockReserved`, naming the orders, when promised goods would be gone.
 * A count that agrees changes nothing.
 * @returns the difference that was booked
 */
export async function adjustStock(ctx: Context, adjustment: StockAdjustment): Promise<number> {
  const { variantId, locationId, lot, change, reason, note } = adjustment;
  await requireWarehouse(ctx, locationId);
  await requireVariants(ctx, [variantId]);
  const delta =
    "delta" in change ? change.delta : change.counted - (await lockOnHand(ctx, adjustment));
  if (delta === 0) return 0;
  const adjustmentId = newId();
  await moveGoods(ctx, {
    reason: "adjustment",
    note: note === "" ? reason : `${reason}: ${note}`,
    causeType: "stock_adjustment",
    causeId: adjustmentId,
    description: { code: "stock_correction" },
    counter: accounts.shrinkage,
    moves: [
      delta > 0
        ? { variantId, lot, fromId: places.loss, toId: locationId, quantity: delta }
        : { variantId, lot, fromId: locationId, toId: places.loss, quantity: -delta },
    ],
  });
  await recordAudit(ctx, "stock.adjusted", typeId("variant", variantId), {
    locationId: typeId("location", locationId),
    lot,
    delta,
    reason,
    note,
  });
  return delta;
}

/** The count is compared with what is there now; locked, so that no sale comes between. */
async function lockOnHand(ctx: Context, { variantId, locationId, lot }: StockKey): Promise<number> {
  const rows = await ctx.db.all<{ location_id: Uuid; lot: string; on_hand: bigint }>(sql`
    select location_id, lot, on_hand from inventory.stock
    where variant_id = ${variantId}
    order by location_id, lot
    for no key update`);
  const row = rows.find((each) => each.location_id === locationId && each.lot === lot);
  return Number(row?.on_hand ?? 0);
}
