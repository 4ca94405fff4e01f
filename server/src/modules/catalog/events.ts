import { z } from "zod";
import { eventKind } from "../../platform/events.ts";

/** Something about a product changed that shoppers or searches may see. */
export const productChanged = eventKind(
  "catalog.product_changed",
  z.object({ productId: z.uuid() }),
);

/** A category was named anew, moved, made or deleted. */
export const categoryChanged = eventKind(
  "catalog.category_changed",
  z.object({ categoryId: z.uuid() }),
);
