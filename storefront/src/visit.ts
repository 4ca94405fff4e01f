import { listCategories, tagsOfCategories } from "@shopwright/server/contracts/catalog";
import type { CategoryView } from "@shopwright/server/contracts/catalog";
import { listPages, tagsOfPages } from "@shopwright/server/contracts/content";
import type { PageLinkView } from "@shopwright/server/contracts/content";
import { getShop } from "@shopwright/server/contracts/settings";
import type { MarketView, ShopView } from "@shopwright/server/contracts/settings";
import type { Shop } from "@shopwright/server/kernel/endpoint";
import type { Locale } from "@shopwright/server/kernel/locale";
import type { PageReply, PageRequest } from "@shopwright/server/kernel/page";
import type { Messages } from "./locales/messages.ts";

/** Names of the built files that every page links to. */
export interface Assets {
  readonly script: string;
  readonly styles: readonly string[];
  readonly font: string;
}

/** One request for a page, with all that was understood from its address. */
export interface Visit {
  readonly request: PageRequest;
  readonly locale: Locale;
  /** The address without the language in front: "/products/lind-chair". */
  readonly path: string;
  /** What the path's pattern caught, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly text: Messages;
  readonly shop: Shop;
  readonly assets: Assets;
}

/** What every page's frame shows: the shop, its markets, the tree of categories and its pages of text. */
export interface Frame {
  readonly visit: Visit;
  readonly info: ShopView;
  /** The market the prices are for. */
  readonly market: MarketView;
  readonly categories: readonly CategoryView[];
  readonly pages: readonly PageLinkView[];
}

/** Content tags of what the frame shows. */
export const frameTags: readonly string[] = [
  ...new Set([...tagsOfPages(), ...tagsOfCategories().filter((tag) => tag.startsWith("menu:"))]),
];

export async function loadFrame(visit: Visit): Promise<Frame> {
  const [info, { categories }, { pages }] = await Promise.all([
    visit.shop.call(getShop, {}),
    visit.shop.call(listCategories, {}),
    visit.shop.call(listPages, {}),
  ]);
  const chosen = info.markets.find(({ code }) => code === visit.request.marketCode);
  const market = chosen ?? info.markets[0];
  if (market === undefined) throw new Error("A shop has at least one market");
  return { visit, info, market, categories, pages };
}

/** A page: the pattern of its address ("/products/:handle") and what answers there. */
export interface Page {
  readonly pattern: string;
  readonly get?: (visit: Visit) => Promise<PageReply>;
  readonly post?: (visit: Visit) => Promise<PageReply>;
}
