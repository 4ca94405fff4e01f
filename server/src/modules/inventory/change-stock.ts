import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import { changeStatement } from "./change-statement.ts";
import { isWarehouse } from "./location.ts";
import { compareKeys, keyText, type Stock, type StockChange, type StockKey } from "./stock.ts";
import { type StockRow, stockFrom } from "./stock-row.ts";
import { touchAvailability } from "./touch-availability.ts";

export interface StockChanged {
  /** False: a row would have been overdrawn, so nothing was changed. The rows are locked all the same. */
  readonly done: boolean;
  /** The changed rows and every warehouse row of the variants, as they were; locked until the commit. */
  readonly before: readonly Stock[];
}

/**
 * Changes stock rows, all or none, in one statement: locks the rows, and every warehouse row
 * of the variants, in the one order of keys (so that two transactions can wait for each other but never in a circle), checks
 * each change against what it finds, then writes. `alongside` is a further insert that is made only
 * when the change is. Pages that show the variants are dropped when what they show has changed.
 */
export async function changeStock(
  ctx: Context,
  changes: readonly StockChange[],
  alongside: (ifDone: Sql) => Sql = () => sql`select 1`,
): Promise<StockChanged> {
  const joined = joinChanges(changes);
  if (joined.length === 0) return { done: true, before: [] };
  const rows = await ctx.db.all<StockRow & { done: boolean }>(changeStatement(joined, alongside));
  const before = rows.map(stockFrom);
  const done = rows[0]?.done ?? false;
  if (done) await touchAvailability(ctx, before, joined);
  return { done, before };
}

/** One change a row, in the order of locks. */
function joinChanges(changes: readonly StockChange[]): Required<StockChange>[] {
  const byKey = new Map<string, Required<StockChange>>();
  for (const change of changes) {
    const { variantId, locationId, lot, onHand = 0, reserved = 0, backordered = 0 } = change;
    const sum = byKey.get(keyText(change));
    byKey.set(keyText(change), {
      variantId,
      locationId,
      lot,
      onHand: (sum?.onHand ?? 0) + onHand,
      reserved: (sum?.reserved ?? 0) + reserved,
      backordered: (sum?.backordered ?? 0) + backordered,
    });
  }
  return [...byKey.values()].toSorted(compareKeys);
}

/**
 * Makes the rows that a change will need, where they are missing; before any row is locked, since
 * two transactions that add the same row wait for each other.
 */
export async function ensureStock(ctx: Context, keys: readonly StockKey[]): Promise<void> {
  const rows = [...new Map(keys.map((key) => [keyText(key), key])).values()].toSorted(compareKeys);
  const payload = JSON.stringify(
    rows.map(({ variantId, locationId, lot }) => ({
      variant_id: variantId,
      location_id: locationId,
      lot,
      warehouse: isWarehouse(locationId),
    })),
  );
  await ctx.db.run(sql`
    insert into inventory.stock (variant_id, location_id, lot, warehouse)
    select k.variant_id, k.location_id, k.lot, k.warehouse
    from jsonb_to_recordset(${payload}::jsonb) as k
      (variant_id uuid, location_id uuid, lot text, warehouse boolean)
    order by k.variant_id, k.location_id, k.lot
    on conflict (variant_id, location_id, lot) do nothing`);
}
