import type { Money } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import { enabledPaymentMethods, type PaymentMethod } from "../settings/index.ts";
import { findProvider } from "./registry.ts";

/** A way to pay that the merchant has switched on. */
export interface PaymentChoice {
  readonly code: PaymentMethod;
  readonly fee: Money | null;
  readonly limit: Money | null;
  /** Why it cannot be used for this total: cod_limit_exceeded, currency_not_offered, …; null when it can. */
  readonly reason: string | null;
}

/** The enabled ways to pay a total, in the order in which they are offered. No round trips of their own. */
export async function paymentChoices(ctx: Context, total: Money): Promise<PaymentChoice[]> {
  const methods = await enabledPaymentMethods(ctx);
  return Promise.all(methods.map((code) => choiceOf(ctx, code, total)));
}

async function choiceOf(ctx: Context, code: PaymentMethod, total: Money): Promise<PaymentChoice> {
  const provider = findProvider(code);
  if (provider === null) return { code, fee: null, limit: null, reason: "not_configured" };
  return {
    code,
    fee: await provider.fee(ctx, total.currency),
    limit: await provider.limit(ctx, total.currency),
    reason: await provider.unavailable(ctx, total),
  };
}
