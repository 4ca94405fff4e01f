import { type Subscription, subscription } from "../../platform/events.ts";
import { categoryChanged, productChanged, productsChanged } from "../catalog/index.ts";
import { reindexCategory, reindexProducts } from "./reindex.ts";

export const subscriptions: Subscription[] = [
  subscription(productChanged, "search: reindex", (ctx, { productId }) =>
    reindexProducts(ctx, [productId]),
  ),
  subscription(productsChanged, "search: reindex", (ctx, { productIds }) =>
    reindexProducts(ctx, productIds),
  ),
  subscription(categoryChanged, "search: reindex", (ctx, { categoryId }) =>
    reindexCategory(ctx, categoryId),
  ),
];
