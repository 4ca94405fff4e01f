import { begin } from "../features/begin/feature.ts";
import { books } from "../features/books/feature.ts";
import { categories } from "../features/categories/feature.ts";
import { content } from "../features/content/feature.ts";
import { customers } from "../features/customers/feature.ts";
import { desk } from "../features/desk/feature.ts";
import { exchange } from "../features/exchange/feature.ts";
import { fulfilment } from "../features/fulfilment/feature.ts";
import { giftCards } from "../features/gift-cards/feature.ts";
import { jobs } from "../features/jobs/feature.ts";
import { mails } from "../features/mails/feature.ts";
import { order } from "../features/order/feature.ts";
import { promotions } from "../features/promotions/feature.ts";
import { products } from "../features/products/feature.ts";
import { productTypes } from "../features/product-types/feature.ts";
import { purchasing } from "../features/purchasing/feature.ts";
import { settings } from "../features/settings/feature.ts";
import { staff } from "../features/staff/feature.ts";
import { stock } from "../features/stock/feature.ts";
import type { Feature } from "./feature.ts";

/** Every desk of the back office, in the order of the menu. */
export const features: readonly Feature[] = [
  begin,
  desk,
  order,
  fulfilment,
  products,
  categories,
  promotions,
  productTypes,
  content,
  stock,
  exchange,
  purchasing,
  customers,
  giftCards,
  mails,
  books,
  jobs,
  settings,
  staff,
];
