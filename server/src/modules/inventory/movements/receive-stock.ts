import { newId, type Uuid } from "../../../kernel/ids.ts";
import type { Money } from "../../../kernel/money.ts";
import { typeId } from "../../../kernel/type-id.ts";
import { recordAudit } from "../../../platform/audit-trail.ts";
import type { Context } from "../../../platform/context.ts";
import { accounts } from "../../ledger/index.ts";
import { requireVariants } from "../items.ts";
import { places } from "../location.ts";
import { requireWarehouse } from "../warehouses.ts";
import { type Moved, moveGoods } from "./move-goods.ts";

export interface StockReceipt {
  readonly locationId: Uuid;
  readonly note: string;
  readonly lines: readonly ReceiptLine[];
  /** What it comes from; by default the receipt itself. One cause is booked once in the journal. */
  readonly cause?: { readonly type: string; readonly id: Uuid };
  /** The stock a shop starts with: booked against opening balances instead of goods received. */
  readonly opening?: boolean;
}

export interface ReceiptLine {
  readonly variantId: Uuid;
  readonly lot: string;
  readonly quantity: number;
  /** What one unit cost, before VAT, in the books' currency. */
  readonly unitCost: Money;
}

/**
 * Books goods into a warehouse with their cost: debit inventory, credit goods received. Units that
 * orders were promised ahead are theirs at once, the oldest order's first.
 */
export async function receiveStock(ctx: Context, receipt: StockReceipt): Promise<readonly Moved[]> {
  const { locationId, lines, opening = false } = receipt;
  await requireWarehouse(ctx, locationId);
  await requireVariants(
    ctx,
    lines.map(({ variantId }) => variantId),
  );
  const cause = receipt.cause ?? { type: opening ? "stock_opening" : "stock_receipt", id: newId() };
  const moved = await moveGoods(ctx, {
    reason: "receipt",
    note: receipt.note,
    causeType: cause.type,
    causeId: cause.id,
    description: { code: opening ? "stock_opening" : "stock_receipt" },
    counter: opening ? accounts.opening : accounts.goods_received,
    moves: lines.map(({ variantId, lot, quantity, unitCost }) => {
      const value = unitCost.minor * BigInt(quantity);
      return { variantId, lot, fromId: places.supplier, toId: locationId, quantity, value };
    }),
  });
  await recordAudit(ctx, "stock.received", typeId("location", locationId), {
    lines: lines.map(({ variantId, quantity, unitCost }) => ({
      variantId: typeId("variant", variantId),
      quantity,
      unitCost: unitCost.minor.toString(),
    })),
  });
  return moved;
}
