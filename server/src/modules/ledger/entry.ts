import { assert } from "../../kernel/assert.ts";
import type { Currency, Money } from "../../kernel/money.ts";
import type { Account } from "./accounts.ts";

/** One side of an entry: debit positive, credit negative. */
export interface Posting {
  readonly account: Account;
  readonly money: Money;
}

export function debit(account: Account, money: Money): Posting {
  return { account, money };
}

export function credit(account: Account, money: Money): Posting {
  return { account, money: { minor: -money.minor, currency: money.currency } };
}

/**
 * The postings as they are written: amounts on one account and currency joined, nothing of zero,
 * in the order in which accounts first appear. Throws unless debits equal credits in each currency;
 * an entry that does not balance is a bug of its maker, never a user's mistake.
 */
export function tidyPostings(postings: readonly Posting[]): Posting[] {
  const joined = new Map<string, Posting>();
  for (const { account, money } of postings) {
    const key = `${account.code} ${money.currency}`;
    const minor = (joined.get(key)?.money.minor ?? 0n) + money.minor;
    joined.set(key, { account, money: { minor, currency: money.currency } });
  }
  for (const [currency, sum] of sumsByCurrency(postings)) {
    assert(sum === 0n, `the entry balances in ${currency}, not off by ${sum}`);
  }
  return [...joined.values()].filter(({ money }) => money.minor !== 0n);
}

/** Debits less credits in each currency. */
export function sumsByCurrency(postings: readonly Posting[]): Map<Currency, bigint> {
  const sums = new Map<Currency, bigint>();
  for (const { money } of postings) {
    sums.set(money.currency, (sums.get(money.currency) ?? 0n) + money.minor);
  }
  return sums;
}
