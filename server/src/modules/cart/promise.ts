import { addDays, type BusinessDate } from "../../kernel/time.ts";
import type { AvailabilityView } from "../catalog/contract.ts";
import { type CartLine, obtainable } from "./cart.ts";

type Wanted = Pick<
  CartLine,
  "quantity" | "available" | "backorderRoom" | "stockPolicy" | "backorderDays"
>;

/** When the line's goods are expected to be sent; null: from the shelf, or not to be had. */
export function promisedBy(line: Wanted, today: BusinessDate): BusinessDate | null {
  if (line.quantity <= line.available) return null;
  return addDays(today, line.backorderDays);
}

/**
 * What the shopper is told about the units they want, not about the variant alone: with three on
 * the shelf, a wish for two is "few left", a wish for five waits for the next delivery.
 */
export function availabilityOfLine(
  line: CartLine,
  { today, lowStockAt }: { readonly today: BusinessDate; readonly lowStockAt: number },
): AvailabilityView {
  const left = line.available <= lowStockAt ? line.available : null;
  if (line.quantity <= line.available) {
    return { state: left === null ? "in_stock" : "low", left, promiseDate: null };
  }
  if (line.quantity > obtainable(line)) {
    return { state: "out", left: obtainable(line), promiseDate: null };
  }
  const state = line.stockPolicy === "backorder" ? "backorder" : "supplier";
  return { state, left: null, promiseDate: promisedBy(line, today) };
}
