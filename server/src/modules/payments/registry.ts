import { assert } from "../../kernel/assert.ts";
import { liabilityOf } from "../credit/index.ts";
import { accounts, clearingAccount, type Account } from "../ledger/index.ts";
import type { OnlineProvider, PaymentProvider } from "./provider.ts";

let registered: ReadonlyMap<string, PaymentProvider> = new Map();

/** Called once when the process starts, with everything this shop can be paid by. */
export function setProviders(list: readonly PaymentProvider[]): void {
  registered = new Map(list.map((provider) => [provider.name, provider]));
  assert(registered.size === list.length, "each provider has a name of its own");
}

export function findProvider(name: string): PaymentProvider | null {
  return registered.get(name) ?? null;
}

/** The provider of a stored attempt. One that was unplugged while money is under way is a fault to be seen. */
export function getProvider(name: string): PaymentProvider {
  const provider = findProvider(name);
  assert(provider !== null, `the payment provider ${name} is registered`);
  return provider;
}

export function onlineProvider(name: string): OnlineProvider {
  const provider = getProvider(name);
  assert(provider.mode === "online", `${name} is asked over the network`);
  return provider;
}

/** The means that are kept in this program: gift cards and store credit. No provider stands behind them. */
export const creditProviders = { gift_card: "gift-card", store_credit: "store-credit" } as const;

export function isCredit(name: string): boolean {
  return name === creditProviders.gift_card || name === creditProviders.store_credit;
}

/** The ways to pay that nobody promises: money that people bring or send. */
export function offlineMethods(): string[] {
  return [...registered.values()].filter(({ mode }) => mode === "offline").map(({ name }) => name);
}

/** True when a service is asked over the network. */
export function isOnline(name: string): boolean {
  return !isCredit(name) && getProvider(name).mode === "online";
}

/** True when people, not a service, say what became of the money. */
export function isOffline(name: string): boolean {
  return !isCredit(name) && getProvider(name).mode === "offline";
}

/** Where a provider's money is until it is in the bank; what is owed on a gift card or as store credit. */
export function moneyAccount(provider: string): Account {
  if (isCredit(provider)) {
    return liabilityOf(provider === creditProviders.gift_card ? "gift_card" : "store_credit");
  }
  return isOffline(provider) ? accounts.bank : clearingAccount(provider);
}
