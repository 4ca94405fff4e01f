import { newId, type Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { listReservations } from "../inventory/index.ts";
import { addTimeline, isPaymentCovered, lockOrder } from "../orders/index.ts";
import { isOpen, type Work, worksOf } from "./work.ts";

interface Missing {
  readonly locationId: Uuid;
  readonly orderLineId: Uuid;
  readonly variantId: Uuid;
  readonly lot: string;
  readonly quantity: number;
}

/**
 * Gives the warehouses their work: one piece per warehouse of the order's stored plan. Asked whenever
 * something changes that work may wait for (payment, a hold's release, goods that arrived), and as often
 * as one likes: it adds what the plan has at hand and no work has yet. Goods that are still to come wait.
 */
export async function planWork(ctx: Context, orderId: Uuid): Promise<void> {
  const order = await lockOrder(ctx, orderId);
  if (order.status !== "placed" || order.holdReason !== null || !isPaymentCovered(order)) return;
  const works = await worksOf(ctx, orderId);
  const missing = missingWork(works, await atHand(ctx, orderId));
  if (missing.length === 0) return;
  const homes = new Map(works.filter(isOpen).map((work) => [work.locationId, work.id]));
  const begun = [...new Set(missing.map((each) => each.locationId))]
    .filter((id) => !homes.has(id))
    .map((locationId) => ({ id: newId(), locationId }));
  for (const { id, locationId } of begun) homes.set(locationId, id);
  const lines = missing.map((each) => ({ ...each, id: newId(), work: homes.get(each.locationId) }));
  await ctx.db.run(sql`
    with new_work as (
      insert into fulfilment.fulfilment_order (id, order_id, location_id, state, created_at, changed_at)
      select id, ${orderId}, "locationId", 'open', ${ctx.now}, ${ctx.now}
      from jsonb_to_recordset(${JSON.stringify(begun)}::jsonb) as w (id uuid, "locationId" uuid)
    )
    insert into fulfilment.line as l (id, fulfilment_order_id, order_line_id, variant_id, lot, quantity)
    select id, work, "orderLineId", "variantId", lot, quantity
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as n (id uuid, work uuid, "orderLineId" uuid, "variantId" uuid, lot text, quantity integer)
    on conflict (fulfilment_order_id, order_line_id, lot) do update set quantity = l.quantity + excluded.quantity`);
  await addTimeline(ctx, orderId, {
    kind: "sent_to_warehouse",
    public: false,
    details: { units: missing.reduce((sum, each) => sum + each.quantity, 0) },
  });
}

/** Units of the stored plan that lie on a shelf or have left it. */
async function atHand(ctx: Context, orderId: Uuid): Promise<Missing[]> {
  const reservations = await listReservations(ctx, orderId);
  return reservations.filter(
    (each) => !each.backordered && ["allocated", "picked", "shipped"].includes(each.state),
  );
}

/** What the plan has and no work has, by warehouse, line and lot. */
export function missingWork(works: readonly Work[], planned: readonly Missing[]): Missing[] {
  const keyOf = (locationId: Uuid, line: { readonly orderLineId: Uuid; readonly lot: string }) =>
    `${locationId} ${line.orderLineId} ${line.lot}`;
  const wanted = new Map<string, Missing>();
  for (const each of planned) {
    const key = keyOf(each.locationId, each);
    const { locationId, orderLineId, variantId, lot } = each;
    wanted.set(key, {
      locationId,
      orderLineId,
      variantId,
      lot,
      quantity: (wanted.get(key)?.quantity ?? 0) + each.quantity,
    });
  }
  for (const work of works) {
    for (const line of work.lines) {
      const key = keyOf(work.locationId, line);
      const each = wanted.get(key);
      if (each !== undefined) wanted.set(key, { ...each, quantity: each.quantity - line.quantity });
    }
  }
  return [...wanted.values()].filter((each) => each.quantity > 0);
}
