import type { Json } from "../../kernel/errors.ts";
import { isUuid, type Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import type { Edge } from "../../platform/edge.ts";
import { sql } from "../../platform/sql.ts";
import { findAttempt } from "./attempt-row.ts";
import { isUnfinished } from "./payment.ts";
import { performOperation } from "./perform-operation.ts";
import { onlineProvider } from "./registry.ts";
import { isOurs, noteMismatch, settleAttempt } from "./settle-attempt.ts";

export const processWebhookJobName = "payments.process-webhook";

/**
 * What came of a provider's event: settled (it moved the attempt or was known), ignored (it says nothing
 * about a payment), not_ours (no attempt has this reference), mismatch (amount or currency differ from
 * what we asked for; nothing was changed).
 */
export type WebhookOutcome = "settled" | "ignored" | "not_ours" | "mismatch";

/**
 * Reads an event from the inbox and settles its attempt. Events of the provider may come in any order,
 * twice, and before the answer to the call that caused them. Which of our calls an event belongs
 * to is not guessed: calls whose answer is still open are asked about again, under their own keys.
 */
export async function processWebhook(
  edge: Edge,
  event: { readonly provider: string; readonly eventId: string },
): Promise<void> {
  const attemptId = await edge.transaction((ctx) => settleEvent(ctx, event));
  if (attemptId === null) return;
  const attempt = await findAttempt(edge.reading(), attemptId);
  for (const operation of attempt?.operations.filter(isUnfinished) ?? []) {
    await performOperation(edge, operation.id);
  }
}

/** @returns the attempt, when the event was about one of ours and could be believed */
async function settleEvent(
  ctx: Context,
  { provider, eventId }: { readonly provider: string; readonly eventId: string },
): Promise<Uuid | null> {
  const row = await ctx.db.maybe<{ payload: Json }>(sql`
    select payload from payments.webhook
    where provider = ${provider} and event_id = ${eventId} and processed_at is null
    for update`);
  if (row === null) return null;
  const { outcome, attemptId } = await believe(ctx, provider, row.payload);
  await ctx.db.run(sql`
    update payments.webhook set processed_at = ${ctx.now}, outcome = ${outcome}
    where provider = ${provider} and event_id = ${eventId}`);
  return attemptId;
}

async function believe(
  ctx: Context,
  provider: string,
  payload: Json,
): Promise<{ outcome: WebhookOutcome; attemptId: Uuid | null }> {
  const report = onlineProvider(provider).readWebhook(payload);
  if (report === null) return { outcome: "ignored", attemptId: null };
  const attempt = isUuid(report.reference) ? await findAttempt(ctx, report.reference) : null;
  if (attempt === null || attempt.provider !== provider) {
    return { outcome: "not_ours", attemptId: null };
  }
  if (!isOurs(attempt, report)) {
    await noteMismatch(ctx, attempt, report);
    return { outcome: "mismatch", attemptId: null };
  }
  await settleAttempt(ctx, attempt.id, report.seen);
  return { outcome: "settled", attemptId: attempt.id };
}
