import { z } from "zod";
import { Refusal } from "../../../kernel/errors.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import type { Context } from "../../../platform/context.ts";
import { enqueue, job, type JobKind } from "../../../platform/jobs.ts";
import { sql } from "../../../platform/sql.ts";
import { notPayable } from "../contract.ts";
import { markPaid } from "../mark-paid.ts";

export const bookLineJobName = "payments.book-bank-line";

/**
 * Books the money of one matched line. Each line has a job and a transaction of its own: a statement of thousands
 * of lines holds one order's lock at a time, and one line that cannot be booked does not keep the others.
 */
export const bookLine: JobKind<never> = job({
  name: bookLineJobName,
  payload: z.object({ lineId: z.uuid() }),
  run: (ctx, { lineId }) => bookMatched(ctx, lineId),
});

/** Written with the line, or not at all. */
export function enqueueBooking(ctx: Context, lineId: Uuid): void {
  enqueue(ctx, bookLine, { lineId }, { key: lineId });
}

interface MatchedLine {
  readonly order_id: Uuid;
  readonly amount_minor: bigint;
  readonly reference: string;
}

/** The line is the cause of what is booked, so that booking it again changes nothing. */
async function bookMatched(ctx: Context, lineId: Uuid): Promise<void> {
  const line = await ctx.db.maybe<MatchedLine>(sql`
    select order_id, amount_minor, reference from payments.bank_line
    where id = ${lineId} and state = 'matched' and order_id is not null`);
  if (line === null) return;
  try {
    await markPaid(ctx, {
      orderId: line.order_id,
      amountMinor: line.amount_minor,
      causeType: "bank_line",
      causeId: lineId,
      reference: line.reference,
    });
  } catch (error) {
    // Refused before anything was written: the order is paid in another way since it was matched. Staff decide.
    if (!(error instanceof Refusal) || error.kind !== notPayable) throw error;
    await ctx.db.run(sql`
      update payments.bank_line set state = 'unmatched', problem = 'other_method'
      where id = ${lineId} and state = 'matched'`);
  }
}
