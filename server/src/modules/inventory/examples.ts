import { newId, type Uuid } from "../../kernel/ids.ts";
import { money } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import type { Db } from "../../platform/db.ts";
import { sql } from "../../platform/sql.ts";
import { receiveStock } from "./movements/receive-stock.ts";
import type { StockPolicy } from "./stock.ts";
import { createWarehouse, type Warehouse, type WarehouseFacts } from "./warehouses.ts";

export interface ExampleVariant {
  readonly variantId: Uuid;
  readonly productId: Uuid;
  readonly sku: string;
}

interface VariantFacts {
  readonly policy?: StockPolicy;
  readonly backorderCap?: number;
  readonly backorderDays?: number;
}

let made = 0;

/** A variant of a product of its own, as the catalogue would have written it. */
export async function aVariant(db: Db, facts: VariantFacts = {}): Promise<ExampleVariant> {
  const [variantId, productId] = [newId(), newId()];
  made += 1;
  const sku = `SKU-${made}-${variantId.slice(-6)}`;
  await db.run(sql`
    with product as (
      insert into catalog.product (id, handle, status, created_at, changed_at)
      values (${productId}, ${sku.toLowerCase()}, 'published', now(), now())
    ), words as (
      insert into catalog.product_text (product_id, locale, title)
      values (${productId}, 'en', ${`Thing ${made}`})
    )
    insert into catalog.variant
      (id, product_id, sku, weight_grams, stock_policy, backorder_cap, backorder_days)
    values (${variantId}, ${productId}, ${sku}, 1000, ${facts.policy ?? "refuse"},
            ${facts.backorderCap ?? 0}, ${facts.backorderDays ?? 0})`);
  return { variantId, productId, sku };
}

export function aWarehouse(ctx: Context, facts: Partial<WarehouseFacts> = {}): Promise<Warehouse> {
  const code = `W${newId().slice(-10).toUpperCase()}`;
  const plain = { name: code, address: null, countries: [], priority: 0, active: true };
  return createWarehouse(ctx, { code, ...plain, ...facts });
}

/** Puts units on a shelf at a cost each, in cents. */
export async function stocked(
  ctx: Context,
  warehouse: Pick<Warehouse, "id">,
  units: ReadonlyMap<Uuid, number> | readonly (readonly [Uuid, number])[],
  unitCost = 1000n,
): Promise<void> {
  await receiveStock(ctx, {
    locationId: warehouse.id,
    note: "",
    lines: [...units].map(([variantId, quantity]) => {
      return { variantId, lot: "", quantity, unitCost: money(unitCost, "EUR") };
    }),
  });
}
