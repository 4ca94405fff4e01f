import type { Context } from "../../platform/context.ts";
import { type Sql, sql } from "../../platform/sql.ts";
import { isWarehouse } from "./location.ts";
import { compareKeys, keyText, type Stock, type StockKey, type StockPolicy } from "./stock.ts";
import { touchAvailability } from "./touch-availability.ts";

/** What a transaction wants of one stock row. */
export interface StockChange extends StockKey {
  readonly onHand?: number;
  readonly reserved?: number;
  /** Of `reserved`: units promised beyond what is on hand, with leave of the variant's policy. */
  readonly backordered?: number;
}

export interface StockChanged {
  /** False: a row would have been overdrawn, so nothing was changed. The rows are locked all the same. */
  readonly done: boolean;
  /** Every row of the variants as it was before the change, locked until the transaction ends. */
  readonly before: readonly Stock[];
}

export interface StockRow {
  readonly variant_id: string;
  readonly location_id: string;
  readonly lot: string;
  readonly product_id: string;
  readonly sku: string;
  readonly stock_policy: StockPolicy;
  readonly backorder_cap: number;
  readonly warehouse: boolean;
  readonly active: boolean;
  readonly on_hand: bigint;
  readonly reserved: bigint;
}

export function stockFrom(row: StockRow): Stock {
  return {
    variantId: row.variant_id,
    locationId: row.location_id,
    lot: row.lot,
    productId: row.product_id,
    sku: row.sku,
    policy: row.stock_policy,
    backorderCap: row.backorder_cap,
    warehouse: row.warehouse,
    active: row.active,
    onHand: Number(row.on_hand),
    reserved: Number(row.reserved),
  };
}

/**
 * Changes stock rows, all or none, in one statement: locks every row of the variants in the one
 * order of keys (so that two transactions can wait for each other but never in a circle), checks
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

function changeStatement(
  changes: readonly Required<StockChange>[],
  alongside: (ifDone: Sql) => Sql,
): Sql<StockRow & { done: boolean }> {
  const payload = JSON.stringify(
    changes.map(({ variantId, locationId, lot, onHand, reserved, backordered }) => ({
      variant_id: variantId,
      location_id: locationId,
      lot,
      on_hand: onHand,
      reserved,
      backordered,
    })),
  );
  return sql`
    with change as materialized (
      select * from jsonb_to_recordset(${payload}::jsonb) as c
        (variant_id uuid, location_id uuid, lot text, on_hand bigint, reserved bigint, backordered bigint)
    ), locked as materialized (
      select s.*
      from inventory.stock s
      where s.variant_id in (select variant_id from change)
      order by s.variant_id, s.location_id, s.lot
      for no key update
    ), planned as (
      select c.variant_id, c.backordered, s.backorder_limit,
             s.variant_id is not null as found, s.warehouse,
             s.on_hand + c.on_hand as on_hand, s.reserved + c.reserved as reserved
      from change c
      left join locked s using (variant_id, location_id, lot)
    ), beyond as (
      select variant_id, sum(greatest(reserved - on_hand, 0)) as units
      from locked where warehouse group by variant_id
    ), asked as (
      select variant_id, sum(backordered) as units
      from change where backordered > 0 group by variant_id
    ), verdict as (
      select (select bool_and(found and (not warehouse or (on_hand >= 0 and reserved >= 0 and
                case when backordered > 0 then reserved - on_hand = backorder_limit + backordered
                     else reserved - on_hand <= backorder_limit end))) from planned)
         and not exists (
               select from asked a
               join inventory.item i using (variant_id)
               left join beyond b using (variant_id)
               where i.stock_policy = 'refuse'
                  or (i.stock_policy = 'backorder' and coalesce(b.units, 0) + a.units > i.backorder_cap)
             ) as done
    ), written as (
      update inventory.stock s
      set on_hand = s.on_hand + c.on_hand,
          reserved = s.reserved + c.reserved,
          backorder_limit = case when s.warehouse
            then least(s.backorder_limit + c.backordered,
                       greatest(s.reserved + c.reserved - s.on_hand - c.on_hand, 0))
            else 0 end
      from change c
      where s.variant_id = c.variant_id and s.location_id = c.location_id and s.lot = c.lot
        and (select done from verdict)
    ), added as (
      ${alongside(sql`(select done from verdict)`)}
    )
    select l.variant_id, l.location_id, l.lot, l.warehouse, l.on_hand, l.reserved,
           i.product_id, i.sku, i.stock_policy, i.backorder_cap, place.active,
           (select done from verdict) as done
    from locked l
    join inventory.item i using (variant_id)
    join inventory.location place on place.id = l.location_id`;
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
