import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";

export const listFindable = endpoint({
  id: "listFindable",
  method: "GET",
  path: "/api/store/findable-products",
  summary:
    "Every product on sale with its pictures, a few thousand a page, for those who search the shop",
  allow: "anyone",
  query: z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  reply: z.object({
    /** How many pages there are; at least one. */
    pages: z.int().min(1),
    products: z.array(
      z.object({
        handle: z.string(),
        changedAt: z.iso.datetime(),
        /** Paths of this shop. */
        pictures: z.array(z.string()),
      }),
    ),
  }),
});

export function tagsOfFindable(): string[] {
  return ["catalog"];
}
