import type { Currency } from "../../kernel/currency.ts";
import type { Uuid } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import { type Money, money } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import { sql } from "../../platform/sql.ts";

/** A variant as a cart, a checkout or an order line needs it. */
export interface SellableVariant {
  readonly variantId: Uuid;
  readonly productId: Uuid;
  readonly handle: string;
  readonly sku: string;
  readonly title: string;
  /** The chosen values as people read them: "Oak · Sand linen"; empty when there is no choice. */
  readonly options: string;
  readonly pictureKey: string | null;
  readonly weightGrams: number;
  /** With tax where the market's prices include it; null: not offered in this currency. */
  readonly unitPrice: Money | null;
  readonly compareAt: Money | null;
  readonly taxCategory: string;
  readonly stockPolicy: "refuse" | "backorder" | "order_from_supplier";
  readonly backorderCap: number;
  readonly backorderDays: number;
  /** The product is published and the variant active. It can be bought when it has a price, too. */
  readonly onSale: boolean;
}

type SellableRow = Omit<SellableVariant, "unitPrice" | "compareAt"> & {
  readonly amount_minor: bigint | null;
  readonly compare_at_minor: bigint | null;
};

/** The variants with these ids that exist, on sale or not, in one round trip and no certain order. */
export async function listSellable(
  ctx: Context,
  variantIds: readonly Uuid[],
  { currency, locale }: { readonly currency: Currency; readonly locale: Locale },
): Promise<SellableVariant[]> {
  const rows = await ctx.db.all<SellableRow>(sql`
    select v.variant_id as "variantId", v.product_id as "productId", v.handle, v.sku,
           catalog.in_locale(v.titles, ${locale}) as title,
           (select coalesce(string_agg(catalog.in_locale(label, ${locale}), ' · ' order by place), '')
            from jsonb_array_elements(v.option_labels) with ordinality as l (label, place)) as options,
           v.picture_key as "pictureKey", v.weight_grams as "weightGrams",
           v.tax_category as "taxCategory", v.stock_policy as "stockPolicy",
           v.backorder_cap as "backorderCap", v.backorder_days as "backorderDays",
           v.on_sale as "onSale", p.amount_minor, p.compare_at_minor
    from catalog.shelf_variant v
    left join pricing.price p on p.variant_id = v.variant_id and p.currency = ${currency}
    where v.variant_id = any(${variantIds}::uuid[])`);
  return rows.map(({ amount_minor, compare_at_minor, ...variant }) => ({
    ...variant,
    unitPrice: amount_minor === null ? null : money(amount_minor, currency),
    compareAt: compare_at_minor === null ? null : money(compare_at_minor, currency),
  }));
}

/** The price of one variant; null when it is not offered in this currency. */
export async function priceOf(
  ctx: Context,
  variantId: Uuid,
  currency: Currency,
): Promise<Money | null> {
  const row = await ctx.db.maybe<{ amount_minor: bigint }>(sql`
    select amount_minor from pricing.price
    where variant_id = ${variantId} and currency = ${currency}`);
  return row === null ? null : money(row.amount_minor, currency);
}
