import type { Uuid } from "../../../kernel/ids.ts";
import { typeId } from "../../../kernel/type-id.ts";
import { recordAudit } from "../../../platform/audit-trail.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import { accounts } from "../../ledger/index.ts";
import { places } from "../location.ts";
import type { StockKey } from "../stock.ts";
import { averageValue, nothingHeld, removeGoods, type Valuation } from "../valuation.ts";
import { requireWarehouse } from "../warehouses.ts";
import { type Moved, moveGoods } from "./move-goods.ts";

export interface StockReturn {
  readonly orderId: Uuid;
  /** The return or refund it belongs to; booked once for each. */
  readonly returnId: Uuid;
  readonly note: string;
  readonly lines: readonly (StockKey & { readonly quantity: number })[];
}

/**
 * Puts goods that came back on the shelf, at the cost at which this order's units left it: debit
 * inventory, credit cost of goods sold. Units of one order never carry back more than they took.
 */
export async function returnToStock(ctx: Context, back: StockReturn): Promise<readonly Moved[]> {
  for (const locationId of new Set(back.lines.map((line) => line.locationId))) {
    await requireWarehouse(ctx, locationId);
  }
  const out = await shippedCosts(ctx, back);
  const moves = back.lines.map(({ variantId, locationId, lot, quantity }) => {
    const held = out.get(variantId) ?? nothingHeld;
    const units = BigInt(quantity) < held.quantity ? BigInt(quantity) : held.quantity;
    const value = units === 0n ? 0n : averageValue(held, units);
    if (units > 0n) out.set(variantId, removeGoods(held, units, value));
    return { variantId, lot, fromId: places.customer, toId: locationId, quantity, value };
  });
  const moved = await moveGoods(ctx, {
    reason: "return",
    note: back.note,
    causeType: "stock_return",
    causeId: back.returnId,
    orderId: back.orderId,
    description: { code: "stock_return" },
    counter: accounts.cost_of_goods,
    moves,
  });
  await recordAudit(ctx, "stock.returned", typeId("order", back.orderId), {
    lines: back.lines.map((line) => {
      return { variantId: typeId("variant", line.variantId), quantity: line.quantity };
    }),
  });
  return moved;
}

/** What of this order is still with the customer, and what it cost. */
async function shippedCosts(ctx: Context, back: StockReturn): Promise<Map<Uuid, Valuation>> {
  const rows = await ctx.db.all<{ variant_id: Uuid; quantity: bigint; value: bigint }>(sql`
    select variant_id,
           sum(case reason when 'shipment' then quantity else -quantity end)::bigint as quantity,
           sum(case reason when 'shipment' then value_minor else -value_minor end)::bigint as value
    from inventory.movement
    where order_id = ${back.orderId} and reason in ('shipment', 'return')
      and variant_id = any(${back.lines.map(({ variantId }) => variantId)}::uuid[])
    group by variant_id`);
  return new Map(rows.map(({ variant_id, quantity, value }) => [variant_id, { quantity, value }]));
}
