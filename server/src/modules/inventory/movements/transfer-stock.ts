import { badRequest, refuse } from "../../../kernel/errors.ts";
import { newId, type Uuid } from "../../../kernel/ids.ts";
import { typeId } from "../../../kernel/type-id.ts";
import { recordAudit } from "../../../platform/audit-trail.ts";
import type { Context } from "../../../platform/context.ts";
import { requireVariants } from "../items.ts";
import { requireWarehouse } from "../warehouses.ts";
import { type Moved, moveGoods } from "./move-goods.ts";

export interface StockTransfer {
  readonly fromId: Uuid;
  readonly toId: Uuid;
  readonly note: string;
  readonly lines: readonly {
    readonly variantId: Uuid;
    readonly lot: string;
    readonly quantity: number;
  }[];
}

/** Moves goods that are promised to nobody from one warehouse to another; their value stays. */
export async function transferStock(
  ctx: Context,
  transfer: StockTransfer,
): Promise<readonly Moved[]> {
  const { fromId, toId, note, lines } = transfer;
  if (fromId === toId) refuse(badRequest, { problem: "The two warehouses are the same" });
  await requireWarehouse(ctx, fromId);
  await requireWarehouse(ctx, toId);
  await requireVariants(
    ctx,
    lines.map(({ variantId }) => variantId),
  );
  const moved = await moveGoods(ctx, {
    reason: "transfer",
    note,
    causeType: "stock_transfer",
    causeId: newId(),
    description: { code: "stock_transfer" },
    counter: null,
    moves: lines.map((line) => ({ ...line, fromId, toId })),
  });
  await recordAudit(ctx, "stock.transferred", typeId("location", fromId), {
    toId: typeId("location", toId),
    lines: lines.map(({ variantId, lot, quantity }) => {
      return { variantId: typeId("variant", variantId), lot, quantity };
    }),
  });
  return moved;
}
