import {
  listCategories,
  listFindable,
  tagsOfCategories,
  tagsOfFindable,
} from "@shopwright/server/contracts/catalog";
import { listPages, tagsOfPages } from "@shopwright/server/contracts/content";
import { locales } from "@shopwright/server/kernel/locale";
import { categoryPath, pathIn, productPath } from "../addresses.ts";
import { textReply } from "../reply.tsx";
import type { Page } from "../visit.ts";
import { pathsOf } from "./content.tsx";
import { notFoundPage } from "./not-found.tsx";

const xml = "application/xml; charset=utf-8";
const head = '<?xml version="1.0" encoding="UTF-8"?>';

/** Names the files that together name every page anyone may find. */
export const sitemapPage: Page = {
  pattern: "/sitemap.xml",
  get: async (visit) => {
    const { pages } = await visit.shop.call(listFindable, { query: {} });
    const { origin } = visit.request.url;
    const files = [
      "/sitemap/pages.xml",
      ...Array.from({ length: pages }, (_, index) => `/sitemap/products/${index + 1}.xml`),
    ];
    const body = [
      head,
      '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
      ...files.map((file) => `<sitemap><loc>${origin}${file}</loc></sitemap>`),
      "</sitemapindex>",
      "",
    ].join("\n");
    return textReply(body, xml, tagsOfFindable());
  },
};

/** The home page, categories and pages of text, in each language. */
export const sitemapOfPages: Page = {
  pattern: "/sitemap/pages.xml",
  get: async (visit) => {
    const [{ categories }, { pages }] = await Promise.all([
      visit.shop.call(listCategories, {}),
      visit.shop.call(listPages, {}),
    ]);
    const entries = [
      { paths: everywhere("/") },
      ...categories.map(({ slugs, slug }) => ({
        paths: Object.fromEntries(
          locales.map((locale) => [locale, categoryPath(slugs[locale] ?? slug)]),
        ),
      })),
      ...pages.map((page) => ({ paths: pathsOf(page) })),
    ];
    return textReply(urlset(entries, visit.request.url.origin), xml, [
      ...tagsOfCategories(),
      ...tagsOfPages(),
    ]);
  },
};

/** Products with their pictures, in each language: far below the fifty thousand that a file may name. */
export const sitemapOfProducts: Page = {
  pattern: "/sitemap/products/:page",
  get: async (visit) => {
    const page = /^([1-9]\d{0,3})\.xml$/.exec(visit.params["page"] ?? "")?.[1];
    if (page === undefined) return notFoundPage(visit);
    const { products, pages } = await visit.shop.call(listFindable, { query: { page } });
    if (Number(page) > pages) return notFoundPage(visit);
    const entries = products.map(({ handle, changedAt, pictures }) => ({
      paths: everywhere(productPath(handle)),
      changedAt,
      pictures,
    }));
    return textReply(urlset(entries, visit.request.url.origin), xml, tagsOfFindable());
  },
};

interface Entry {
  /** By language; a page need not be in each. */
  readonly paths: Readonly<Record<string, string>>;
  readonly changedAt?: string;
  readonly pictures?: readonly string[];
}

function everywhere(path: string): Entry["paths"] {
  return Object.fromEntries(locales.map((locale) => [locale, path]));
}

/** A page's languages name each other, and English (or the only one) stands for all that have none. */
function urlset(entries: readonly Entry[], origin: string): string {
  const urls = entries.flatMap(({ paths, changedAt, pictures = [] }) => {
    const spoken = locales.filter((locale) => paths[locale] !== undefined);
    const address = (locale: (typeof locales)[number]): string =>
      escaped(origin + pathIn(locale, paths[locale] ?? "/"));
    const links = [...spoken.map((locale) => [locale, locale] as const), ...defaultOf(spoken)]
      .map(
        ([name, locale]) =>
          `<xhtml:link rel="alternate" hreflang="${name}" href="${address(locale)}"/>`,
      )
      .join("");
    const changed = changedAt === undefined ? "" : `<lastmod>${changedAt}</lastmod>`;
    const shown = pictures
      .map(
        (picture) =>
          `<image:image><image:loc>${escaped(origin + picture)}</image:loc></image:image>`,
      )
      .join("");
    return spoken.map(
      (locale) => `<url><loc>${address(locale)}</loc>${changed}${links}${shown}</url>`,
    );
  });
  return [
    head,
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">',
    ...urls,
    "</urlset>",
    "",
  ].join("\n");
}

type Locale = (typeof locales)[number];

function defaultOf(spoken: readonly Locale[]): (readonly [string, Locale])[] {
  const [first] = spoken;
  return first === undefined ? [] : [["x-default", spoken.includes("en") ? "en" : first]];
}

function escaped(address: string): string {
  return address.replaceAll("&", "&amp;").replaceAll("'", "&apos;").replaceAll("<", "&lt;");
}
