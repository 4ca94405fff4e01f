import type { Locale } from "@shopwright/server/kernel/locale";
import { isLocale } from "@shopwright/server/kernel/locale";

/** The address of a page of this shop in a language: English has no prefix. */
export function pathIn(locale: Locale, path: string): string {
  if (locale === "en") return path;
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}

/** Takes the language off an address: "/de/basket" → de, "/basket". */
export function splitLocale(pathname: string): { locale: Locale; path: string } {
  const [, first = "", ...rest] = pathname.split("/");
  if (first !== "en" && isLocale(first)) return { locale: first, path: `/${rest.join("/")}` };
  return { locale: "en", path: pathname };
}

/** A path with a query; empty values are left out. */
export function withQuery(
  path: string,
  query: Readonly<Record<string, string | undefined>>,
): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  const text = new URLSearchParams(entries as [string, string][]).toString();
  return text === "" ? path : `${path}?${text}`;
}

/** A path of this shop to go back to, or the given one where the wish leads elsewhere. */
export function ownPath(wish: string | undefined, otherwise: string): string {
  return wish !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(wish) ? wish : otherwise;
}

export const productPath = (handle: string): string => `/products/${encodeURIComponent(handle)}`;
export const categoryPath = (slug: string): string => `/category/${encodeURIComponent(slug)}`;
export const contentPath = (handle: string): string => `/pages/${encodeURIComponent(handle)}`;
