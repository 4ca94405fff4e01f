import { refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { failpoint } from "../../platform/failpoint.ts";
import { lockOrder, type Order, orderLines } from "../orders/index.ts";
import { lockAttempts, type StoredAttempt } from "./attempt-row.ts";
import { captureTooMuch } from "./contract.ts";
import { enqueueOperation } from "./enqueue-operation.ts";
import { settleLocked } from "./settle-attempt.ts";
import { capturableMinor, isAlive, underWay } from "./payment.ts";
import { refundsOf } from "./refund-row.ts";
import { isOffline, isOnline } from "./registry.ts";
import { insertOperation } from "./store.ts";

export interface CaptureRequest {
  readonly orderId: Uuid;
  /** What this shipment is worth, with tax. */
  readonly amountMinor: bigint;
  readonly causeType: string;
  readonly causeId: Uuid;
}

/**
 * Writes down that money is to be taken, for a parcel that is about to leave. Perform it after the
 * commit; should that not happen, the sweeper does so after some seconds. Locks the order. Asked again for the same cause, it returns the same
 * operation, so that what was interrupted can be done again.
 * @returns null when there is nothing to call for: the money is here already, or comes at the door
 */
export async function requestCapture(ctx: Context, wanted: CaptureRequest): Promise<Uuid | null> {
  const order = await lockOrder(ctx, wanted.orderId);
  if (wanted.amountMinor === 0n) return null;
  const attempts = await lockAttempts(ctx, wanted.orderId);
  const known = attempts
    .flatMap((each) => each.operations)
    .find((each) => each.kind === "capture" && isSameCause(each, wanted));
  if (known !== undefined) return known.id;
  const online = attempts.filter((each) => isOnline(each.provider));
  const promising = online.find((each) => capturableMinor(each) > 0n);
  if (promising === undefined) {
    if (attempts.some((each) => isOffline(each.provider) || each.capturedMinor > 0n)) return null;
    return refuse(captureTooMuch, { capturable: "0" });
  }
  const paidBefore = online.some((each) =>
    each.operations.some((one) => one.kind === "capture" && one.causeType === "order"),
  );
  if (paidBefore) return null;
  const amountMinor = await notPaidAhead(ctx, order, attempts, wanted.amountMinor);
  if (amountMinor === 0n) return null;
  const capturable = capturableMinor(promising);
  if (amountMinor > capturable) {
    refuse(captureTooMuch, { capturable: capturable.toString() });
  }
  const { operation } = await insertOperation(ctx, promising, {
    kind: "capture",
    amountMinor,
    causeType: wanted.causeType,
    causeId: wanted.causeId,
    byHand: false,
  });
  return operation.id;
}

/**
 * What a parcel is worth beyond what gift cards and store credit have paid ahead: they are used up first.
 * Example: 50.00 of 100.00 were paid by gift card. A first parcel of 30.00 takes nothing from the card, a
 * second of 70.00 takes 50.00.
 */
async function notPaidAhead(
  ctx: Context,
  order: Order,
  attempts: readonly StoredAttempt[],
  worthMinor: bigint,
): Promise<bigint> {
  if (attempts.every((each) => each.credit === null)) return worthMinor;
  const lines = await orderLines(ctx, order.id);
  const invoiced = lines.reduce(
    (sum, line) => sum + line.invoicedNetMinor + line.invoicedTaxMinor,
    0n,
  );
  const refunds = await refundsOf(ctx, order.id);
  const returned = refunds
    .filter((refund) => refund.purpose !== "refund" && refund.state !== "failed")
    .reduce((sum, refund) => sum + refund.amount.minor, 0n);
  const paid = attempts.reduce(
    (sum, each) => sum + each.capturedMinor + underWay(each, "capture"),
    0n,
  );
  const open = invoiced + worthMinor - (paid - returned);
  return open < 0n ? 0n : open < worthMinor ? open : worthMinor;
}

interface Cause {
  readonly causeType: string;
  readonly causeId: Uuid;
}

function isSameCause(a: Cause, b: Cause): boolean {
  return a.causeType === b.causeType && a.causeId === b.causeId;
}

/**
 * Lets go of all money that is promised for an order, and closes attempts that nobody has paid yet.
 * Locks the order. What people keep (cash at the door, a transfer that was awaited) ends at once.
 * @returns operations to be performed after the commit; a job does so in any case
 */
export async function requestVoid(
  ctx: Context,
  { orderId, causeType, causeId }: { orderId: Uuid } & Cause,
): Promise<Uuid[]> {
  const order = await lockOrder(ctx, orderId);
  const attempts = await lockAttempts(ctx, orderId);
  const operationIds: Uuid[] = [];
  for (const attempt of attempts.filter(holdsPromise)) {
    const atOnce = !isOnline(attempt.provider);
    const { attempt: started, operation } = await insertOperation(ctx, attempt, {
      kind: "void",
      amountMinor: isAlive(attempt) ? attempt.amount.minor : capturableMinor(attempt),
      causeType,
      causeId,
      byHand: atOnce,
    });
    if (atOnce) {
      await settleLocked(ctx, order, started, {
        kind: "operation",
        operationId: operation.id,
        outcome: "succeeded",
        providerRef: null,
        failure: null,
      });
    } else {
      operationIds.push(operation.id);
      enqueueOperation(ctx, operation.id);
    }
  }
  failpoint("void.before-commit");
  return operationIds;
}

function holdsPromise(attempt: StoredAttempt): boolean {
  const voiding = attempt.operations.some(
    (each) => each.kind === "void" && each.state !== "failed",
  );
  const open = attempt.phase === "open" || attempt.phase === "action";
  return !voiding && (open || capturableMinor(attempt) > 0n);
}
