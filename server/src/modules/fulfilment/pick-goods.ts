import { refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { markPicked, type PickedUnits, undoPicked } from "../inventory/index.ts";
import { lockOrder, type Order } from "../orders/index.ts";
import { moreThanOpen, nothingToShip, orderHeld } from "./contract.ts";
import { openWork, orderOfWork, saveWork, type Work } from "./work.ts";

export interface PickCount {
  readonly line: Uuid;
  /** Units picked in all; units that have left count on. */
  readonly picked: number;
}

/** Brings the picked units of each named line to this number, up or down, in plan and stock alike. */
export async function pickGoods(
  ctx: Context,
  workId: Uuid,
  counts: readonly PickCount[],
): Promise<void> {
  const order = await lockOrder(ctx, await orderOfWork(ctx, workId));
  refuseHeld(order);
  const work = await openWork(ctx, order.id, workId);
  await saveWork(ctx, await withPicked(ctx, { ...work, state: "picking" }, counts));
}

/** What was picked lies in its box. */
export async function packGoods(ctx: Context, workId: Uuid): Promise<void> {
  const order = await lockOrder(ctx, await orderOfWork(ctx, workId));
  const work = await openWork(ctx, order.id, workId);
  if (!work.lines.some((line) => line.picked > line.shipped)) refuse(nothingToShip);
  await saveWork(ctx, { ...work, state: "packed" });
}

export function refuseHeld(order: Order): void {
  if (order.holdReason !== null) refuse(orderHeld, { reason: order.holdReason });
}

/** The work with its lines at these counts; the stock's plan has followed when it returns. */
export async function withPicked(
  ctx: Context,
  work: Work,
  counts: readonly PickCount[],
): Promise<Work> {
  const lines = work.lines.map((line) => {
    const picked = counts.findLast((each) => each.line === line.id)?.picked ?? line.picked;
    if (picked > line.quantity) refuse(moreThanOpen, { wanted: picked, open: line.quantity });
    return { ...line, picked: Math.max(picked, line.shipped) };
  });
  if (counts.some((each) => !work.lines.some((line) => line.id === each.line)))
    refuse(moreThanOpen, { wanted: 1, open: 0 });
  const change = (direction: 1 | -1): PickedUnits[] =>
    lines.flatMap((line, index) => {
      const before = work.lines[index]?.picked ?? 0;
      const quantity = (line.picked - before) * direction;
      return quantity > 0
        ? [{ orderLineId: line.orderLineId, locationId: work.locationId, lot: line.lot, quantity }]
        : [];
    });
  const [up, down] = [change(1), change(-1)];
  if (up.length > 0) await markPicked(ctx, { orderId: work.orderId, lines: up });
  if (down.length > 0) await undoPicked(ctx, { orderId: work.orderId, lines: down });
  return { ...work, lines };
}
