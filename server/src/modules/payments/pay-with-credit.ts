import { newId, type Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { failpoint } from "../../platform/failpoint.ts";
import { sql } from "../../platform/sql.ts";
import { type CreditKind, holdCredit } from "../credit/index.ts";
import { type Order, recordPayment } from "../orders/index.ts";
import { lockAttempts } from "./attempt-row.ts";
import { capturableMinor } from "./payment.ts";
import { creditProviders } from "./registry.ts";
import { settleCredit } from "./settle-credit.ts";
import { insertOperation } from "./store.ts";

/** What a gift card or store credit pays of an order. */
export interface CreditPart {
  readonly creditId: Uuid;
  readonly kind: CreditKind;
  readonly amountMinor: bigint;
}

/**
 * Promises an order what gift cards and store credit are to pay of it, each by an attempt of its own: three
 * round trips, none without parts. Refuses `credit_changed` when one cannot give so much any more. The
 * caller has locked the order, which is pending; the money is taken when it is placed.
 */
export async function holdCredits(
  ctx: Context,
  order: Order,
  parts: readonly CreditPart[],
): Promise<Order> {
  if (parts.length === 0) return order;
  const rows = parts.map((part) => ({
    id: newId(),
    provider: creditProviders[part.kind],
    amount_minor: part.amountMinor.toString(),
    credit_id: part.creditId,
  }));
  await holdCredit(
    ctx,
    rows.map((row, index) => ({
      accountId: row.credit_id,
      amountMinor: parts[index]?.amountMinor ?? 0n,
      causeId: row.id,
      orderId: order.id,
    })),
  );
  await ctx.db.run(sql`
    insert into payments.attempt
      (id, order_id, provider, currency, amount_minor, state, phase, credit_id, created_at, changed_at)
    select id, ${order.id}, provider, ${order.currency}, amount_minor, 'authorised', 'authorised', credit_id,
           ${ctx.now}, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r
      (id uuid, provider text, amount_minor bigint, credit_id uuid)`);
  failpoint("credit.held");
  return recordPayment(ctx, order.id, {
    authorisedMinor: parts.reduce((sum, part) => sum + part.amountMinor, 0n),
  });
}

/**
 * Takes what gift cards and store credit had promised, because the order is about to be placed. Nothing
 * happens to what was taken before. The caller has locked the order; goods come after this.
 */
export async function captureCredits(ctx: Context, order: Order): Promise<Order> {
  let now = order;
  for (const attempt of await lockAttempts(ctx, order.id)) {
    if (attempt.credit === null || capturableMinor(attempt) <= 0n) continue;
    const begun = await insertOperation(ctx, attempt, {
      kind: "capture",
      amountMinor: capturableMinor(attempt),
      causeType: "order",
      causeId: order.id,
      byHand: true,
    });
    now = await settleCredit(ctx, now, begun);
  }
  failpoint("credit.captured");
  return now;
}
