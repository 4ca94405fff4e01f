import { badRequest, refuse } from "../../kernel/errors.ts";
import { newId, type Uuid } from "../../kernel/ids.ts";
import type { Money } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import { type Account, accounts, credit, debit, postEntry } from "../ledger/index.ts";
import { availableMinor, type CreditAccount, type CreditKind } from "./account.ts";
import { creditTooLow } from "./errors.ts";
import { moveCredit } from "./move-credit.ts";

/** The account of the books that says what the shop owes on credit of this kind. */
export function liabilityOf(kind: CreditKind): Account {
  return kind === "gift_card" ? accounts.gift_cards : accounts.store_credit;
}

/** What staff give costs the shop; what they take off costs it less. */
export async function bookGoodwill(
  ctx: Context,
  given: { readonly kind: CreditKind; readonly amount: Money; readonly causeId: Uuid },
): Promise<void> {
  await postEntry(ctx, {
    causeType: "credit_adjustment",
    causeId: given.causeId,
    description: { code: given.kind === "gift_card" ? "gift_card_given" : "store_credit_given" },
    postings: [
      debit(accounts.goodwill, given.amount),
      credit(liabilityOf(given.kind), given.amount),
    ],
  });
}

/** Adds to a balance or takes off it what is not held for an order. The account is locked. */
export async function adjustCredit(
  ctx: Context,
  account: CreditAccount,
  { amount, reason }: { readonly amount: Money; readonly reason: string },
): Promise<void> {
  if (amount.currency !== account.currency) {
    refuse(badRequest, { problem: "currency", expected: account.currency });
  }
  const available = availableMinor(account);
  if (available + amount.minor < 0n) refuse(creditTooLow, { available: available.toString() });
  const causeId = newId();
  await moveCredit(ctx, [
    {
      accountId: account.id,
      kind: "adjusted",
      amountMinor: amount.minor,
      heldMinor: 0n,
      causeType: "staff",
      causeId,
      reason,
    },
  ]);
  await bookGoodwill(ctx, { kind: account.kind, amount, causeId });
}
