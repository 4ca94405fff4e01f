import { notFound, refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { type fulfilmentStates, workClosed } from "./contract.ts";

export type WorkState = (typeof fulfilmentStates)[number];

export interface WorkLine {
  readonly id: Uuid;
  readonly orderLineId: Uuid;
  readonly variantId: Uuid;
  readonly lot: string;
  readonly quantity: number;
  readonly picked: number;
  readonly shipped: number;
}

/** What one warehouse has to send for one order. */
export interface Work {
  readonly id: Uuid;
  readonly orderId: Uuid;
  readonly locationId: Uuid;
  readonly state: WorkState;
  readonly version: number;
  readonly lines: readonly WorkLine[];
}

/** The order that a piece of work belongs to, without a lock: orders are locked before their work. */
export async function orderOfWork(ctx: Context, workId: Uuid): Promise<Uuid> {
  const row = await ctx.db.maybe<{ order_id: Uuid }>(sql`
    select order_id from fulfilment.fulfilment_order where id = ${workId}`);
  return row === null ? refuse(notFound) : row.order_id;
}

/** The work of an order with its lines. The caller has locked the order, which guards its work, too. */
export async function worksOf(ctx: Context, orderId: Uuid): Promise<Work[]> {
  return ctx.db.all<Work>(sql`
    select f.id, f.order_id as "orderId", f.location_id as "locationId", f.state, f.version,
      coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'orderLineId', l.order_line_id, 'variantId', l.variant_id,
          'lot', l.lot, 'quantity', l.quantity, 'picked', l.picked, 'shipped', l.shipped) order by l.id)
        from fulfilment.line l where l.fulfilment_order_id = f.id), '[]') as lines
    from fulfilment.fulfilment_order f where f.order_id = ${orderId} order by f.created_at, f.id`);
}

/** The one piece of work, still open. Refuses `work_closed` when it is done or was cancelled. */
export async function openWork(ctx: Context, orderId: Uuid, workId: Uuid): Promise<Work> {
  const work = (await worksOf(ctx, orderId)).find((each) => each.id === workId);
  if (work === undefined) refuse(notFound);
  if (!isOpen(work)) refuse(workClosed, { state: work.state });
  return work;
}

export function isOpen(work: Pick<Work, "state">): boolean {
  return work.state === "open" || work.state === "picking" || work.state === "packed";
}

/** The state that follows from what was picked and shipped. Packed stays until something is put back. */
export function stateOf(work: Pick<Work, "state" | "lines">): WorkState {
  const live = work.lines.filter((line) => line.quantity > 0);
  if (live.length === 0) return "cancelled";
  if (live.every((line) => line.shipped === line.quantity)) return "shipped";
  if (work.state === "packed") return "packed";
  return live.some((line) => line.picked > line.shipped) ? "picking" : "open";
}

/** Writes lines and state as they now are. */
export async function saveWork(ctx: Context, work: Work): Promise<void> {
  await ctx.db.run(sql`
    with new_line as (
      update fulfilment.line l set quantity = n.quantity, picked = n.picked, shipped = n.shipped
      from jsonb_to_recordset(${JSON.stringify(work.lines)}::jsonb) as n (id uuid, quantity integer, picked integer, shipped integer)
      where l.id = n.id and l.fulfilment_order_id = ${work.id}
    )
    update fulfilment.fulfilment_order set state = ${stateOf(work)}, version = version + 1, changed_at = ${ctx.now}
    where id = ${work.id}`);
}
