import {
  arrivalPage,
  forgotPage,
  resetPage,
  signInPage,
  signOutAction,
  signUpPage,
  verifyPage,
} from "./pages/account-entry.tsx";
import { accountOrderPage, accountPage, addressPage } from "./pages/account.tsx";
import { marketAction } from "./pages/basket-actions.ts";
import { basketPage, basketState } from "./pages/basket.tsx";
import { categoryPage } from "./pages/category.tsx";
import { checkoutPage } from "./pages/checkout.tsx";
import { contentPage } from "./pages/content.tsx";
import { giftCardPage } from "./pages/gift-card.tsx";
import { homePage } from "./pages/home.tsx";
import { faviconPage, oldFaviconPage, robotsPage } from "./pages/machine-pages.ts";
import { orderAgain, orderPage, payAgain } from "./pages/order.tsx";
import { paymentReturnPage } from "./pages/payment-return.tsx";
import { productPage } from "./pages/product.tsx";
import { searchPage, suggestionsPage } from "./pages/search.tsx";
import { sitemapOfPages, sitemapOfProducts, sitemapPage } from "./pages/sitemap-pages.ts";
import type { Page } from "./visit.ts";

/** Every page, by its address without the language in front. */
export const pages: readonly Page[] = [
  homePage,
  categoryPage,
  searchPage,
  suggestionsPage,
  productPage,
  contentPage,
  basketPage,
  basketState,
  marketAction,
  checkoutPage,
  giftCardPage,
  orderPage,
  paymentReturnPage,
  payAgain,
  orderAgain,
  accountPage,
  accountOrderPage,
  addressPage,
  signInPage,
  arrivalPage,
  signOutAction,
  signUpPage,
  verifyPage,
  forgotPage,
  resetPage,
  robotsPage,
  sitemapPage,
  sitemapOfPages,
  sitemapOfProducts,
  faviconPage,
  oldFaviconPage,
];
