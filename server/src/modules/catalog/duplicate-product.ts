import { asCurrency } from "../../kernel/currency.ts";
import type { Uuid } from "../../kernel/ids.ts";
import { parseTypeId } from "../../kernel/type-id.ts";
import { present } from "../../kernel/assert.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";
import type { AdminProductView, ProductInput } from "./admin-contract.ts";
import { type AdminProduct, getAdminProduct, readAdminProduct } from "./admin-product.ts";
import { freeName } from "./product.ts";
import { createProduct } from "./save-product.ts";

/** Copies a product as a draft: new handle and SKUs, no barcodes, the same pictures and prices. */
export async function duplicateProduct(ctx: Context, id: Uuid): Promise<AdminProductView> {
  const original = await readAdminProduct(ctx, id);
  const copy = await createProduct(ctx, copyOf(original, await takenNames(ctx, original)));
  const copyId = present(parseTypeId("product", copy.id), "the id of the copy");
  await ctx.db.run(sql`
    insert into catalog.product_picture (product_id, picture_id, option_code, value_code, position)
    select ${copyId}, picture_id, option_code, value_code, position
    from catalog.product_picture where product_id = ${id}`);
  return getAdminProduct(ctx, copyId);
}

async function takenNames(ctx: Context, { handle, variants }: AdminProduct): Promise<Set<string>> {
  const skus = variants.map(({ sku }) => `${sku}-COPY`);
  const rows = await ctx.db.all<{ name: string }>(sql`
    select handle as name from catalog.product where starts_with(handle, ${`${handle}-copy`})
    union all
    select sku from catalog.variant v
    where exists (select 1 from unnest(${skus}::text[]) as s (start) where starts_with(v.sku, s.start))`);
  return new Set(rows.map(({ name }) => name));
}

function copyOf(original: AdminProduct, taken: ReadonlySet<string>): ProductInput {
  return {
    handle: freeName(`${original.handle}-copy`, taken),
    kind: original.kind,
    taxCategory: original.taxCategory,
    featured: false,
    typeId: original.typeId,
    attributes: original.attributes,
    texts: original.texts,
    options: original.options,
    variants: original.variants.map(({ id: _id, available: _available, prices, ...variant }) => ({
      ...variant,
      barcode: null,
      sku: freeName(`${variant.sku}-COPY`, taken),
      prices: prices.map(({ currency, amount, compareAt }) => ({
        currency: asCurrency(currency),
        amount: BigInt(amount),
        compareAt: compareAt === null ? null : BigInt(compareAt),
      })),
    })),
    categoryIds: [...original.categoryIds],
    relatedIds: original.related.map(({ id }) => id),
  };
}
