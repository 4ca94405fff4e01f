import {
  listCategories,
  listProducts,
  tagsOfCategories,
} from "@shopwright/server/contracts/catalog";
import { listPages, tagsOfPages } from "@shopwright/server/contracts/content";
import { locales } from "@shopwright/server/kernel/locale";
import { categoryPath, pathIn, productPath } from "../addresses.ts";
import { redirect, textReply } from "../reply.tsx";
import type { Page, Visit } from "../visit.ts";
import { pathsOf } from "./content.tsx";

/** What crawlers may look at: all but the shopper's own pages. */
export const robotsPage: Page = {
  pattern: "/robots.txt",
  get: async ({ request }) => {
    const closed = ["/basket", "/checkout", "/order/", "/account", "/search", "/api/", "/admin/"];
    const lines = locales.flatMap((locale) =>
      closed
        .filter((path) => locale === "en" || !/^\/(api|admin)/.test(path))
        .map((path) => `Disallow: ${pathIn(locale, path)}`),
    );
    const body = ["User-agent: *", ...lines, "", `Sitemap: ${request.url.origin}/sitemap.xml`, ""];
    return textReply(body.join("\n"), "text/plain; charset=utf-8", []);
  },
};

const mostProducts = 10_000;

/** Every page that anyone may find, in each language, with links between the languages. */
export const sitemapPage: Page = {
  pattern: "/sitemap.xml",
  get: async (visit) => {
    const [{ categories }, { pages }, handles] = await Promise.all([
      visit.shop.call(listCategories, {}),
      visit.shop.call(listPages, {}),
      productHandles(visit),
    ]);
    const entries = [
      everywhere("/"),
      ...categories.map(({ slugs, slug }) =>
        Object.fromEntries(locales.map((locale) => [locale, categoryPath(slugs[locale] ?? slug)])),
      ),
      ...handles.map((handle) => everywhere(productPath(handle))),
      ...pages.map(pathsOf),
    ];
    const { origin } = visit.request.url;
    return textReply(sitemap(entries, origin), "application/xml; charset=utf-8", [
      ...tagsOfCategories(),
      ...tagsOfPages(),
    ]);
  },
};

type PathsByLocale = Readonly<Record<string, string>>;

function everywhere(path: string): PathsByLocale {
  return Object.fromEntries(locales.map((locale) => [locale, path]));
}

async function productHandles(visit: Visit): Promise<string[]> {
  const handles: string[] = [];
  let after: string | undefined;
  do {
    const query = {
      sort: "newest" as const,
      limit: 100,
      ...(after === undefined ? {} : { after }),
    };
    const list = await visit.shop.call(listProducts, { query });
    handles.push(...list.products.map(({ handle }) => handle));
    after = list.next ?? undefined;
  } while (after !== undefined && handles.length < mostProducts);
  return handles;
}

function sitemap(entries: readonly PathsByLocale[], origin: string): string {
  const address = (locale: (typeof locales)[number], paths: PathsByLocale): string =>
    origin + pathIn(locale, paths[locale] ?? "/");
  const urls = entries.flatMap((paths) => {
    const spoken = locales.filter((locale) => paths[locale] !== undefined);
    return spoken.map((locale) => {
      const links = spoken
        .map(
          (other) =>
            `<xhtml:link rel="alternate" hreflang="${other}" href="${address(other, paths)}"/>`,
        )
        .join("");
      return `<url><loc>${address(locale, paths)}</loc>${links}</url>`;
    });
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    "</urlset>",
    "",
  ].join("\n");
}

const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#17595c"/><path d="M11 7v18M11 16h10v9M21 7v4" fill="none" stroke="#f6f3ee" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** A small drawing of a chair, in the shop's colour. */
export const faviconPage: Page = {
  pattern: "/favicon.svg",
  get: async () => textReply(favicon, "image/svg+xml", []),
};

export const oldFaviconPage: Page = {
  pattern: "/favicon.ico",
  get: async () => redirect("/favicon.svg", 301),
};
