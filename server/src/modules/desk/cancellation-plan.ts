import { refuse } from "../../kernel/errors.ts";
import { roundHalfUp } from "../../kernel/rounding.ts";
import { typeId } from "../../kernel/type-id.ts";
import { type CancelledLine, type Order, type OrderLine, withCharges } from "../orders/index.ts";
import { capturableMinor, isOffline, type OrderPayments } from "../payments/index.ts";
import { orderNotInState } from "../orders/contract.ts";
import { cancelTooMuch } from "./contract.ts";

/** Units of a line that were neither cancelled nor sent. */
export function cancellableUnits(line: OrderLine): number {
  if (line.kind !== "item") return 0;
  return line.quantity - line.quantityCancelled - line.quantityShipped;
}

/** The units a cancellation takes, lines named twice added up; refuses what is not there to be cancelled. */
export function unitsToCancel(
  order: Order,
  lines: readonly OrderLine[],
  wanted: readonly CancelledLine[] | undefined,
): CancelledLine[] {
  const { status } = order;
  if (status !== "pending" && status !== "placed") refuse(orderNotInState, { status });
  const units = new Map<string, number>();
  for (const { orderLineId, quantity } of wanted ?? lines.map(allOf)) {
    units.set(orderLineId, (units.get(orderLineId) ?? 0) + quantity);
  }
  const chosen = [...units]
    .map(([orderLineId, quantity]) => ({ orderLineId, quantity }))
    .filter(({ quantity }) => quantity > 0);
  for (const { orderLineId, quantity } of chosen) {
    const line = lines.find((each) => each.id === orderLineId);
    const cancellable = line === undefined ? 0 : cancellableUnits(line);
    if (quantity > cancellable) {
      refuse(cancelTooMuch, { orderLineId: typeId("order_line", orderLineId), cancellable });
    }
  }
  if (chosen.length === 0) refuse(cancelTooMuch, { cancellable: 0 });
  return chosen;
}

function allOf(line: OrderLine): CancelledLine {
  return { orderLineId: line.id, quantity: cancellableUnits(line) };
}

/** What a cancellation means in money, in minor units. */
export interface CancellationEffect {
  readonly whole: boolean;
  readonly value: bigint;
  readonly refund: bigint;
  readonly release: bigint;
  readonly byHand: boolean;
}

/**
 * What cancelling these units would do. When nothing was sent and nothing is left, delivery and fee go
 * with it.
 */
export function cancellationEffect(
  order: Order,
  lines: readonly OrderLine[],
  units: readonly CancelledLine[],
  { attempts, refunds }: OrderPayments,
): CancellationEffect {
  const count = units.reduce((sum, each) => sum + each.quantity, 0);
  const whole = order.unitsShipped === 0n && order.unitsCancelled + BigInt(count) === order.units;
  const value = whole
    ? order.totalMinor - order.cancelledMinor
    : withCharges(lines, units).reduce((sum, part) => sum + worthOf(lines, part), 0n);
  const returned = refunds
    .filter((each) => each.purpose !== "refund" && each.state !== "failed")
    .reduce((sum, each) => sum + each.amount.minor, 0n);
  const surplus =
    order.capturedMinor - returned - (order.totalMinor - order.cancelledMinor - value);
  const promised = attempts.reduce((sum, each) => sum + capturableMinor(each), 0n);
  return {
    whole,
    value,
    refund: surplus > 0n ? surplus : 0n,
    release: whole ? promised : 0n,
    byHand:
      surplus > 0n && attempts.some((each) => each.capturedMinor > 0n && isOffline(each.provider)),
  };
}

/** The share of the line that these units are, as orders takes it off. */
function worthOf(lines: readonly OrderLine[], part: CancelledLine): bigint {
  const line = lines.find((each) => each.id === part.orderLineId);
  if (line === undefined) return 0n;
  const upTo = (units: number) =>
    roundHalfUp(line.totalMinor * BigInt(units), BigInt(line.quantity));
  const before = line.quantityCancelled + line.quantityShipped;
  return upTo(before + part.quantity) - upTo(before);
}
