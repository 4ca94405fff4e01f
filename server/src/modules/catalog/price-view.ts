import { type Money, money, toWire } from "../../kernel/money.ts";
import { calculateTax } from "../tax/index.ts";
import type { Shelf } from "./shelf.ts";
import type { PriceView } from "./store-contract.ts";

/** A price as the price list has it, in minor units of the market's currency. */
export interface ListedPrice {
  readonly amount: bigint;
  readonly compareAt: bigint | null;
  readonly taxCategory: string;
}

/**
 * A listed price as the market shows it. The list holds what the market's shoppers read: with tax
 * where prices include it, before tax elsewhere.
 *
 * Example, EU market, default country Germany: a chair listed at 289.00 is shown as 289.00 gross
 * and 242.86 net at 19 %. In the US it is listed at 305.00 before a sales tax that no one can tell
 * until the shopper names a state, so there is no gross amount.
 */
export function priceViewOf(price: ListedPrice, shelf: Shelf): PriceView {
  const { market } = shelf;
  const wire = (minor: bigint) => toWire(money(minor, market.currency));
  const taxed = calculateTax({
    treatment: market.taxTreatment,
    taxIncluded: market.taxIncluded,
    shipTo: null,
    defaultCountry: market.defaultCountry,
    shipFrom: shelf.shipFrom,
    on: shelf.today,
    rules: shelf.taxRules,
    buyer: null,
    lines: [{ ref: "price", kind: "item", category: price.taxCategory, amount: price.amount }],
  });
  const known = taxed.state === "ok" ? taxed : null;
  return {
    amount: wire(price.amount),
    net: wire(known?.net ?? price.amount),
    gross: known === null ? null : wire(known.gross),
    taxIncluded: market.taxIncluded,
    taxRate: known?.lines[0]?.ratePercent ?? null,
    compareAt: price.compareAt === null ? null : wire(price.compareAt),
  };
}

/** The lowest of some listed prices; undefined when there are none. */
export function lowestPrice<P extends Pick<ListedPrice, "amount">>(
  prices: readonly P[],
): P | undefined {
  return prices.reduce<P | undefined>(
    (lowest, each) => (lowest === undefined || each.amount < lowest.amount ? each : lowest),
    undefined,
  );
}

export function asMoney(minor: bigint, shelf: Shelf): Money {
  return money(minor, shelf.market.currency);
}
