import type { OfflineProvider } from "../../modules/payments/index.ts";
import { amountIn, getSettings } from "../../modules/settings/index.ts";

/** Paid at the door, in cash: the goods go first. The merchant sets a fee and the highest total, by currency. */
export const cashOnDelivery: OfflineProvider = {
  name: "cash-on-delivery",
  mode: "offline",
  begins: "authorised",
  async unavailable(ctx, total) {
    const { enabled, limits } = await getSettings(ctx, "cash-on-delivery");
    if (!enabled) return "not_enabled";
    const limit = amountIn(limits, total.currency);
    if (limit === null) return "currency_not_offered";
    return total.minor > limit.minor ? "cod_limit_exceeded" : null;
  },
  async fee(ctx, currency) {
    return amountIn((await getSettings(ctx, "cash-on-delivery")).fees, currency);
  },
  async limit(ctx, currency) {
    return amountIn((await getSettings(ctx, "cash-on-delivery")).limits, currency);
  },
};
