import type { Currency } from "../../kernel/currency.ts";
import type { Money } from "../../kernel/money.ts";
import { amountIn, type PaymentMethod, type Setting } from "../settings/index.ts";

/** A way to pay as it is offered for one basket. */
export interface PaymentChoice {
  readonly method: PaymentMethod;
  readonly feeMinor: bigint;
  readonly limitMinor: bigint | null;
  readonly reason: "limit_exceeded" | "not_in_this_currency" | "paid_first" | null;
}

/** What paying by a method adds to the order, in minor units. */
export function feeOf(
  method: PaymentMethod | null,
  cash: Pick<Setting<"cash-on-delivery">, "fees">,
  currency: Currency,
): bigint {
  return method === "cash-on-delivery" ? (amountIn(cash.fees, currency)?.minor ?? 0n) : 0n;
}

/**
 * The enabled methods with fee and limit, and why one cannot be taken. `totalWith` says what the
 * order would come to with a fee, because the limit is on all that the carrier collects. What is delivered
 * only once it is paid (`paidFirst`) is not paid at the door.
 */
export function paymentChoices(
  methods: readonly PaymentMethod[],
  cash: Pick<Setting<"cash-on-delivery">, "fees" | "limits">,
  currency: Currency,
  {
    totalWith,
    paidFirst,
  }: { readonly totalWith: (feeMinor: bigint) => bigint; readonly paidFirst: boolean },
): PaymentChoice[] {
  return methods.map((method) => {
    const feeMinor = feeOf(method, cash, currency);
    if (method !== "cash-on-delivery") return { method, feeMinor, limitMinor: null, reason: null };
    const limit: Money | null = amountIn(cash.limits, currency);
    if (limit === null) {
      return { method, feeMinor, limitMinor: null, reason: "not_in_this_currency" };
    }
    if (paidFirst) return { method, feeMinor, limitMinor: limit.minor, reason: "paid_first" };
    const tooMuch = totalWith(feeMinor) > limit.minor;
    return { method, feeMinor, limitMinor: limit.minor, reason: tooMuch ? "limit_exceeded" : null };
  });
}
