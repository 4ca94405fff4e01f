import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { external } from "../../platform/db.ts";
import type { Edge } from "../../platform/edge.ts";
import { failpoint } from "../../platform/failpoint.ts";
import { sql } from "../../platform/sql.ts";
import { getOrder, type Order } from "../orders/index.ts";
import { getSettings } from "../settings/index.ts";
import type { Observed } from "./advance.ts";
import { getAttempt, type StoredAttempt } from "./attempt-row.ts";
import { type Attempt, isUnfinished } from "./payment.ts";
import { performOperation } from "./perform-operation.ts";
import type { PaymentAnswer } from "./provider.ts";
import { onlineProvider } from "./registry.ts";
import { isOurs, noteMismatch, settleAttempt } from "./settle-attempt.ts";

export interface AuthorisationOptions {
  /** Paths of our own pages, from the first slash: where the provider leads the shopper back to. */
  readonly returnPath: string;
  readonly cancelPath: string;
  /** A test card's token pays at once, without the provider's page. */
  readonly token?: string;
}

/**
 * Opens the payment at the provider and books the answer; then takes the money, where the shop takes
 * it with the order. Replayable at every point: the attempt's id is the provider's idempotency key, so
 * asking again after a crash or a lost answer opens no second payment.
 * @returns the attempt as it stands: requires_action (follow `action`), authorised or further, failed
 *   (with `failure`), or unknown (the sweeper goes on asking)
 */
export async function performAuthorisation(
  edge: Edge,
  attemptId: Uuid,
  options: AuthorisationOptions,
): Promise<Attempt> {
  const { attempt, order, shopName } = await edge.transaction((ctx) =>
    beginAuthorising(ctx, attemptId),
  );
  if (attempt.phase !== "open") return attempt;
  failpoint("checkout.authorising");
  const provider = onlineProvider(attempt.provider);
  const answer = await external(() =>
    provider.authorise({
      key: attempt.id,
      amount: attempt.amount,
      orderNumber: order.number,
      shopName,
      locale: order.locale,
      returnPath: options.returnPath,
      cancelPath: options.cancelPath,
      token: options.token ?? null,
    }),
  );
  failpoint("checkout.authorised");
  const settled = await edge.transaction((ctx) => settleAnswer(ctx, attempt, answer));
  failpoint("checkout.settled");
  return finishCaptures(edge, settled);
}

/** Says before the call that it is being made, and puts off the sweeper until it is over. */
async function beginAuthorising(
  ctx: Context,
  attemptId: Uuid,
): Promise<{ attempt: StoredAttempt; order: Order; shopName: string }> {
  await ctx.db.run(sql`
    update payments.attempt
    set state = case state when 'created' then 'authorising' else state end, changed_at = ${ctx.now},
        check_at = ${ctx.now}::timestamptz + interval '30 seconds', version = version + 1
    where id = ${attemptId} and phase = 'open'`);
  const attempt = await getAttempt(ctx, attemptId);
  const { name: shopName } = await getSettings(ctx, "shop");
  return { attempt, order: await getOrder(ctx, attempt.orderId), shopName };
}

/** Books what a provider said to opening or looking up a payment. */
export async function settleAnswer(
  ctx: Context,
  attempt: StoredAttempt,
  answer: PaymentAnswer,
): Promise<StoredAttempt> {
  if (answer.outcome === "seen" && !isOurs(attempt, answer.report)) {
    await noteMismatch(ctx, attempt, answer.report);
    return settleAttempt(ctx, attempt.id, { kind: "nothing" });
  }
  return settleAttempt(ctx, attempt.id, observedIn(answer));
}

function observedIn(answer: PaymentAnswer): Observed {
  switch (answer.outcome) {
    case "seen":
      return answer.report.seen;
    case "absent":
      return { kind: "given_up", failure: answer.reason };
    case "unknown":
      return { kind: "nothing" };
  }
}

/** Makes the calls that the authorisation led to, in the same request, so that the shopper sees the end of it. */
async function finishCaptures(edge: Edge, attempt: StoredAttempt): Promise<StoredAttempt> {
  const open = attempt.operations.filter(isUnfinished);
  for (const operation of open) await performOperation(edge, operation.id);
  return open.length === 0 ? attempt : getAttempt(edge.reading(), attempt.id);
}
