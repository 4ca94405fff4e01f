import { addDays } from "../../kernel/time.ts";
import type { Context } from "../../platform/context.ts";
import { reserveStock, type ShortLine } from "../inventory/index.ts";
import { type NewOrder, promiseLines } from "../orders/index.ts";
import { requestPurchase } from "../purchasing/index.ts";
import { shopToday } from "../settings/index.ts";

/**
 * Reserves what an order sells: held until `expiresAt` while the shopper pays, for good when that is
 * null. What has to be bought for it is asked of purchasing. Locks stock rows, so it comes last.
 * Two round trips; one more for purchases, and one when a promise turned out otherwise than shown.
 */
export async function reserveGoods(
  ctx: Context,
  order: NewOrder,
  expiresAt: Date | null,
): Promise<void> {
  const items = order.lines.flatMap(({ id, variantId, quantity, productKind }) =>
    variantId === null || productKind !== "physical"
      ? []
      : { orderLineId: id, variantId, quantity },
  );
  if (items.length === 0) return;
  const { pickupLocation } = order.delivery;
  const { backordered, fromSupplier } = await reserveStock(ctx, {
    orderId: order.id,
    country: (order.shippingAddress ?? order.billingAddress).country,
    ...(pickupLocation === null ? {} : { pickupLocationId: pickupLocation }),
    ...(expiresAt === null ? { state: "allocated" } : { state: "held", expiresAt }),
    lines: items,
  });
  const today = await shopToday(ctx);
  const dueBy = ({ days }: ShortLine) => addDays(today, days);
  await requestPurchase(
    ctx,
    fromSupplier.map((line) => ({ ...line, orderId: order.id, neededBy: dueBy(line) })),
  );
  const late = new Map([...backordered, ...fromSupplier].map((each) => [each.orderLineId, each]));
  const otherwise = items.flatMap(({ orderLineId }) => {
    const short = late.get(orderLineId);
    const promised = order.lines.find(({ id }) => id === orderLineId)?.promisedBy ?? null;
    const date = short === undefined ? null : dueBy(short);
    return date === promised ? [] : { orderLineId, date };
  });
  await promiseLines(ctx, order.id, otherwise);
}
