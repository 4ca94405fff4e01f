import type { Uuid } from "../../kernel/ids.ts";
import { actorOf, type Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { listReservations } from "../inventory/index.ts";

interface OpenRequest {
  readonly id: Uuid;
  readonly orderLineId: Uuid;
  readonly quantity: number;
}

/**
 * Drops what need not be bought any more: of each line, the units nobody has ordered yet and no
 * backorder waits for. Call it after the order's reservations were released, under the order's lock.
 * What the supplier was asked for still comes and is free for sale. Three round trips at most.
 * A request that is being received at this moment is left alone: its goods are there already, and
 * waiting for it, with stock rows locked, could be waiting in a circle.
 * @param orderLineIds only these lines; null: all of the order
 * @returns how many requests were dropped or made smaller
 */
export async function cancelOpenPurchases(
  ctx: Context,
  orderId: Uuid,
  orderLineIds: readonly Uuid[] | null = null,
): Promise<number> {
  const requests = await ctx.db.all<{
    id: Uuid;
    order_line_id: Uuid;
    quantity: bigint;
    state: "open" | "ordered";
  }>(sql`
    select id, order_line_id, quantity, state from purchasing.purchase_request
    where order_id = ${orderId} and state in ('open', 'ordered')
      and (${orderLineIds}::uuid[] is null or order_line_id = any(${orderLineIds}::uuid[]))
    order by id
    for update skip locked`);
  if (requests.length === 0) return 0;
  const stillNeeded = await waitingByLine(ctx, orderId);
  const open: OpenRequest[] = [];
  for (const request of requests) {
    const { id, order_line_id: orderLineId, state } = request;
    const quantity = Number(request.quantity);
    if (state === "open") open.push({ id, orderLineId, quantity });
    else stillNeeded.set(orderLineId, (stillNeeded.get(orderLineId) ?? 0) - quantity);
  }
  const smaller = neededOf(open, stillNeeded);
  if (smaller.length === 0) return 0;
  return ctx.db.run(sql`
    update purchasing.purchase_request r
    set state = case when n.needed = 0 then 'cancelled' else r.state end,
        quantity = case when n.needed = 0 then r.quantity else n.needed end,
        changed_at = ${ctx.now}, changed_by = ${actorOf(ctx)}
    from jsonb_to_recordset(${JSON.stringify(smaller)}::jsonb) as n (id uuid, needed bigint)
    where r.id = n.id`);
}

/** The requests of which fewer units are needed, the oldest kept first. */
export function neededOf(
  open: readonly OpenRequest[],
  stillNeeded: ReadonlyMap<Uuid, number>,
): { readonly id: Uuid; readonly needed: number }[] {
  const left = new Map(stillNeeded);
  return open.flatMap(({ id, orderLineId, quantity }) => {
    const needed = Math.max(0, Math.min(quantity, left.get(orderLineId) ?? 0));
    left.set(orderLineId, (left.get(orderLineId) ?? 0) - needed);
    return needed === quantity ? [] : [{ id, needed }];
  });
}

/** Units of each line that are promised and not at hand. */
async function waitingByLine(ctx: Context, orderId: Uuid): Promise<Map<Uuid, number>> {
  const waiting = new Map<Uuid, number>();
  for (const { orderLineId, quantity, backordered, state } of await listReservations(
    ctx,
    orderId,
  )) {
    if (!backordered || state === "released" || state === "shipped") continue;
    waiting.set(orderLineId, (waiting.get(orderLineId) ?? 0) + quantity);
  }
  return waiting;
}
