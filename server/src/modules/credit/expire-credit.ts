import { z } from "zod";
import { newId, type Uuid } from "../../kernel/ids.ts";
import { asCurrency } from "../../kernel/currency.ts";
import { money } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import { enqueue, job, type JobKind, type ScheduledJob } from "../../platform/jobs.ts";
import { sql } from "../../platform/sql.ts";
import { accounts, credit, debit, postEntry } from "../ledger/index.ts";
import { shopToday } from "../settings/index.ts";
import type { CreditKind } from "./account.ts";
import { liabilityOf } from "./adjust-credit.ts";
import { moveCredit } from "./move-credit.ts";

/**
 * Ends a card whose last day is over: what is left of it is income of the shop. What is held for an order
 * that is being paid waits; it is spent, or expires when it is let go of.
 */
export async function expireCredit(ctx: Context, accountId: Uuid): Promise<void> {
  const today = await shopToday(ctx);
  const left = await ctx.db.maybe<{ kind: CreditKind; currency: string; minor: bigint }>(sql`
    select kind, currency, balance_minor - held_minor as minor from credit.account
    where id = ${accountId} and expires_on < ${today}::date and balance_minor > held_minor for no key update`);
  if (left === null) return;
  const causeId = newId();
  await moveCredit(ctx, [
    {
      accountId,
      kind: "expired",
      amountMinor: -left.minor,
      heldMinor: 0n,
      causeType: "expiry",
      causeId,
    },
  ]);
  const amount = money(left.minor, asCurrency(left.currency));
  await postEntry(ctx, {
    causeType: "credit_expired",
    causeId,
    description: { code: "gift_card_expired" },
    postings: [debit(liabilityOf(left.kind), amount), credit(accounts.unredeemed_credit, amount)],
  });
}

const expireJob = job({
  name: "credit.expire",
  payload: z.object({ accountId: z.uuid() }),
  run: (ctx, { accountId }) => expireCredit(ctx, accountId),
});

const mostAtOnce = 500;

const findExpired = job({
  name: "credit.find-expired",
  payload: z.object({}),
  run: async (ctx) => {
    const today = await shopToday(ctx);
    const rows = await ctx.db.all<{ id: Uuid }>(sql`
      select id from credit.account
      where expires_on < ${today}::date and balance_minor > held_minor order by expires_on limit ${mostAtOnce}`);
    for (const { id } of rows) enqueue(ctx, expireJob, { accountId: id }, { key: id });
  },
});

export const jobs: JobKind<never>[] = [expireJob, findExpired];
export const schedule: ScheduledJob[] = [{ job: findExpired, everySeconds: 600 }];
