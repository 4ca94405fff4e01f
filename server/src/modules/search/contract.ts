import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { idView } from "../../kernel/wire.ts";
import { productCardView, tagsOfCards } from "../catalog/contract.ts";

const words = z.string().normalize("NFC").trim().max(200);

export const categoryHitView = z.object({
  id: idView("category"),
  code: z.string(),
  name: z.string(),
  slug: z.string(),
});

export const searchView = z.object({
  query: z.string(),
  /** What was searched instead when nothing matched as typed; null when it was not needed. */
  correctedTo: z.string().nullable(),
  products: z.array(productCardView),
  categories: z.array(categoryHitView),
  total: z.int(),
  /** Pass as `after` for the next page; null on the last. */
  next: z.string().nullable(),
});
export type SearchView = z.output<typeof searchView>;

export const searchProducts = endpoint({
  id: "searchProducts",
  method: "GET",
  path: "/api/store/search",
  summary: "Products and categories by words, SKU or barcode; forgives typing errors",
  allow: "anyone",
  query: z.object({
    q: words.default(""),
    after: z.string().max(400).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(24),
  }),
  reply: searchView,
});

export const suggestionsView = z.object({
  query: z.string(),
  correctedTo: z.string().nullable(),
  products: z.array(productCardView),
  categories: z.array(categoryHitView),
});
export type SuggestionsView = z.output<typeof suggestionsView>;

export const suggestProducts = endpoint({
  id: "suggestProducts",
  method: "GET",
  path: "/api/store/search/suggestions",
  summary: "The best few products and categories while words are still being typed",
  allow: "anyone",
  query: z.object({ q: words.default("") }),
  reply: suggestionsView,
});

/** Content tags of a page of results. A new product is found at the latest when the page expires. */
export function tagsOfSearch(result: Pick<SearchView, "products">): string[] {
  return ["search", ...tagsOfCards(result.products)];
}
