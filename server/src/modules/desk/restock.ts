import { refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { returnToStock, type UnitsWithCustomer, unitsWithCustomer } from "../inventory/index.ts";
import type { OrderLine } from "../orders/index.ts";
import type { RefundLine } from "../payments/index.ts";
import { restockTooMuch } from "./contract.ts";

export interface GoodsBack {
  readonly orderId: Uuid;
  readonly refundId: Uuid;
  readonly refunded: readonly RefundLine[];
  /** The order's lines. */
  readonly sold: readonly OrderLine[];
  /** The warehouse they came back to; null: where the latest parcels were sent from. */
  readonly locationId: Uuid | null;
}

/**
 * Puts refunded units back on the shelves they were sent from: those of the warehouse that staff name,
 * or, when they name none, the latest parcels first. What an earlier refund put back is not there any more to be put
 * back again; refuses `restockTooMuch` when fewer units than that were sent from there.
 */
export async function restock(
  ctx: Context,
  { orderId, refundId, refunded, sold, locationId }: GoodsBack,
): Promise<void> {
  const goods = sold.filter(({ productKind }) => productKind === "physical");
  const variants = new Map(goods.map(({ id, variantId }) => [id, variantId]));
  const wanted = new Map<Uuid, number>();
  for (const { orderLineId, quantity } of refunded) {
    const variantId = variants.get(orderLineId) ?? null;
    if (variantId === null || quantity === 0) continue;
    wanted.set(variantId, (wanted.get(variantId) ?? 0) + quantity);
  }
  if (wanted.size === 0) return;
  const out = (await unitsWithCustomer(ctx, orderId)).filter(
    (each) => locationId === null || each.locationId === locationId,
  );
  const lines = [...wanted].flatMap(([variantId, units]) => shelvesFor(out, variantId, units));
  await returnToStock(ctx, { orderId, returnId: refundId, note: "", lines });
}

/** Example: two were sent from Hamburg, then one from Lyon; two that come back are one of Lyon, one of Hamburg. */
export function shelvesFor(
  out: readonly UnitsWithCustomer[],
  variantId: Uuid,
  units: number,
): UnitsWithCustomer[] {
  let left = units;
  const shelves = out
    .filter((each) => each.variantId === variantId)
    .map((each) => {
      const quantity = Math.min(left, each.quantity);
      left -= quantity;
      return { ...each, quantity };
    });
  if (left > 0) {
    const variant = typeId("variant", variantId);
    refuse(restockTooMuch, { variantId: variant, wanted: units, available: units - left });
  }
  return shelves.filter(({ quantity }) => quantity > 0);
}
