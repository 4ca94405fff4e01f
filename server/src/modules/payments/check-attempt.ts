import type { Uuid } from "../../kernel/ids.ts";
import { toWire } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import { external } from "../../platform/db.ts";
import type { Edge } from "../../platform/edge.ts";
import { addTimeline, lockOrder } from "../orders/index.ts";
import { getSettings } from "../settings/index.ts";
import { getAttempt, lockAttempt, type StoredAttempt } from "./attempt-row.ts";
import { warningMs } from "./check-time.ts";
import { type Attempt, capturableMinor, isUnfinished } from "./payment.ts";
import { settleAnswer } from "./perform-authorisation.ts";
import { performOperation } from "./perform-operation.ts";
import type { PaymentAnswer } from "./provider.ts";
import { isOnline, onlineProvider } from "./registry.ts";
import { insertOperation, postponeCheck } from "./store.ts";

/** How long after our last call a payment may still be on its way to the provider. */
const arrivalMs = 60_000;

/**
 * Asks the provider what became of an attempt and books it, and goes on with its unfinished
 * operations: what the sweeper does by the clock, the shopper by coming back and staff by a button.
 */
export async function lookUpNow(edge: Edge, attemptId: Uuid): Promise<Attempt> {
  const known = await getAttempt(edge.reading(), attemptId);
  if (!isOnline(known.provider)) return known;
  const provider = onlineProvider(known.provider);
  let attempt = known;
  if (known.phase !== "failed" && known.phase !== "released") {
    const answer = await external(() =>
      provider.lookUp({ key: known.id, providerRef: known.providerRef }),
    );
    attempt = await edge.transaction((ctx) => bookLookUp(ctx, known, answer));
  }
  for (const operation of attempt.operations.filter(isUnfinished)) {
    await performOperation(edge, operation.id);
  }
  return getAttempt(edge.reading(), attemptId);
}

async function bookLookUp(
  ctx: Context,
  known: StoredAttempt,
  answer: PaymentAnswer,
): Promise<StoredAttempt> {
  if (answer.outcome === "absent") return bookAbsence(ctx, known);
  const settled = await settleAnswer(ctx, known, answer);
  if (settled.phase === known.phase) await postponeCheck(ctx, settled);
  if (settled.phase === "action") return closeIfOverdue(ctx, settled);
  if (settled.phase === "authorised") await warnBeforeExpiry(ctx, known, settled);
  return settled;
}

/** A payment that never arrived is given up, once no call of ours can still bring it. */
async function bookAbsence(ctx: Context, known: StoredAttempt): Promise<StoredAttempt> {
  if (known.phase === "open" && ctx.now.getTime() - known.changedAt.getTime() > arrivalMs) {
    return settleAnswer(ctx, known, { outcome: "absent", reason: "not_reached" });
  }
  await postponeCheck(ctx, known);
  return known;
}

/** The shopper did not pay while the goods were held: the provider's page is closed. */
async function closeIfOverdue(ctx: Context, attempt: StoredAttempt): Promise<StoredAttempt> {
  const { holdMinutes } = await getSettings(ctx, "checkout");
  if (ctx.now.getTime() - attempt.createdAt.getTime() < holdMinutes * 60_000) return attempt;
  await lockOrder(ctx, attempt.orderId);
  const locked = await lockAttempt(ctx, attempt.id);
  if (locked.phase !== "action") return locked;
  const started = await insertOperation(ctx, locked, {
    kind: "void",
    amountMinor: locked.amount.minor,
    causeType: "expired",
    causeId: locked.id,
    byHand: false,
  });
  return started.attempt;
}

/** A day before a promise of money lapses the merchant hears of it, once. */
async function warnBeforeExpiry(
  ctx: Context,
  known: StoredAttempt,
  { orderId, expiresAt, ...attempt }: StoredAttempt,
): Promise<void> {
  if (known.phase !== "authorised" || known.checks > 0 || expiresAt === null) return;
  if (capturableMinor({ orderId, ...attempt }) <= 0n) return;
  const left = expiresAt.getTime() - ctx.now.getTime();
  if (left > warningMs || left < 0) return;
  await addTimeline(ctx, orderId, {
    kind: "problem",
    public: false,
    details: {
      reason: "authorisation_expiring",
      method: attempt.provider,
      amount: { ...toWire(attempt.amount) },
      text: expiresAt.toISOString(),
    },
  });
}
