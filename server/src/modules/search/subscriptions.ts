import { type Subscription, subscription } from "../../platform/events.ts";
import { categoryChanged, productChanged } from "../catalog/index.ts";
import { reindexCategory, reindexProducts } from "./reindex.ts";

export const subscriptions: Subscription[] = [
  subscription(productChanged, "search: reindex", (ctx, { productId }) =>
    reindexProducts(ctx, [productId]),
  ),
  subscription(categoryChanged, "search: reindex", (ctx, { categoryId }) =>
    reindexCategory(ctx, categoryId),
  ),
];
