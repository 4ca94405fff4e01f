import type { Currency } from "../../kernel/currency.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { BusinessDate } from "../../kernel/time.ts";

export const creditKinds = ["gift_card", "store_credit"] as const;
export type CreditKind = (typeof creditKinds)[number];

/** A gift card, or a customer's store credit in one currency. Amounts in minor units. */
export interface CreditAccount {
  readonly id: Uuid;
  readonly kind: CreditKind;
  readonly currency: Currency;
  /** What the shop owes on it. */
  readonly balanceMinor: bigint;
  /** What of it is promised to orders that are not paid yet. */
  readonly heldMinor: bigint;
  readonly blocked: boolean;
  /** The last day on which it can be used; null: for good. */
  readonly expiresOn: BusinessDate | null;
  /** Last four characters of a card's code. */
  readonly codeEnd: string | null;
  readonly customerId: Uuid | null;
  readonly recipientEmail: string;
  readonly recipientName: string;
  readonly message: string;
  readonly locale: Locale;
  readonly source: CreditSource;
  readonly codeShown: boolean;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly version: number;
}

/** sold: a shopper bought it; issued: staff gave it; refund: money came back as credit. */
export const creditSources = ["sold", "issued", "refund"] as const;
export type CreditSource = (typeof creditSources)[number];

export const movementKinds = [
  "issued",
  "held",
  "redeemed",
  "released",
  "refunded",
  "expired",
  "adjusted",
  "returned",
] as const;
/**
 * issued: it came into being. held: promised to an order; redeemed: the order was paid with it;
 * released: it was not, after all. refunded: money came back to it. returned: the card itself was
 * given back for money.
 */
export type MovementKind = (typeof movementKinds)[number];

export const creditStates = ["active", "spent", "expired", "blocked"] as const;
export type CreditState = (typeof creditStates)[number];

export function stateOfCredit(
  account: Pick<CreditAccount, "blocked" | "balanceMinor" | "expiresOn">,
  today: BusinessDate,
): CreditState {
  if (account.blocked) return "blocked";
  if (account.expiresOn !== null && account.expiresOn < today) return "expired";
  return account.balanceMinor === 0n ? "spent" : "active";
}

export function availableMinor(account: Pick<CreditAccount, "balanceMinor" | "heldMinor">): bigint {
  return account.balanceMinor - account.heldMinor;
}
