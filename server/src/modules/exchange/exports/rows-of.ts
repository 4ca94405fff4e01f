import { isCurrency } from "../../../kernel/currency.ts";
import type { Uuid } from "../../../kernel/ids.ts";
import { publicUrl } from "../../../platform/config.ts";
import type { Context } from "../../../platform/context.ts";
import { sql } from "../../../platform/sql.ts";
import { findHandles, listCategoryNames, nextWholeProducts } from "../../catalog/index.ts";
import { getSettings, listMarkets } from "../../settings/index.ts";
import { ownProductColumns } from "../columns/product-fields.ts";
import type { ExportFormat, ExportKind } from "../kinds.ts";
import { customerRows, orderRows, redirectRows, stockRows } from "./other-rows.ts";
import { type Names, ownProductRows } from "./own-products.ts";
import { shopifyColumns, shopifyProductRows } from "./shopify-products.ts";

const page = 200;

/** The rows of an export, headings first, read page by page: in constant memory whatever there is. */
export function rowsOf(
  ctx: Context,
  kind: ExportKind,
  format: ExportFormat,
): AsyncGenerator<string[]> {
  switch (kind) {
    case "products":
      return format === "shopify" ? shopifyRows(ctx) : ownRows(ctx);
    case "stock":
      return stockRows(ctx);
    case "customers":
      return customerRows(ctx);
    case "orders":
      return orderRows(ctx);
    case "redirects":
      return redirectRows(ctx);
  }
}

async function* ownRows(ctx: Context): AsyncGenerator<string[]> {
  const used = await ctx.db.all<{ currency: string }>(sql`
    select distinct currency from pricing.listed_price order by currency`);
  const currencies = used.map(({ currency }) => currency).filter(isCurrency);
  const categories = await listCategoryNames(ctx);
  const codeOfCategory = new Map(categories.map(({ id, code }) => [id, code]));
  yield ownProductColumns(currencies);
  let after: Uuid | null = null;
  for (;;) {
    const products = await nextWholeProducts(ctx, after, page);
    const handleOf = await findHandles(
      ctx,
      products.flatMap(({ relatedIds }) => relatedIds),
    );
    const names: Names = { codeOfCategory, handleOf, currencies, publicUrl: publicUrl() };
    for (const product of products) yield* ownProductRows(product, names);
    if (products.length < page) return;
    after = products.at(-1)?.id ?? after;
  }
}

async function* shopifyRows(ctx: Context): AsyncGenerator<string[]> {
  const [market] = await listMarkets(ctx);
  const { baseLocale, baseCurrency } = await getSettings(ctx, "shop");
  const spoken = {
    locale: baseLocale,
    currency: market?.currency ?? baseCurrency,
    publicUrl: publicUrl(),
  };
  yield [...shopifyColumns];
  let after: Uuid | null = null;
  for (;;) {
    const products = await nextWholeProducts(ctx, after, page);
    for (const product of products) yield* shopifyProductRows(product, spoken);
    if (products.length < page) return;
    after = products.at(-1)?.id ?? after;
  }
}
