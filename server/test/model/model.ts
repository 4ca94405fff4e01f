/**
 * The shop as small as it can be told: what is on the shelf, how each order stands, whose money is
 * where. Pure; amounts in cents with tax. What it says is compared with the real shop after each step.
 */
export type Method = "cash-on-delivery" | "bank-transfer" | "test-card";
export type Token = "approved" | "declined" | "lost";

export interface Thing {
  readonly id: string;
  readonly price: bigint;
  onHand: number;
  reserved: number;
}

export interface Line {
  readonly thing: Thing;
  readonly quantity: number;
  cancelled: number;
  shipped: number;
  refundedUnits: number;
}

export interface Returned {
  readonly amount: bigint;
  /** Of what was invoiced; otherwise of what was paid too much or for what was cancelled. */
  readonly ofInvoiced: boolean;
  sent: boolean;
}

export interface Order {
  readonly id: string;
  readonly secret: string;
  readonly lines: readonly Line[];
  readonly delivery: bigint;
  readonly captureAtOrder: boolean;
  method: Method;
  status: "pending" | "placed" | "completed" | "cancelled";
  held: boolean;
  /** The card said yes and the shop has not heard it. */
  unheard: boolean;
  /** A card has promised money, or cash is due at the door. */
  promised: boolean;
  captured: bigint;
  readonly returned: Returned[];
  /** An amount was given back as a gesture, so that units are worth less than their price from then on. */
  gesture: boolean;
}

const zero = 0n;

function sumOf<T>(list: readonly T[], minor: (each: T) => bigint): bigint {
  return list.reduce((sum, each) => sum + minor(each), zero);
}

export function openUnits(line: Line): number {
  return line.quantity - line.cancelled - line.shipped;
}

export function totalOf(order: Order): bigint {
  return sumOf(order.lines, (line) => line.thing.price * BigInt(line.quantity)) + order.delivery;
}

export function cancelledOf(order: Order): bigint {
  if (order.status === "cancelled") return totalOf(order);
  return sumOf(order.lines, (line) => line.thing.price * BigInt(line.cancelled));
}

/** What the order is worth now. */
export function dueOf(order: Order): bigint {
  return totalOf(order) - cancelledOf(order);
}

/** Of what has left the house; delivery goes with the first parcel. */
export function invoicedOf(order: Order): bigint {
  if (order.lines.every(({ shipped }) => shipped === 0)) return zero;
  return sumOf(order.lines, (line) => line.thing.price * BigInt(line.shipped)) + order.delivery;
}

export function refundedOf(order: Order): bigint {
  return sumOf(order.returned, ({ amount, sent }) => (sent ? amount : zero));
}

/** What may still go back at all. */
export function refundableOf(order: Order): bigint {
  return order.captured - sumOf(order.returned, ({ amount }) => amount);
}

/** What may still go back of what was invoiced. */
export function creditableOf(order: Order): bigint {
  const credited = order.returned.filter(({ ofInvoiced }) => ofInvoiced);
  return invoicedOf(order) - sumOf(credited, ({ amount }) => amount);
}

export function isCovered(order: Order): boolean {
  return order.captured >= dueOf(order) || order.promised;
}

export function byHand(order: Order): boolean {
  return order.method !== "test-card";
}

export function giveBack(order: Order, amount: bigint, ofInvoiced: boolean): void {
  order.returned.push({ amount, ofInvoiced, sent: !byHand(order) });
}

/** Whatever was paid beyond what the order is worth goes back. */
export function returnSurplus(order: Order): void {
  const returned = order.returned.filter(({ ofInvoiced }) => !ofInvoiced);
  const surplus = order.captured - sumOf(returned, ({ amount }) => amount) - dueOf(order);
  if (surplus > zero) giveBack(order, surplus, false);
}

export function completeIfDone(order: Order): void {
  const shipped = order.lines.some((line) => line.shipped > 0);
  const nothingOpen = order.lines.every((line) => openUnits(line) === 0);
  const paid = order.captured >= dueOf(order);
  if (order.status === "placed" && shipped && nothingOpen && paid) order.status = "completed";
}

/** Money that comes in, from whomever. */
export function capture(order: Order, amount: bigint): void {
  order.captured += amount;
  returnSurplus(order);
  completeIfDone(order);
}

/** The card's yes has been heard. */
export function promise(order: Order): void {
  order.unheard = false;
  order.promised = true;
  order.status = "placed";
  captureAtOrder(order);
}

export function captureAtOrder(order: Order): void {
  const card = order.method === "test-card" && order.promised && order.captureAtOrder;
  if (!card || order.held || order.status !== "placed") return;
  const owed = dueOf(order) - order.captured;
  if (owed > zero) capture(order, owed);
}

/** How an order stands right after it was placed, or paid for in another way. */
export function beginPayment(order: Order, method: Method, token: Token): void {
  order.method = method;
  if (method === "test-card") {
    if (order.unheard || token === "lost") order.unheard = true;
    else if (token === "approved") promise(order);
    return;
  }
  order.unheard = false;
  order.status = "placed";
  order.promised = method === "cash-on-delivery";
}

export function cancelUnits(line: Line, units: number): void {
  line.cancelled += units;
  line.thing.reserved -= units;
}

/** After units were cancelled: is the whole order, and what of its money? */
export function afterCancelling(order: Order): void {
  if (order.lines.every((line) => line.cancelled === line.quantity)) {
    order.status = "cancelled";
    order.promised = false;
    order.unheard = false;
  }
  returnSurplus(order);
  completeIfDone(order);
}

export function ship(order: Order, parts: readonly (readonly [Line, number])[]): void {
  const before = invoicedOf(order);
  for (const [line, units] of parts) {
    line.shipped += units;
    line.thing.onHand -= units;
    line.thing.reserved -= units;
  }
  const takesNow = order.method === "test-card" && !order.captureAtOrder;
  if (takesNow) capture(order, invoicedOf(order) - before);
  completeIfDone(order);
}
