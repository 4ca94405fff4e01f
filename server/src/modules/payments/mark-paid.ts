import { refuse } from "../../kernel/errors.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { toWire } from "../../kernel/money.ts";
import { typeId } from "../../kernel/type-id.ts";
import { recordAudit } from "../../platform/audit-trail.ts";
import type { Context } from "../../platform/context.ts";
import { accounts, openBalance } from "../ledger/index.ts";
import { lockOrder, type Order } from "../orders/index.ts";
import { lockAttempts, type StoredAttempt } from "./attempt-row.ts";
import { nothingToCollect, notPayable } from "./contract.ts";
import { dueMinor } from "./order-rules.ts";
import { getProvider } from "./registry.ts";
import { settleLocked } from "./settle-attempt.ts";
import { insertOperation } from "./store.ts";

export interface MoneyReceived {
  readonly orderId: Uuid;
  /** Absent: all that is due. */
  readonly amountMinor?: bigint;
  /** What it is booked for, once: a line of a bank statement, or an id made for this request. */
  readonly causeType: "bank_line" | "staff";
  readonly causeId: Uuid;
  readonly reference: string;
}

/**
 * A bank transfer has arrived, in full or in part. The order may be fulfilled once all of it is here; what
 * is too much, or comes for a cancelled order, is given back by staff and shown until they have.
 * Locks the order.
 */
export async function markPaid(ctx: Context, received: MoneyReceived): Promise<void> {
  const order = await lockOrder(ctx, received.orderId);
  const attempt = await offlineAttempt(ctx, order, "action");
  if (attempt === null) refuse(notPayable, { status: order.status });
  const due = dueMinor(order) - order.capturedMinor;
  const amountMinor = received.amountMinor ?? due;
  if (amountMinor <= 0n) refuse(notPayable, { status: order.status });
  await receive(ctx, order, attempt, amountMinor, received);
}

/**
 * The carrier has handed over what they collected at the door: at most what was shipped and is not
 * collected yet. Locks the order.
 */
export async function markCashCollected(ctx: Context, received: MoneyReceived): Promise<void> {
  const order = await lockOrder(ctx, received.orderId);
  const attempt = await offlineAttempt(ctx, order, "authorised");
  const { currency } = order;
  const onItsWay = await openBalance(ctx, {
    role: accounts.cash_on_delivery.role,
    orderId: order.id,
    currency,
  });
  const amountMinor = received.amountMinor ?? onItsWay.minor;
  if (attempt === null || amountMinor <= 0n || amountMinor > onItsWay.minor) {
    refuse(nothingToCollect, { onItsWay: onItsWay.minor.toString() });
  }
  await receive(ctx, order, attempt, amountMinor, received);
}

/** The newest attempt of the order whose provider begins like this. */
async function offlineAttempt(
  ctx: Context,
  order: Order,
  begins: "action" | "authorised",
): Promise<StoredAttempt | null> {
  const attempts = await lockAttempts(ctx, order.id);
  const fitting = attempts.filter((each) => {
    if (each.credit !== null) return false;
    const provider = getProvider(each.provider);
    return provider.mode === "offline" && provider.begins === begins;
  });
  return fitting.at(-1) ?? null;
}

async function receive(
  ctx: Context,
  order: Order,
  attempt: StoredAttempt,
  amountMinor: bigint,
  received: MoneyReceived,
): Promise<void> {
  const { attempt: started, operation } = await insertOperation(ctx, attempt, {
    kind: "capture",
    amountMinor,
    causeType: received.causeType,
    causeId: received.causeId,
    byHand: true,
  });
  if (operation.state !== "created") return;
  const capturedMinor = attempt.capturedMinor + amountMinor;
  const paidMinor = order.capturedMinor + amountMinor;
  await settleLocked(ctx, order, started, {
    kind: "payment",
    // Less than what is due: the rest is still awaited.
    phase: paidMinor >= dueMinor(order) ? "authorised" : "action",
    providerRef: `${attempt.provider}:${attempt.id}`,
    capturedMinor,
    action: { type: "transfer" },
    failure: null,
    expiresAt: null,
  });
  await recordAudit(ctx, "payment.received", typeId("order", order.id), {
    method: attempt.provider,
    amount: { ...toWire({ minor: amountMinor, currency: order.currency }) },
    reference: received.reference,
  });
}
