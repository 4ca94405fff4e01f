import { refuse } from "../../../kernel/errors.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { typeId } from "../../../kernel/type-id.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import type { StockChange } from "../stock.ts";
import { notOnHand, stockReserved } from "../contract.ts";
import { keyText, type Stock, type StockKey } from "../stock.ts";

/** Says why a change was not made: more than is on hand, or promised to orders, which it names. */
export async function refuseOverdrawn(
  ctx: Context,
  before: readonly Stock[],
  changes: readonly StockChange[],
): Promise<never> {
  const wanted = new Map<string, number>();
  for (const change of changes) {
    wanted.set(keyText(change), (wanted.get(keyText(change)) ?? 0) - (change.onHand ?? 0));
  }
  const rows = before.filter((row) => row.warehouse && (wanted.get(keyText(row)) ?? 0) > 0);
  const lacking = rows.find((row) => row.onHand < (wanted.get(keyText(row)) ?? 0));
  if (lacking !== undefined) {
    return refuse(notOnHand, {
      variantId: typeId("variant", lacking.variantId),
      locationId: typeId("location", lacking.locationId),
      onHand: lacking.onHand,
      wanted: wanted.get(keyText(lacking)) ?? 0,
    });
  }
  const promised = rows.find((row) => row.onHand - (wanted.get(keyText(row)) ?? 0) < row.reserved);
  if (promised === undefined) throw new Error("a change of stock was refused without a reason");
  return refuse(stockReserved, {
    variantId: typeId("variant", promised.variantId),
    locationId: typeId("location", promised.locationId),
    onHand: promised.onHand,
    reserved: promised.reserved,
    orders: await waitingOrders(ctx, promised),
  });
}

/** Orders with units of this row, the largest first; at most twenty. */
async function waitingOrders(ctx: Context, key: StockKey) {
  const rows = await ctx.db.all<{ order_id: Uuid; quantity: bigint }>(sql`
    select order_id, sum(quantity)::bigint as quantity
    from inventory.reservation
    where variant_id = ${key.variantId} and location_id = ${key.locationId} and lot = ${key.lot}
      and state in ('held', 'allocated', 'picked')
    group by order_id order by sum(quantity) desc, order_id limit 20`);
  return rows.map(({ order_id, quantity }) => {
    return { orderId: typeId("order", order_id), quantity: Number(quantity) };
  });
}
