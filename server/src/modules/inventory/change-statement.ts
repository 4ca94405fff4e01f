import { type Sql, sql } from "../../platform/sql.ts";
import type { StockChange } from "./stock.ts";
import type { StockRow } from "./stock-row.ts";

/**
 * The one statement behind every change of stock: lock, judge, write. Its rows are what was there
 * before; `done` on each says whether the change was made.
 */
export function changeStatement(
  changes: readonly Required<StockChange>[],
  alongside: (ifDone: Sql) => Sql,
): Sql<StockRow & { done: boolean }> {
  return sql`
    with change as materialized (
      select * from jsonb_to_recordset(${changeRows(changes)}::jsonb) as c
        (variant_id uuid, location_id uuid, lot text, on_hand bigint, reserved bigint, backordered bigint)
    ), locked as materialized (
      select s.*
      from inventory.stock s
      where s.variant_id in (select variant_id from change)
        and (s.warehouse or exists (
          select from change c
          where c.variant_id = s.variant_id and c.location_id = s.location_id and c.lot = s.lot))
      order by s.variant_id, s.location_id, s.lot
      for no key update
    ), ${verdict}, written as (
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

/**
 * A change is made when every row exists and no warehouse is overdrawn. Without a backorder a row
 * may not end further beyond its goods than it has leave to be; with one it must end exactly as far
 * as was planned, or goods have come meanwhile and the plan is no longer right. What is promised
 * ahead of a variant in all may not pass its cap.
 */
const verdict = sql`
    planned as (
      select c.backordered, s.backorder_limit, s.variant_id is not null as found, s.warehouse,
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
    )`;

function changeRows(changes: readonly Required<StockChange>[]): string {
  return JSON.stringify(
    changes.map(({ variantId, locationId, lot, onHand, reserved, backordered }) => ({
      variant_id: variantId,
      location_id: locationId,
      lot,
      on_hand: onHand,
      reserved,
      backordered,
    })),
  );
}
