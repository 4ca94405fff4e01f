import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { touchTag } from "../../platform/pending.ts";
import { getSettings } from "../settings/index.ts";
import {
  backorderRoom,
  keyText,
  promisableOf,
  type Stock,
  type StockKey,
  stockStateOf,
} from "./stock.ts";

interface Delta extends StockKey {
  readonly onHand: number;
  readonly reserved: number;
}

/**
 * Drops the cached pages of products whose variants now show another state: in stock, few left,
 * none, or whether they can be backordered. A unit less of many changes no page.
 */
export async function touchAvailability(
  ctx: Context,
  before: readonly Stock[],
  changes: readonly Delta[],
): Promise<void> {
  const { lowStockAt } = await getSettings(ctx, "checkout");
  for (const productId of productsThatShowMore(before, changes, lowStockAt)) {
    touchTag(ctx, `product:${productId}`, "availability");
  }
}

export function productsThatShowMore(
  before: readonly Stock[],
  changes: readonly Delta[],
  lowStockAt: number,
): Set<Uuid> {
  const byKey = new Map(changes.map((change) => [keyText(change), change]));
  const after = before.map((row): Stock => {
    const change = byKey.get(keyText(row));
    if (change === undefined) return row;
    return { ...row, onHand: row.onHand + change.onHand, reserved: row.reserved + change.reserved };
  });
  const shownBefore = shownByVariant(before, lowStockAt);
  const shownAfter = shownByVariant(after, lowStockAt);
  const changed = after.filter(
    ({ variantId }) => shownBefore.get(variantId) !== shownAfter.get(variantId),
  );
  return new Set(changed.map(({ productId }) => productId));
}

function shownByVariant(rows: readonly Stock[], lowStockAt: number): Map<Uuid, string> {
  const shown = new Map<Uuid, string>();
  for (const [variantId, ofVariant] of Map.groupBy(rows, (row) => row.variantId)) {
    const { available, backordered } = promisableOf(ofVariant);
    const [first] = ofVariant;
    const room =
      first === undefined ? 0 : backorderRoom(first.policy, first.backorderCap, backordered);
    shown.set(variantId, `${stockStateOf(available, lowStockAt)} ${room > 0}`);
  }
  return shown;
}
