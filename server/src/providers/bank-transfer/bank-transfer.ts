import type { OfflineProvider } from "../../modules/payments/index.ts";
import { getSettings } from "../../modules/settings/index.ts";

/** Paid by transfer before the goods go: staff or a bank statement say when the money is there. */
export const bankTransfer: OfflineProvider = {
  name: "bank-transfer",
  mode: "offline",
  begins: "action",
  async unavailable(ctx) {
    const { enabled, iban } = await getSettings(ctx, "bank-transfer");
    if (!enabled) return "not_enabled";
    return iban === "" ? "not_configured" : null;
  },
  fee: async () => null,
  limit: async () => null,
};
