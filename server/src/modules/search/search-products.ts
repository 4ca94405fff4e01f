import { badRequest, refuse } from "../../kernel/errors.ts";
import type { InputOf } from "../../kernel/endpoint.ts";
import { typeId } from "../../kernel/type-id.ts";
import type { Context } from "../../platform/context.ts";
import { listCards, readCursor, writeCursor } from "../catalog/index.ts";
import type { searchProducts as contract, SearchView, SuggestionsView } from "./contract.ts";
import { type Found, findProducts } from "./find-products.ts";
import { readTyped } from "./query-text.ts";

/** A page of search results: one round trip to find them, one for their cards. */
export async function searchProducts(
  ctx: Context,
  { query }: Pick<InputOf<typeof contract>, "query">,
): Promise<SearchView> {
  const { q, limit, after } = query;
  const found = await findProducts(ctx, readTyped(q), {
    limit,
    after: after === undefined ? null : cursorOf(after),
    categories: 8,
  });
  const shown = found.hits.slice(0, limit);
  const last = shown.at(-1);
  const more = found.hits.length > limit && last !== undefined;
  return {
    query: q,
    correctedTo: found.correctedTo,
    products: await cardsOf(ctx, shown),
    categories: categoriesOf(found),
    total: found.total,
    next: more ? writeCursor("search", { key: String(last.score), id: last.id }) : null,
  };
}

const suggestedProducts = 6;
const suggestedCategories = 3;

/** The best few, for a list under the search field. */
export async function suggestProducts(
  ctx: Context,
  { query }: { readonly query: { readonly q: string } },
): Promise<SuggestionsView> {
  const found = await findProducts(ctx, readTyped(query.q), {
    limit: suggestedProducts,
    after: null,
    categories: suggestedCategories,
  });
  return {
    query: query.q,
    correctedTo: found.correctedTo,
    products: await cardsOf(ctx, found.hits.slice(0, suggestedProducts)),
    categories: categoriesOf(found),
  };
}

function cardsOf(ctx: Context, hits: Found["hits"]) {
  return listCards(
    ctx,
    hits.map(({ id }) => id),
  );
}

function categoriesOf({ categories }: Found): SearchView["categories"] {
  return categories.map((each) => ({ ...each, id: typeId("category", each.id) }));
}

const score = /^\d{1,9}$/;

function cursorOf(after: string) {
  const { key, id } = readCursor("search", after, score);
  if (Number(key) > 0x7fffffff)
    refuse(badRequest, { problems: [{ path: "query.after", code: "invalid" }] });
  return { score: Number(key), id };
}
