import { categoryPage } from "./pages/category.tsx";
import { contentPage } from "./pages/content.tsx";
import { homePage } from "./pages/home.tsx";
import { productPage } from "./pages/product.tsx";
import { searchPage, suggestionsPage } from "./pages/search.tsx";
import type { Page } from "./visit.ts";

/** Every page, by its address without the language in front. */
export const pages: readonly Page[] = [
  homePage,
  categoryPage,
  searchPage,
  suggestionsPage,
  productPage,
  contentPage,
];
