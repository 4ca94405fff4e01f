import { products, warehouses } from "../../../../demo/catalogue/index.ts";
import { present } from "../../kernel/assert.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { money } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import { createWarehouse, listWarehouses, receiveStock } from "../../modules/inventory/index.ts";

/**
 * Makes the demo shop's warehouses, or finds them. Before the settings, whose pickup needs one.
 * @returns their ids by code
 */
export async function seedWarehouses(ctx: Context): Promise<ReadonlyMap<string, Uuid>> {
  const ids = new Map((await listWarehouses(ctx)).map(({ code, id }) => [code, id]));
  for (const { code, name, address, countries, priority } of warehouses) {
    if (ids.has(code)) continue;
    const facts = { code, name, address, countries, priority, active: true };
    ids.set(code, (await createWarehouse(ctx, facts)).id);
  }
  return ids;
}

/**
 * Puts the demo's opening stock on the shelves, with what it cost and its journal entries. The
 * catalogue must be there. A warehouse that was opened before is left alone.
 */
export async function seedStock(ctx: Context): Promise<void> {
  const variants = await variantsBySku(ctx);
  for (const [code, locationId] of await seedWarehouses(ctx)) {
    const lines = products.flatMap((product) =>
      product.variants.flatMap(({ sku, stock, costEurMinor }) => {
        const quantity = Object.entries(stock).find(([at]) => at === code)?.[1] ?? 0;
        const variantId = present(variants.get(sku), `${sku} is in the catalogue`);
        const unitCost = money(costEurMinor, "EUR");
        return quantity === 0 ? [] : [{ variantId, lot: "", quantity, unitCost }];
      }),
    );
    if (lines.length === 0 || (await wasOpened(ctx, locationId))) continue;
    await receiveStock(ctx, { locationId, note: "", opening: true, lines });
  }
}

async function variantsBySku(ctx: Context): Promise<ReadonlyMap<string, Uuid>> {
  const skus = products.flatMap(({ variants }) => variants.map(({ sku }) => sku));
  const rows = await ctx.db.all<{ sku: string; variant_id: Uuid }>(sql`
    select sku, variant_id from inventory.item where sku = any(${skus}::text[])`);
  return new Map(rows.map(({ sku, variant_id }) => [sku, variant_id]));
}

async function wasOpened(ctx: Context, locationId: Uuid): Promise<boolean> {
  const { opened } = await ctx.db.one<{ opened: boolean }>(sql`
    select exists (
      select from inventory.movement
      where to_location = ${locationId} and cause_type = 'stock_opening'
    ) as opened`);
  return opened;
}
