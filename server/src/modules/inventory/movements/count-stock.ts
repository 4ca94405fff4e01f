import { newId, type Uuid } from "../../../kernel/ids.ts";
import { typeId } from "../../../kernel/type-id.ts";
import { recordAudit } from "../../../platform/audit-trail.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import { accounts } from "../../ledger/index.ts";
import { places } from "../location.ts";
import { keyText, type StockKey } from "../stock.ts";
import { type GoodsMove, moveGoods } from "./move-goods.ts";

export interface CountedStock extends StockKey {
  /** Units on the shelf. */
  readonly counted: number;
}

/**
 * Sets many shelves to what was counted, all or none, in a number of round trips that does not grow with them.
 * What is missing goes to losses at its average value, what is found comes from there. Refuses `stock_reserved` when
 * promised goods would be gone. The caller has looked the variants and warehouses up; no shelf is named twice.
 */
export async function countStock(
  ctx: Context,
  counts: readonly CountedStock[],
  note: string,
): Promise<void> {
  const here = await lockCounted(ctx, counts);
  const moves = counts.flatMap((count): GoodsMove[] => {
    const { variantId, locationId, lot, counted } = count;
    const delta = counted - (here.get(keyText(count)) ?? 0);
    if (delta === 0) return [];
    return [
      delta > 0
        ? { variantId, lot, fromId: places.loss, toId: locationId, quantity: delta }
        : { variantId, lot, fromId: locationId, toId: places.loss, quantity: -delta },
    ];
  });
  if (moves.length === 0) return;
  const countId = newId();
  await moveGoods(ctx, {
    reason: "adjustment",
    note: `count: ${note}`.slice(0, 500),
    causeType: "stock_count",
    causeId: countId,
    description: "Stock count",
    counter: accounts.shrinkage,
    moves,
  });
  await recordAudit(ctx, "stock.counted", `count:${countId}`, {
    note,
    lines: moves.map(({ variantId, lot, fromId, toId, quantity }) => ({
      variantId: typeId("variant", variantId),
      locationId: typeId("location", fromId === places.loss ? toId : fromId),
      lot,
      delta: fromId === places.loss ? quantity : -quantity,
    })),
  });
}

/** What lies there now, locked in the one order of keys, so that no sale comes between. */
async function lockCounted(
  ctx: Context,
  counts: readonly CountedStock[],
): Promise<Map<string, number>> {
  const rows = await ctx.db.all<{
    variant_id: Uuid;
    location_id: Uuid;
    lot: string;
    on_hand: bigint;
  }>(sql`
    select variant_id, location_id, lot, on_hand from inventory.stock
    where variant_id = any(${counts.map(({ variantId }) => variantId)}::uuid[])
    order by variant_id, location_id, lot
    for no key update`);
  return new Map(
    rows.map((row) => [
      keyText({ variantId: row.variant_id, locationId: row.location_id, lot: row.lot }),
      Number(row.on_hand),
    ]),
  );
}
