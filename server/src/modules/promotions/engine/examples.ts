import type { Uuid } from "../../../kernel/ids.ts";
import type { Action } from "../shapes.ts";
import type { Basket, BasketLine } from "./basket.ts";
import type { Promotion } from "./promotion.ts";

/** Values that tests and the bench are made of. A number names a product, its variant and its line. */

export function uuid(number: number): Uuid {
  return `01900000-0000-7000-8000-${String(number).padStart(12, "0")}`;
}

export function amounts(minor: number) {
  return [{ minor: String(minor), currency: "EUR" as const }];
}

export function line(number: number, priceMinor: number, quantity = 1): BasketLine {
  return {
    ref: `line-${number}`,
    variantId: uuid(number),
    productId: uuid(number),
    sku: `SKU-${number}`,
    categories: [uuid(500 + (number % 5))],
    options: { colour: number % 2 === 0 ? "black" : "white" },
    facts: {},
    unitPriceMinor: BigInt(priceMinor),
    quantity,
    weightGrams: 100,
  };
}

export function basket(lines: readonly BasketLine[]): Basket {
  return {
    currency: "EUR",
    market: "eu",
    country: "DE",
    lines,
    deliveryMinor: null,
    shopper: { customerId: null, signedIn: false, firstOrder: false, groups: [], used: new Map() },
    codes: [],
    gifts: [],
    moment: { at: new Date("2026-11-27T12:00:00Z"), day: "2026-11-27", weekday: 5, minute: 780 },
  };
}

export function promotion(
  number: number,
  action: Action,
  more: Partial<Promotion> = {},
): Promotion {
  return {
    id: uuid(number),
    rule: { condition: { kind: "all", of: [] }, action },
    lane: 1,
    priority: 0,
    combinable: true,
    markets: [],
    startsAt: null,
    endsAt: null,
    weekdays: [],
    fromMinute: null,
    toMinute: null,
    paused: false,
    usesLeft: null,
    maxPerPerson: null,
    budgetLeft: new Map(),
    ...more,
  };
}
