import type { accountRoles } from "@shopwright/server/contracts/ledger";
import type { Currency } from "@shopwright/server/kernel/currency";
import type { MoneyView } from "@shopwright/server/kernel/money";

type AccountRole = (typeof accountRoles)[number];

/** A line of an entry as typed: one of the two amounts. */
export interface ManualPosting {
  readonly account: string;
  readonly debit: MoneyView | null;
  readonly credit: MoneyView | null;
}

/** Their balances are proven against goods, orders and documents; the shop takes no entries by hand. */
const followOthers: readonly AccountRole[] = ["inventory", "receivables", "prepayments", "vat"];

export function isBookedByHand(role: AccountRole): boolean {
  return !followOthers.includes(role);
}

/** Debits less credits, in minor units. */
export function balanceOf(postings: readonly ManualPosting[]): bigint {
  return postings.reduce(
    (sum, { debit, credit }) => sum + BigInt(debit?.minor ?? "0") - BigInt(credit?.minor ?? "0"),
    0n,
  );
}

/** What is sent: lines that name an account and an amount, debit positive, credit negative. */
export function signedPostings(
  postings: readonly ManualPosting[],
  currency: Currency,
): { account: string; amount: MoneyView }[] {
  return postings
    .map((posting) => ({
      account: posting.account,
      amount: { minor: balanceOf([posting]).toString(), currency },
    }))
    .filter(({ account, amount }) => account !== "" && amount.minor !== "0");
}
