import { newId, type Uuid } from "../../kernel/ids.ts";
import type { Money } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import { publish } from "../../platform/events.ts";
import { sql } from "../../platform/sql.ts";
import { lockOrder, markPlaced, type PlacedHow } from "../orders/index.ts";
import type { Phase } from "./advance.ts";
import { attemptsOf, lockAttempt, type StoredAttempt } from "./attempt-row.ts";
import { checkTime } from "./check-time.ts";
import { enqueueOperation } from "./enqueue-operation.ts";
import { paymentValidated } from "./events.ts";
import type { Attempt, PaymentAction } from "./payment.ts";
import { getProvider, isOnline } from "./registry.ts";
import { settleLocked } from "./settle-attempt.ts";
import { insertOperation } from "./store.ts";

export interface NewAttempt {
  readonly orderId: Uuid;
  readonly provider: string;
  /** What is due. More than zero: an order of nothing needs no payment. */
  readonly amount: Money;
}

/**
 * Writes down that an order is to be paid, before anyone is asked: one round trip when the order has no
 * other attempt alive. One of the same provider is returned as it is; one of another is given up and
 * closed there by a job, and should it be paid all the same, its money is let go of. The caller has
 * locked the order.
 */
export async function createAttempt(ctx: Context, wanted: NewAttempt): Promise<Attempt> {
  const attempt = newAttempt(ctx, wanted);
  if (await insertAttempt(ctx, attempt)) return attempt;
  const alive = (await attemptsOf(ctx, wanted.orderId)).find(isOpen);
  if (alive === undefined) return createAttempt(ctx, wanted);
  if (alive.provider === wanted.provider && alive.amount.minor === wanted.amount.minor)
    return alive;
  await replace(ctx, alive);
  return createAttempt(ctx, wanted);
}

function isOpen(attempt: StoredAttempt): boolean {
  return attempt.phase === "open" || attempt.phase === "action";
}

function newAttempt(ctx: Context, { orderId, provider, amount }: NewAttempt): StoredAttempt {
  const plugged = getProvider(provider);
  const begins: Phase = plugged.mode === "offline" ? plugged.begins : "open";
  const action: PaymentAction | null = begins === "action" ? { type: "transfer" } : null;
  return {
    id: newId(),
    orderId,
    provider,
    credit: null,
    amount,
    phase: begins,
    state: begins === "open" ? "created" : begins === "action" ? "requires_action" : "authorised",
    providerRef: null,
    action,
    capturedMinor: 0n,
    refundedMinor: 0n,
    failure: null,
    expiresAt: null,
    checks: 0,
    createdAt: ctx.now,
    changedAt: ctx.now,
    operations: [],
  };
}

/** False when the order has an attempt alive. */
async function insertAttempt(ctx: Context, attempt: StoredAttempt): Promise<boolean> {
  const inserted = await ctx.db.run(sql`
    insert into payments.attempt
      (id, order_id, provider, currency, amount_minor, state, phase, action, check_at, created_at, changed_at)
    select ${attempt.id}, ${attempt.orderId}, ${attempt.provider}, ${attempt.amount.currency},
           ${attempt.amount.minor}, ${attempt.state}, ${attempt.phase},
           ${attempt.action === null ? null : JSON.stringify(attempt.action)}::jsonb,
           ${checkTime(attempt, ctx.now)}, ${ctx.now}, ${ctx.now}
    where not exists (
      select from payments.attempt
      where order_id = ${attempt.orderId} and phase in ('open', 'action'))`);
  return inserted === 1;
}

/** Gives up an attempt for another; the provider is told, so that it cannot be paid later by mistake. */
async function replace(ctx: Context, alive: StoredAttempt): Promise<void> {
  const order = await lockOrder(ctx, alive.orderId);
  const locked = await lockAttempt(ctx, alive.id);
  const given = await settleLocked(ctx, order, locked, { kind: "given_up", failure: "replaced" });
  if (!isOnline(given.provider)) return;
  const { operation } = await insertOperation(ctx, given, {
    kind: "void",
    amountMinor: given.amount.minor,
    causeType: "replaced",
    causeId: given.id,
    byHand: false,
  });
  enqueueOperation(ctx, operation.id);
}

/**
 * Places an order that is paid outside the program, in the caller's transaction: one round trip more
 * than the attempt. Cash on delivery may be fulfilled at once; a bank transfer is waited for. `goods`
 * as for `markPlaced`: "later" when the caller reserves them further on.
 */
export async function settleOffline(
  ctx: Context,
  attempt: Attempt,
  goods: PlacedHow["goods"] = "later",
): Promise<void> {
  const { id: attemptId, orderId, provider, amount } = attempt;
  const promised = attempt.state === "authorised";
  const { minor, currency } = amount;
  await markPlaced(ctx, orderId, {
    payment: { authorisedMinor: promised ? minor : 0n },
    notes: [
      {
        kind: promised ? "payment_started" : "payment_action",
        public: true,
        details: { method: provider, amount: { minor: minor.toString(), currency } },
      },
    ],
    goods,
  });
  if (promised) publish(ctx, paymentValidated, { orderId, attemptId });
}
