import { createHash } from "node:crypto";
import type { Money } from "../../../kernel/money.ts";
import { toDecimal } from "../../../kernel/money.ts";
import type { bankLineProblems } from "../contract.ts";
import type { StatementLine } from "./read-statement.ts";

export type BankLineProblem = (typeof bankLineProblems)[number];

/** An order that a line could pay. */
export interface PayableOrder {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly paymentMethod: string;
  /** What is still due; zero or less when it is paid. */
  readonly due: Money;
}

export interface Match {
  readonly order: PayableOrder | null;
  /** True when the line is to be booked as money for that order. */
  readonly book: boolean;
  readonly problem: BankLineProblem | null;
}

/** What people make of SO-10042 when they type it into their bank's form: so 10042, SO10042, SO_10042. */
const numberPattern = /\bS\s*O[\s_./:-]*(\d{5,12})\b/gi;

/** The order numbers named in a line's reference, in their proper form. */
export function numbersIn(reference: string): string[] {
  return [
    ...new Set([...reference.matchAll(numberPattern)].map((match) => `SO-${match[1] ?? ""}`)),
  ];
}

/**
 * Which order a line pays, by the number in its reference; the amount says whether it pays all of it.
 * Money that is too little or too much is booked and named, money for an order that is cancelled or paid
 * is booked too, since it has arrived: what is not owed goes back. Nothing is guessed from the amount alone.
 */
export function matchLine(
  line: Pick<StatementLine, "amount" | "reference">,
  orders: readonly PayableOrder[],
): Match {
  if (line.amount.minor <= 0n) return { order: null, book: false, problem: "outgoing" };
  const named = numbersIn(line.reference);
  const found = orders.filter((order) => named.includes(order.number));
  if (found.length > 1) return { order: null, book: false, problem: "several_orders" };
  const [order] = found;
  if (order === undefined) return { order: null, book: false, problem: "no_order" };
  const refused = (problem: BankLineProblem): Match => ({ order, book: false, problem });
  const booked = (problem: BankLineProblem | null): Match => ({ order, book: true, problem });
  if (order.paymentMethod !== "bank-transfer") return refused("other_method");
  if (order.due.currency !== line.amount.currency) return refused("other_currency");
  if (order.status === "cancelled") return booked("order_cancelled");
  if (order.due.minor <= 0n) return booked("already_paid");
  if (line.amount.minor < order.due.minor) return booked("underpaid");
  return booked(line.amount.minor > order.due.minor ? "overpaid" : null);
}

/**
 * Names a line for good, so that importing a statement again, or one that overlaps, books it once. Two
 * lines of one statement that are alike in every word are told apart by their order of appearance.
 */
export function fingerprintsOf(lines: readonly StatementLine[]): string[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const words = [
      line.bookedOn,
      toDecimal(line.amount),
      line.amount.currency,
      line.reference,
      line.payer,
    ];
    const key = words.map((word) => word.toLowerCase().replaceAll(/\s+/g, " ")).join("\n");
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return createHash("sha256").update(`${key}\n${nth}`).digest("hex");
  });
}
