import type { BusinessDate } from "../../kernel/time.ts";
import type { Cart, CartCredit } from "./cart.ts";

/** What one gift card, or the store credit, pays of the total; and why it pays nothing. */
export interface Covering extends CartCredit {
  readonly usedMinor: bigint;
  readonly problem: "other_currency" | "not_usable" | "empty" | null;
}

/**
 * Shares a total among gift cards and store credit, which pay in their order as much as they have. They
 * are means of payment: the total and its tax stay as they are. Pure.
 *
 * Example: 80.00 with cards of 30.00 and 70.00. The first pays 30.00 and is empty, the second pays
 * 50.00 and keeps 20.00; nothing is left to pay.
 */
export function coverTotal(
  cart: Pick<Cart, "credits" | "currency" | "useStoreCredit">,
  totalMinor: bigint,
  today: BusinessDate,
): Covering[] {
  let left = totalMinor;
  return cart.credits.map((credit) => {
    const problem = problemOf(credit, cart.currency, today);
    const wanted = credit.kind === "gift_card" || cart.useStoreCredit;
    const most = problem === null && wanted ? credit.availableMinor : 0n;
    const usedMinor = most < left ? most : left;
    left -= usedMinor;
    return { ...credit, usedMinor, problem };
  });
}

function problemOf(credit: CartCredit, currency: string, today: BusinessDate) {
  if (credit.currency !== currency) return "other_currency";
  const expired = credit.expiresOn !== null && credit.expiresOn < today;
  if (credit.blocked || expired) return "not_usable";
  return credit.availableMinor <= 0n ? "empty" : null;
}

export function coveredMinor(coverings: readonly Covering[]): bigint {
  return coverings.reduce((sum, each) => sum + each.usedMinor, 0n);
}
