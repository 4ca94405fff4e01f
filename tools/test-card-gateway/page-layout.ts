import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { Html, html } from "./html.ts";
import { languageNames, locales, messages } from "./messages.ts";
import type { Locale } from "./messages.ts";
import { pageStyles } from "./page-styles.ts";

const styleHash = createHash("sha256").update(pageStyles).digest("base64");

// No form-action: browsers apply it to the redirect that leads back to the shop as well.
const contentPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "img-src data:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

// One piece, so that its text is exactly what the hash above was taken of.
const styleElement = new Html(`<style>${pageStyles}</style>`);

const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E" +
  "%3Crect y='5' width='32' height='22' rx='4' fill='%231f5c4d'/%3E" +
  "%3Crect y='10' width='32' height='5' fill='%237fd0b8'/%3E%3C/svg%3E";

/** A whole document around `content`, with the notice that this is a test on top of every page. */
export function pageLayout(locale: Locale, heading: string, content: Html): Html {
  const words = messages[locale];
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${heading} · ${words.testBanner}</title>
        <link rel="icon" href="${new Html(icon)}" />
        ${styleElement}
      </head>
      <body>
        <header class="banner"><strong>${words.testBanner}</strong> ${words.testBannerMore}</header>
        ${content}
        <nav class="languages" aria-label="${words.language}">
          ${locales.map((each) => languageLink(each, locale))}
        </nav>
      </body>
    </html> `;
}

export function sendPage(response: ServerResponse, status: number, page: Html): void {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": contentPolicy,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  });
  response.end(page.text);
}

function languageLink(each: Locale, current: Locale): Html {
  const name = languageNames[each];
  return each === current
    ? html`<a href="?locale=${each}" lang="${each}" aria-current="true">${name}</a>`
    : html`<a href="?locale=${each}" lang="${each}" hreflang="${each}">${name}</a>`;
}
