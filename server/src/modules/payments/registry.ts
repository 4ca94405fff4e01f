import { assert } from "../../kernel/assert.ts";
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

/** True when people, not a service, say what became of the money. */
export function isOffline(name: string): boolean {
  return getProvider(name).mode === "offline";
}

/** The ways to pay that nobody promises: money that people bring or send. */
export function offlineMethods(): string[] {
  return [...registered.values()].filter(({ mode }) => mode === "offline").map(({ name }) => name);
}

/** Where a provider's money is until it is in the bank. */
export function moneyAccount(provider: string): Account {
  return isOffline(provider) ? accounts.bank : clearingAccount(provider);
}
