import type { TaxRequest, TaxResult } from "./tax.ts";
import { calculateTax } from "./tax.ts";
import type { ServiceAnswer } from "./service-answer.ts";

/** Works out the tax at once, from what is in the program: no network, no clock. */
export interface PureTaxProvider {
  readonly kind: "pure";
  readonly name: string;
  calculate(request: TaxRequest): TaxResult;
}

/**
 * Asks somebody outside. Never called while a transaction is open; what it answers is kept with the cart, and
 * an order is placed on the kept answer alone. Answers within its own time limit and never throws.
 */
export interface TaxService {
  readonly kind: "service";
  readonly name: string;
  calculate(request: TaxRequest): Promise<ServiceAnswer>;
}

export type TaxProvider = PureTaxProvider | TaxService;

const builtIn: PureTaxProvider = { kind: "pure", name: "built-in", calculate: calculateTax };

/** Stands where a market is set to a tax service that this installation was not given. */
const absent: TaxService = {
  kind: "service",
  name: "absent",
  calculate: async () => ({ state: "failed", reason: "service_down" }),
};

let service: TaxService = absent;

/** Called once a process, by `connectProviders`; null: this installation has no tax service. */
export function setTaxService(connected: TaxService | null): void {
  service = connected ?? absent;
}

export function taxProviderOf(market: string, serviceMarkets: readonly string[]): TaxProvider {
  return serviceMarkets.includes(market) ? service : builtIn;
}
