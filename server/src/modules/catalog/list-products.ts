import type { InputOf } from "../../kernel/endpoint.ts";
import { notFound, refuse } from "../../kernel/errors.ts";
import { toWire } from "../../kernel/money.ts";
import type { Context } from "../../platform/context.ts";
import { categoryViewOf, readCategories } from "./category-path.ts";
import { writeCursor } from "./list-cursor.ts";
import { type ListRow, listStatement } from "./list-statement.ts";
import { asMoney } from "./price-view.ts";
import { cardViewsOf } from "./product-card.ts";
import { type Shelf, shelfOf } from "./shelf.ts";
import type { listProducts as contract, ProductListView } from "./store-contract.ts";

/** A page of products with facets: two round trips, side by side. */
export async function listProducts(
  ctx: Context,
  { query }: Pick<InputOf<typeof contract>, "query">,
): Promise<ProductListView> {
  const shelf = await shelfOf(ctx);
  const { category: code, sort, limit } = query;
  const statement = listStatement(query, shelf);
  const [path, row] = await Promise.all([
    code === undefined ? [] : readCategories(ctx, { code }),
    ctx.db.one(statement),
  ]);
  const category = path.at(-1);
  if (code !== undefined && category === undefined) refuse(notFound);
  const shown = row.page.slice(0, limit);
  const last = shown.at(-1);
  return {
    category: category === undefined ? null : categoryViewOf(category, ctx.locale),
    ancestors: path.slice(0, -1).map((each) => categoryViewOf(each, ctx.locale)),
    products: cardViewsOf(
      shown.map(({ card }) => card),
      shelf,
    ),
    total: Number(row.total),
    next: row.page.length > limit && last !== undefined ? writeCursor(sort, last) : null,
    facets: { options: row.options, attributes: row.attributes, price: priceRange(row, shelf) },
    inStock: query.inStock === "true",
  };
}

function priceRange({ lowest, highest }: ListRow, shelf: Shelf) {
  if (lowest === null || highest === null) return null;
  return { min: toWire(asMoney(lowest, shelf)), max: toWire(asMoney(highest, shelf)) };
}
