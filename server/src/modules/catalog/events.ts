import { z } from "zod";
import { eventKind } from "../../platform/events.ts";

/** Something about a product changed that shoppers or searches may see. */
export const productChanged = eventKind(
  "catalog.product_changed",
  z.object({ productId: z.uuid() }),
);

/** The same of many products at once: what was written together is told together. */
export const productsChanged = eventKind(
  "catalog.products_changed",
  z.object({ productIds: z.array(z.uuid()) }),
);

/** A category was named anew, moved, made or deleted. */
export const categoryChanged = eventKind(
  "catalog.category_changed",
  z.object({ categoryId: z.uuid() }),
);
