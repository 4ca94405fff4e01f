import { assert } from "../../kernel/assert.ts";
import { refuse } from "../../kernel/errors.ts";
import type { Context } from "../../platform/context.ts";
import { publish } from "../../platform/events.ts";
import { sql } from "../../platform/sql.ts";
import { orderNotInState } from "./contract.ts";
import { orderCancelled } from "./events.ts";
import { shareOfLine } from "./line-share.ts";
import { mayBecome, type Order, type OrderLine } from "./order.ts";
import { orderColumns, orderOf, type OrderRow } from "./order-row.ts";
import { lockOrder, orderLines } from "./queries.ts";
import { timelineInsert, type TimelineNote } from "./timeline.ts";

export interface CancelledLine {
  readonly orderLineId: string;
  readonly quantity: number;
}

export interface Cancelled {
  readonly order: Order;
  /** What the shopper no longer owes by this cancellation, with tax. */
  readonly cancelledMinor: bigint;
  /** The item units taken off: what the caller releases from stock. */
  readonly lines: readonly CancelledLine[];
  /** True when nothing is left: the order is cancelled, its delivery and fee with it. */
  readonly whole: boolean;
}

/**
 * Cancels item units that were not shipped; all of them when no lines are named. When nothing was
 * shipped and nothing is left, the order ends as cancelled and `order.cancelled` is published. Locks
 * the order. Stock, work in the warehouse and money are the caller's, in the same transaction.
 */
export async function recordCancelled(
  ctx: Context,
  orderId: string,
  what: { readonly reason: string; readonly lines?: readonly CancelledLine[] },
): Promise<Cancelled> {
  const before = await lockOrder(ctx, orderId);
  if (!mayBecome(before.status, "cancelled")) refuse(orderNotInState, { status: before.status });
  const all = await orderLines(ctx, orderId);
  const lines = chosenLines(all, what.lines);
  const units = lines.reduce((count, line) => count + line.quantity, 0);
  const whole =
    before.unitsShipped === 0n && before.unitsCancelled + BigInt(units) === before.units;
  const taken = withCharges(all, lines);
  const cancelledMinor = worth(all, taken);
  const note: TimelineNote = whole
    ? { kind: "cancelled", public: true, details: { reason: what.reason } }
    : {
        kind: "lines_cancelled",
        public: true,
        details: { reason: what.reason, lines: named(all, lines) },
      };
  const row = await ctx.db.one<OrderRow>(sql`
    with said as (${timelineInsert(ctx, orderId, [note])}),
    cancelled_line as (
      update orders.line l set quantity_cancelled = quantity_cancelled + c.quantity
      from unnest(${taken.map((line) => line.orderLineId)}::uuid[],
                  ${taken.map((line) => line.quantity)}::integer[]) as c (id, quantity)
      where l.id = c.id
    )
    update orders.order o
    set units_cancelled = units_cancelled + ${units}::bigint,
        cancelled_minor = cancelled_minor + ${cancelledMinor}::bigint,
        status = case when ${whole} then 'cancelled' else status end,
        cancel_reason = case when ${whole} then ${what.reason} else cancel_reason end,
        closed_at = case when ${whole} then ${ctx.now}::timestamptz else closed_at end,
        pay_by = case when ${whole} then null else pay_by end,
        version = version + 1
    where o.id = ${orderId} returning ${orderColumns}`);
  if (whole) {
    const wasPlaced = before.status === "placed";
    publish(ctx, orderCancelled, { orderId, reason: what.reason, wasPlaced });
  }
  return { order: orderOf(row), cancelledMinor, lines, whole };
}

/**
 * The units with the charges that go with them: delivery and fee, when after this nothing was sent and nothing
 * will be. Gift cards that were mailed need no delivery.
 */
export function withCharges(
  all: readonly OrderLine[],
  units: readonly CancelledLine[],
): CancelledLine[] {
  const items = all.filter((line) => line.kind === "item");
  const sent = items.filter((line) => line.productKind === "physical");
  const cancelledNow = (line: OrderLine) =>
    units
      .filter((each) => each.orderLineId === line.id)
      .reduce((sum, each) => sum + each.quantity, 0);
  const gone = (sent.length > 0 ? sent : items).every(
    (line) =>
      line.quantityShipped === 0 && line.quantityCancelled + cancelledNow(line) === line.quantity,
  );
  if (!gone) return [...units];
  const charges = all.filter((line) => line.kind !== "item").map(untouched);
  return [...units, ...charges.filter(({ quantity }) => quantity > 0)];
}

function chosenLines(
  all: readonly OrderLine[],
  wanted: readonly CancelledLine[] | undefined,
): CancelledLine[] {
  const items = all.filter((line) => line.kind === "item");
  if (wanted === undefined) return items.map(untouched).filter((line) => line.quantity > 0);
  return wanted.map((line) => {
    const item = items.find((each) => each.id === line.orderLineId);
    assert(item !== undefined, "a cancelled line is an item of the order");
    const open = untouched(item).quantity;
    assert(line.quantity > 0 && line.quantity <= open, "no more is cancelled than is open");
    return line;
  });
}

function untouched(line: OrderLine): CancelledLine {
  const open = line.quantity - line.quantityCancelled - line.quantityShipped;
  return { orderLineId: line.id, quantity: open };
}

function worth(all: readonly OrderLine[], taken: readonly CancelledLine[]): bigint {
  return taken.reduce((total, part) => {
    const line = all.find((each) => each.id === part.orderLineId);
    assert(line !== undefined, "a cancelled line belongs to the order");
    // Units that were invoiced went before, too: parcels and cancellations share one line of parts.
    const before = line.quantityCancelled + line.quantityShipped;
    return total + shareOfLine(line, before, part.quantity);
  }, 0n);
}

function named(all: readonly OrderLine[], lines: readonly CancelledLine[]) {
  return lines.map((part) => ({
    title: all.find((line) => line.id === part.orderLineId)?.title ?? "",
    quantity: part.quantity,
  }));
}
