import { locales } from "@shopwright/server/kernel/locale";
import { pathIn } from "../addresses.ts";
import { redirect, textReply } from "../reply.tsx";
import type { Page } from "../visit.ts";

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
