import type { Uuid } from "../../../kernel/ids.ts";
import type { Context } from "../../../platform/context.ts";
import { publish } from "../../../platform/events.ts";
import { sql } from "../../../platform/sql.ts";
import { backorderCovered } from "../events.ts";
import { keyText, type StockKey } from "../stock.ts";

/** A backordered reservation, oldest first, and how many units its row is still short of. */
export interface Waiting extends StockKey {
  readonly id: Uuid;
  readonly orderId: Uuid;
  readonly quantity: number;
  readonly shortOf: number;
}

/**
 * Which backorders the goods at hand cover: the oldest first, each whole or not at all, and nobody
 * overtakes. Of 5 and 2 units waiting, with 6 come, the first is covered and the second still
 * waits for one.
 */
export function coveredBy(waiting: readonly Waiting[]): Waiting[] {
  const covered: Waiting[] = [];
  for (const queue of Map.groupBy(waiting, keyText).values()) {
    const promised = queue.reduce((sum, { quantity }) => sum + quantity, 0);
    let free = promised - (queue[0]?.shortOf ?? 0);
    for (const each of queue) {
      if (each.quantity > free) break;
      covered.push(each);
      free -= each.quantity;
    }
  }
  return covered;
}

/**
 * Turns backorders of these rows into goods at hand, as far as goods have come. The caller has
 * changed the rows in this transaction and so holds their locks. Two round trips, none without rows.
 */
export async function coverBackorders(ctx: Context, keys: readonly StockKey[]): Promise<void> {
  if (keys.length === 0) return;
  const covered = coveredBy(await readWaiting(ctx, keys));
  if (covered.length === 0) return;
  await ctx.db.run(sql`
    update inventory.reservation set backordered = false, changed_at = ${ctx.now}
    where id = any(${covered.map(({ id }) => id)}::uuid[])`);
  for (const orderId of new Set(covered.map((each) => each.orderId))) {
    publish(ctx, backorderCovered, { orderId });
  }
}

async function readWaiting(ctx: Context, keys: readonly StockKey[]): Promise<Waiting[]> {
  const rows = await ctx.db.all<{
    id: Uuid;
    order_id: Uuid;
    variant_id: Uuid;
    location_id: Uuid;
    lot: string;
    quantity: bigint;
    short_of: bigint;
  }>(sql`
    select r.id, r.order_id, r.variant_id, r.location_id, r.lot, r.quantity,
           greatest(s.reserved - s.on_hand, 0) as short_of
    from unnest(${keys.map((key) => key.variantId)}::uuid[],
                ${keys.map((key) => key.locationId)}::uuid[],
                ${keys.map((key) => key.lot)}::text[]) as k (variant_id, location_id, lot)
    join inventory.stock s using (variant_id, location_id, lot)
    join inventory.reservation r using (variant_id, location_id, lot)
    where r.state in ('held', 'allocated', 'picked') and r.backordered
    order by r.id`);
  return rows.map((row) => ({
    id: row.id,
    orderId: row.order_id,
    variantId: row.variant_id,
    locationId: row.location_id,
    lot: row.lot,
    quantity: Number(row.quantity),
    shortOf: Number(row.short_of),
  }));
}
