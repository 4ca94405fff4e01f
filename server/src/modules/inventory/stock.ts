import type { Uuid } from "../../kernel/ids.ts";
import type { StockState } from "./contract.ts";

/** What happens to a sale when the shelf is empty. */
export type StockPolicy = "refuse" | "backorder" | "order_from_supplier";

/** Names one stock row. The lot is empty where goods have none. */
export interface StockKey {
  readonly variantId: Uuid;
  readonly locationId: Uuid;
  readonly lot: string;
}

/** A stock row as read, with what its variant does when it is short. */
export interface Stock extends StockKey {
  readonly productId: Uuid;
  readonly sku: string;
  readonly policy: StockPolicy;
  readonly backorderCap: number;
  readonly warehouse: boolean;
  /** Warehouses that were switched off promise nothing more. */
  readonly active: boolean;
  readonly onHand: number;
  readonly reserved: number;
}

/** What a transaction wants of one stock row. */
export interface StockChange extends StockKey {
  readonly onHand?: number;
  readonly reserved?: number;
  /** Of `reserved`: units promised beyond what is on hand, with leave of the variant's policy. */
  readonly backordered?: number;
}

export function keyText(key: StockKey): string {
  return `${key.variantId} ${key.locationId} ${key.lot}`;
}

/** The one order in which stock rows are locked. */
export function compareKeys(a: StockKey, b: StockKey): number {
  return (
    compareText(a.variantId, b.variantId) ||
    compareText(a.locationId, b.locationId) ||
    compareText(a.lot, b.lot)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function availableOf(stock: { readonly onHand: number; readonly reserved: number }): number {
  return Math.max(0, stock.onHand - stock.reserved);
}

/** Units promised beyond what is on hand. */
export function backorderedOf(stock: {
  readonly onHand: number;
  readonly reserved: number;
}): number {
  return Math.max(0, stock.reserved - stock.onHand);
}

/** What one variant can still promise, over all its rows. */
export interface Promisable {
  readonly available: number;
  readonly backordered: number;
}

export function promisableOf(rows: readonly Stock[]): Promisable {
  let available = 0;
  let backordered = 0;
  for (const row of rows) {
    if (!row.warehouse) continue;
    if (row.active) available += availableOf(row);
    backordered += backorderedOf(row);
  }
  return { available, backordered };
}

/** Units that may be promised beyond what is on hand; Infinity when the supplier delivers. */
export function backorderRoom(
  policy: StockPolicy,
  backorderCap: number,
  backordered: number,
): number {
  if (policy === "order_from_supplier") return Number.POSITIVE_INFINITY;
  return policy === "backorder" ? Math.max(0, backorderCap - backordered) : 0;
}

/** What shop pages show of a quantity: in stock, only few left, none. */
export function stockStateOf(available: number, lowStockAt: number): StockState {
  if (available <= 0) return "out";
  return available <= lowStockAt ? "low" : "in";
}
