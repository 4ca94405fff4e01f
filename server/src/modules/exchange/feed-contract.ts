import { z } from "zod";
import { endpoint, nothing, streamedFileReply } from "../../kernel/endpoint.ts";
import { notFound } from "../../kernel/errors.ts";
import { idView, localeSchema } from "../../kernel/wire.ts";
import { feedKinds, feedProblems } from "./kinds.ts";

export const feedView = z.object({
  id: idView("feed"),
  kind: z.enum(feedKinds),
  market: z.string(),
  locale: localeSchema,
  /** One a page. */
  addresses: z.array(z.string()),
  items: z.int(),
  /** What items lack, with the SKUs of the first. */
  problems: z.array(
    z.object({ lacks: z.enum(feedProblems), count: z.int(), examples: z.array(z.string()) }),
  ),
  madeAt: z.iso.datetime().nullable(),
  /** Why it could not be made the last time. */
  failure: z.string().nullable(),
});
export type FeedView = z.output<typeof feedView>;

export const getFeed = endpoint({
  id: "getFeed",
  method: "GET",
  path: "/api/store/feeds/:kind/:market/:locale",
  summary: "What is on sale in a market, for Google, Meta or people's readers, as it was made last",
  allow: "anyone",
  params: z.object({
    kind: z.enum(feedKinds),
    market: z.string().regex(/^[a-z][a-z0-9-]{1,15}$/),
    locale: localeSchema,
  }),
  query: z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) }),
  reply: streamedFileReply,
  errors: [notFound],
  produces: "application/xml",
});

export const listFeeds = endpoint({
  id: "listFeeds",
  method: "GET",
  path: "/api/admin/feeds",
  summary: "The feeds with their addresses, when they were made, and what their items lack",
  allow: "catalog:read",
  reply: z.object({ feeds: z.array(feedView) }),
});

export const refreshFeeds = endpoint({
  id: "refreshFeeds",
  method: "POST",
  path: "/api/admin/feeds/refresh",
  summary: "Has every feed made anew now",
  allow: "catalog:import",
  body: z.object({ feeds: z.literal("all") }),
  reply: nothing,
});
