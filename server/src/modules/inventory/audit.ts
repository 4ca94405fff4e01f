import type { AuditCheck } from "../../platform/audit.ts";
import { sql } from "../../platform/sql.ts";

/** What must hold of goods at every moment, whoever wrote the rows. */
export const checks: readonly AuditCheck[] = [
  {
    id: "I1",
    title: "No warehouse promises more than it holds, beyond what its backorders allow",
    query: sql`
      select s.variant_id, s.location_id, s.lot, s.on_hand, s.reserved, s.backorder_limit,
             coalesce(b.units, 0) as backordered
      from inventory.stock s
      left join (
        select variant_id, location_id, lot, sum(quantity) as units
        from inventory.reservation
        where state in ('held', 'allocated', 'picked') and backordered
        group by variant_id, location_id, lot
      ) b using (variant_id, location_id, lot)
      where s.warehouse
        and (s.on_hand < 0
             or s.reserved - s.on_hand > s.backorder_limit
             or s.reserved - s.on_hand > coalesce(b.units, 0))
      limit 100`,
  },
  {
    id: "I2",
    title: "What is on hand is the sum of movements",
    query: sql`
      select variant_id, location_id, lot, coalesce(s.on_hand, 0) as on_hand,
             coalesce(m.quantity, 0) as moved
      from inventory.stock s
      full join (
        select variant_id, location_id, lot, sum(quantity) as quantity
        from (
          select variant_id, to_location as location_id, lot, quantity from inventory.movement
          union all
          select variant_id, from_location, lot, -quantity from inventory.movement
        ) each_side
        group by variant_id, location_id, lot
      ) m using (variant_id, location_id, lot)
      where coalesce(s.on_hand, 0) <> coalesce(m.quantity, 0)
      limit 100`,
  },
  {
    id: "I2-zero-sum",
    title: "Goods come from somewhere: each variant and lot sums to zero over all locations",
    query: sql`
      select variant_id, lot, sum(on_hand) as on_hand
      from inventory.stock
      group by variant_id, lot
      having sum(on_hand) <> 0
      limit 100`,
  },
  {
    id: "I3",
    title: "What is reserved is the sum of live reservations",
    query: sql`
      select variant_id, location_id, lot, coalesce(s.reserved, 0) as reserved,
             coalesce(r.quantity, 0) as promised
      from inventory.stock s
      full join (
        select variant_id, location_id, lot, sum(quantity) as quantity
        from inventory.reservation
        where state in ('held', 'allocated', 'picked')
        group by variant_id, location_id, lot
      ) r using (variant_id, location_id, lot)
      where coalesce(s.reserved, 0) <> coalesce(r.quantity, 0)
      limit 100`,
  },
  {
    id: "I11-stock-quantity",
    title: "The valued quantity is what the warehouses hold",
    query: sql`
      select variant_id, coalesce(v.quantity, 0) as valued, coalesce(s.on_hand, 0) as on_hand
      from inventory.valuation v
      full join (
        select variant_id, sum(on_hand) as on_hand from inventory.stock
        where warehouse group by variant_id
      ) s using (variant_id)
      where coalesce(v.quantity, 0) <> coalesce(s.on_hand, 0)
      limit 100`,
  },
  {
    id: "I11-stock-value",
    title: "Each variant's value is what its movements carried in, less what they carried out",
    query: sql`
      select variant_id, coalesce(v.value_minor, 0) as value_minor, coalesce(m.carried, 0) as carried
      from inventory.valuation v
      full join (
        select m.variant_id,
               sum(case when t.kind = 'warehouse' then m.value_minor else 0 end)
                 - sum(case when f.kind = 'warehouse' then m.value_minor else 0 end) as carried
        from inventory.movement m
        join inventory.location f on f.id = m.from_location
        join inventory.location t on t.id = m.to_location
        group by m.variant_id
      ) m using (variant_id)
      where coalesce(v.value_minor, 0) <> coalesce(m.carried, 0)
      limit 100`,
  },
  {
    id: "I11-stock-account",
    title: "The stock account is worth what the goods are",
    query: sql`
      select currency, coalesce(l.minor, 0) as account_minor, coalesce(v.minor, 0) as goods_minor
      from (
        select p.currency, sum(p.amount_minor) as minor
        from ledger.posting p join ledger.account a on a.code = p.account
        where a.role = 'inventory' group by p.currency
      ) l
      full join (
        select currency, sum(value_minor) as minor from inventory.valuation group by currency
      ) v using (currency)
      where coalesce(l.minor, 0) <> coalesce(v.minor, 0)`,
  },
];
