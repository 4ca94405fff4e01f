import type { Currency } from "../../kernel/currency.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { Money } from "../../kernel/money.ts";
import { addBusinessDays, type BusinessDate } from "../../kernel/time.ts";
import type { TextByLocale } from "./shapes.ts";

/** A way goods reach the shopper, as the merchant set it up. Amounts in minor units of `currency`. */
export interface DeliveryOption {
  readonly id: string;
  readonly code: string;
  readonly kind: "shipping" | "pickup";
  readonly names: TextByLocale;
  readonly carrier: string | null;
  readonly pickupLocation: string | null;
  /** Empty: everywhere. */
  readonly countries: readonly string[];
  readonly currency: Currency;
  readonly minWeightGrams: number;
  readonly maxWeightGrams: number | null;
  readonly minTotalMinor: bigint;
  readonly maxTotalMinor: bigint | null;
  readonly priceMinor: bigint;
  readonly freeFromMinor: bigint | null;
  readonly minDays: number;
  readonly maxDays: number;
  readonly position: number;
  readonly active: boolean;
  readonly version: number;
}

/** What is to be delivered. `totalMinor` is what the goods cost, in the currency's minor units. */
export interface Basket {
  readonly currency: string;
  readonly country: string;
  readonly weightGrams: number | bigint;
  readonly totalMinor: bigint;
}

/** An option that fits a basket, with its price and its promise. */
export interface DeliveryChoice {
  readonly id: string;
  readonly code: string;
  readonly kind: "shipping" | "pickup";
  readonly names: TextByLocale;
  readonly carrier: string | null;
  readonly pickupLocation: string | null;
  readonly price: Money;
  /** What the goods must cost to travel free; null when nothing makes it so. */
  readonly freeFrom: Money | null;
  readonly earliest: BusinessDate;
  readonly latest: BusinessDate;
}

/**
 * The options that fit, in the merchant's order. Both ends of a weight or total range belong to it.
 * Dates count working days from `today`, so an order of a Friday with one day arrives on Monday.
 */
export function choicesFor(
  options: readonly DeliveryOption[],
  basket: Basket,
  today: BusinessDate,
): DeliveryChoice[] {
  return options
    .filter((option) => fits(option, basket))
    .map((option) => choiceOf(option, basket, today));
}

function fits(option: DeliveryOption, basket: Basket): boolean {
  const weight = BigInt(basket.weightGrams);
  return (
    option.active &&
    option.currency === basket.currency &&
    (option.countries.length === 0 || option.countries.includes(basket.country)) &&
    weight >= BigInt(option.minWeightGrams) &&
    (option.maxWeightGrams === null || weight <= BigInt(option.maxWeightGrams)) &&
    basket.totalMinor >= option.minTotalMinor &&
    (option.maxTotalMinor === null || basket.totalMinor <= option.maxTotalMinor)
  );
}

function choiceOf(option: DeliveryOption, basket: Basket, today: BusinessDate): DeliveryChoice {
  const { id, code, kind, names, carrier, pickupLocation, currency, freeFromMinor } = option;
  const free = freeFromMinor !== null && basket.totalMinor >= freeFromMinor;
  return {
    id,
    code,
    kind,
    names,
    carrier,
    pickupLocation,
    price: { minor: free ? 0n : option.priceMinor, currency },
    freeFrom: freeFromMinor === null ? null : { minor: freeFromMinor, currency },
    earliest: addBusinessDays(today, option.minDays),
    latest: addBusinessDays(today, option.maxDays),
  };
}

/** The text in the reader's language, else in English. */
export function inLocale(texts: TextByLocale, locale: Locale): string {
  return texts[locale] ?? texts.en;
}
