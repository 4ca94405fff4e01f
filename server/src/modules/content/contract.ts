import { z } from "zod";
import { endpoint } from "../../kernel/endpoint.ts";
import { notFound } from "../../kernel/errors.ts";
import { localeSchema } from "../../kernel/wire.ts";
import { pictureView, tagsOfNamedPictures } from "../media/contract.ts";
import { blockView } from "./body.ts";
import { homeTextSchema, pageKinds, slugSchema } from "./shapes.ts";

/** A page as menus name it. */
export const pageLinkView = z.object({
  /** The same for ever and in every language: "terms". */
  handle: z.string(),
  kind: z.enum(pageKinds),
  title: z.string(),
  /** Its name in the address, in the language asked for. */
  slug: z.string(),
  /** Its name in the address in each language it has text in. */
  slugs: z.partialRecord(localeSchema, z.string()),
});
export type PageLinkView = z.output<typeof pageLinkView>;

export const pageView = pageLinkView.extend({
  /** The language of its text: not the one asked for where that is missing. */
  locale: localeSchema,
  /** For search engines. */
  description: z.string(),
  blocks: z.array(blockView),
});
export type PageView = z.output<typeof pageView>;

export const homeView = homeTextSchema.omit({ story: true }).extend({
  locale: localeSchema,
  story: z.array(blockView),
  /** The picture across the top; null where the shop has none of that name. */
  hero: pictureView.nullable(),
  /** The same for narrow screens. */
  heroPortrait: pictureView.nullable(),
});
export type HomeView = z.output<typeof homeView>;

export const listPages = endpoint({
  id: "listPages",
  method: "GET",
  path: "/api/store/pages",
  summary: "The published pages of text in the order of the menu: service first, then legal",
  allow: "anyone",
  reply: z.object({ pages: z.array(pageLinkView) }),
});

export const getPage = endpoint({
  id: "getPage",
  method: "GET",
  path: "/api/store/pages/:slug",
  summary: "A published page by its name in the address, in whichever language that is",
  allow: "anyone",
  params: z.object({ slug: slugSchema }),
  reply: pageView,
  errors: [notFound],
});

export const getHome = endpoint({
  id: "getHome",
  method: "GET",
  path: "/api/store/home",
  summary: "The home page's words and pictures",
  allow: "anyone",
  reply: homeView,
});

export function tagsOfPages(): string[] {
  return ["menu:main", "settings"];
}

export function tagsOfPage({ handle }: Pick<PageView, "handle">): string[] {
  return [`page:${handle}`, "settings"];
}

export function tagsOfHome(): string[] {
  return ["home", "settings", ...tagsOfNamedPictures()];
}

export { type Block, type Inline, parseBody } from "./body.ts";
export { fillIn, type ShopFacts, shopFactNames } from "./fill-in.ts";
export { shopFactsOf } from "./shop-facts.ts";
export * from "./admin-contract.ts";
export * from "./redirect-contract.ts";
