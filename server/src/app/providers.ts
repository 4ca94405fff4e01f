import { type PaymentProvider, setProviders } from "../modules/payments/index.ts";
import { setTaxService, setVatRegister } from "../modules/tax/index.ts";
import type { Config } from "../platform/config.ts";
import { bankTransfer } from "../providers/bank-transfer/bank-transfer.ts";
import { cashOnDelivery } from "../providers/cash-on-delivery/cash-on-delivery.ts";
import { taxService } from "../providers/tax-service/tax-service.ts";
import { testCard } from "../providers/test-card/test-card.ts";
import { viesRegister } from "../providers/vies/vies.ts";

type ProviderConfig = Pick<Config, "testCard" | "publicUrl" | "production"> &
  Partial<Pick<Config, "viesUrl" | "taxService">>;

/** Everything this shop can be paid by. The configuration refuses the test card in production, and so do we. */
export function paymentProviders(config: ProviderConfig | null): PaymentProvider[] {
  const offline = [cashOnDelivery, bankTransfer];
  if (config === null || config.testCard === null || config.production) return offline;
  return [testCard({ ...config.testCard, publicUrl: config.publicUrl }), ...offline];
}

/** Called by every process that runs use cases, before the first; null: only what needs no configuration. */
export function connectProviders(config: ProviderConfig | null): void {
  setProviders(paymentProviders(config));
  const vies = config?.viesUrl ?? null;
  setVatRegister(vies === null ? null : viesRegister({ url: vies, timeoutMs: 4000 }));
  const service = config?.taxService ?? null;
  setTaxService(service && taxService({ ...service, timeoutMs: 4000 }));
}
