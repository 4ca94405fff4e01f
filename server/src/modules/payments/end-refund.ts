import { roundHalfUp, splitByLargestRemainder } from "../../kernel/money.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Context } from "../../platform/context.ts";
import { publish } from "../../platform/events.ts";
import { restoreGiftCards } from "../credit/index.ts";
import { recordRefunded } from "../orders/index.ts";
import { refundSucceeded } from "./events.ts";
import type { Refund, RefundLine } from "./payment.ts";
import { findRefund, type RefundParts, refundParts, saveRefundEnd } from "./refund-row.ts";

/**
 * Brings a refund in step with its operations, one of which has just ended. Nothing happens until all of
 * them have. What went back in part, because one way of several was refused, is from then on a
 * refund of that part: it is announced as such, and what did not go back can be refunded anew. Order and attempt
 * are locked.
 */
export async function endRefund(ctx: Context, refundId: Uuid): Promise<void> {
  const refund = await findRefund(ctx, refundId);
  if (refund === null) return;
  const parts = await refundParts(ctx, refundId);
  if (parts.unfinished) return;
  const given = givenOf(refund, parts);
  await saveRefundEnd(ctx, given);
  if (refund.purpose === "refund" && parts.refusedMinor > 0n) {
    const refused = differences(given.state === "failed" ? [] : given.lines, refund.lines);
    await recordRefunded(ctx, refund.orderId, refused);
    await restoreGiftCards(
      ctx,
      refundId,
      refused.map(({ orderLineId, netMinor, taxMinor }) => ({
        orderLineId,
        minor: -(netMinor + taxMinor),
      })),
    );
  }
  if (given.state === "failed") return;
  publish(ctx, refundSucceeded, {
    orderId: refund.orderId,
    refundId: refund.id,
    amountMinor: given.amount.minor.toString(),
    currency: given.amount.currency,
  });
}

/** The refund as it ended. One that failed as a whole keeps what was asked for, to be read. */
function givenOf(refund: Refund, { returnedMinor, refusedMinor }: RefundParts): Refund {
  if (refusedMinor === 0n) return { ...refund, state: "succeeded" };
  if (returnedMinor === 0n) return { ...refund, state: "failed" };
  const lines = partOfLines(refund.lines, returnedMinor);
  const taxMinor = lines.reduce((sum, line) => sum + line.taxMinor, 0n);
  return {
    ...refund,
    state: "succeeded",
    amount: { ...refund.amount, minor: returnedMinor },
    taxMinor,
    netMinor: returnedMinor - taxMinor,
    lines,
  };
}

/**
 * A refund's lines when only so much of it went back: spread by what was asked for each, as money without units.
 *
 * Example: of 119.00 for a chair and 11.90 for its delivery 65.45 went back: 59.50 (9.50 of it tax) and
 * 5.95 (0.95).
 */
export function partOfLines(lines: readonly RefundLine[], amountMinor: bigint): RefundLine[] {
  const worth = lines.map((line) => line.netMinor + line.taxMinor);
  if (worth.length === 0) return [];
  const shares = splitByLargestRemainder(amountMinor, worth);
  return lines.flatMap((line, index) => {
    const [share = 0n, whole = 0n] = [shares[index], worth[index]];
    if (share === 0n || whole === 0n) return [];
    const taxMinor = roundHalfUp(line.taxMinor * share, whole);
    return [{ ...line, quantity: 0, netMinor: share - taxMinor, taxMinor }];
  });
}

/** What the order's lines have to take back so that they hold `now` instead of `before`. */
function differences(now: readonly RefundLine[], before: readonly RefundLine[]): RefundLine[] {
  const kept = new Map(now.map((line) => [line.orderLineId, line]));
  return before.map((line) => {
    const stays = kept.get(line.orderLineId);
    return {
      orderLineId: line.orderLineId,
      quantity: (stays?.quantity ?? 0) - line.quantity,
      netMinor: (stays?.netMinor ?? 0n) - line.netMinor,
      taxMinor: (stays?.taxMinor ?? 0n) - line.taxMinor,
    };
  });
}
