import type { Stock, StockPolicy } from "./stock.ts";

/** What statements that read stock select. */
export interface StockRow {
  readonly variant_id: string;
  readonly location_id: string;
  readonly lot: string;
  readonly product_id: string;
  readonly sku: string;
  readonly stock_policy: StockPolicy;
  readonly backorder_cap: number;
  readonly warehouse: boolean;
  readonly active: boolean;
  readonly on_hand: bigint;
  readonly reserved: bigint;
}

export function stockFrom(row: StockRow): Stock {
  return {
    variantId: row.variant_id,
    locationId: row.location_id,
    lot: row.lot,
    productId: row.product_id,
    sku: row.sku,
    policy: row.stock_policy,
    backorderCap: row.backorder_cap,
    warehouse: row.warehouse,
    active: row.active,
    onHand: Number(row.on_hand),
    reserved: Number(row.reserved),
  };
}
