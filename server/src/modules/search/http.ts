import { cachedRead, type Route } from "../../platform/route.ts";
import { searchProducts, suggestProducts, tagsOfSearch } from "./contract.ts";
import { searchProducts as search, suggestProducts as suggest } from "./search-products.ts";

export const routes: Route[] = [
  cachedRead(searchProducts, search, tagsOfSearch),
  cachedRead(suggestProducts, suggest, tagsOfSearch),
];
