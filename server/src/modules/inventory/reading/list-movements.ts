import type { z } from "zod";
import type { ReplyOf } from "../../../kernel/endpoint.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { typeId } from "../../../kernel/type-id.ts";
import type { Context } from "../../../platform/context.ts";
import { joinSql, type Sql, sql } from "../../../platform/sql.ts";
import { booksCurrency } from "../../ledger/index.ts";
import type { listMovements as endpoint, movementView } from "../contract.ts";
import type { MovementReason } from "../movements/move-goods.ts";

export interface MovementFilter {
  readonly variantId?: Uuid | undefined;
  readonly orderId?: Uuid | undefined;
  /** The movement after which the page begins. */
  readonly after?: Uuid | undefined;
  readonly limit: number;
}

interface MovementRow {
  readonly id: Uuid;
  readonly variant_id: Uuid;
  readonly sku: string;
  readonly title: string;
  readonly lot: string;
  readonly from_location: Uuid;
  readonly from_code: string;
  readonly from_kind: string;
  readonly to_location: Uuid;
  readonly to_code: string;
  readonly to_kind: string;
  readonly quantity: bigint;
  readonly reason: MovementReason;
  readonly note: string;
  readonly cause_type: string;
  readonly order_id: Uuid | null;
  readonly value_minor: bigint;
  readonly reverses_id: Uuid | null;
  readonly reversed_by: Uuid | null;
  readonly moved_at: Date;
  readonly moved_by: string;
}

/** Movements, newest first, with what they moved and where. One round trip. */
export async function listMovements(
  ctx: Context,
  filter: MovementFilter,
): Promise<ReplyOf<typeof endpoint>> {
  const rows = await ctx.db.all<MovementRow>(sql`
    select m.*, i.sku, coalesce(t.title, i.sku) as title,
           f.code as from_code, f.kind as from_kind, d.code as to_code, d.kind as to_kind,
           r.id as reversed_by
    from inventory.movement m
    join inventory.item i on i.variant_id = m.variant_id
    join inventory.location f on f.id = m.from_location
    join inventory.location d on d.id = m.to_location
    left join inventory.movement r on r.reverses_id = m.id
    left join lateral (
      select title from inventory.item_text
      where variant_id = m.variant_id and locale in (${ctx.locale}, 'en')
      order by (locale = ${ctx.locale}) desc limit 1
    ) t on true
    where ${conditions(filter)}
    order by m.moved_at desc, m.id desc
    limit ${filter.limit + 1}`);
  const items = rows.slice(0, filter.limit).map(movementViewOf);
  return { items, next: rows.length > filter.limit ? (items.at(-1)?.id ?? null) : null };
}

function conditions({ variantId, orderId, after }: MovementFilter): Sql {
  const all: Sql[] = [sql`true`];
  if (variantId !== undefined) all.push(sql`m.variant_id = ${variantId}`);
  if (orderId !== undefined) all.push(sql`m.order_id = ${orderId}`);
  if (after !== undefined) {
    all.push(sql`(m.moved_at, m.id) < (
      select a.moved_at, a.id from inventory.movement a where a.id = ${after})`);
  }
  return joinSql(all, "and");
}

type ListedMovement = z.output<typeof movementView> & { sku: string; title: string };

function movementViewOf(row: MovementRow): ListedMovement {
  return {
    id: typeId("movement", row.id),
    variantId: typeId("variant", row.variant_id),
    sku: row.sku,
    title: row.title,
    lot: row.lot,
    from: { id: typeId("location", row.from_location), code: row.from_code, kind: row.from_kind },
    to: { id: typeId("location", row.to_location), code: row.to_code, kind: row.to_kind },
    quantity: Number(row.quantity),
    reason: row.reason,
    note: row.note,
    causeType: row.cause_type,
    orderId: row.order_id === null ? null : typeId("order", row.order_id),
    value: { minor: row.value_minor.toString(), currency: booksCurrency },
    reversesId: row.reverses_id === null ? null : typeId("movement", row.reverses_id),
    reversedById: row.reversed_by === null ? null : typeId("movement", row.reversed_by),
    movedAt: row.moved_at.toISOString(),
    movedBy: row.moved_by,
  };
}
