import { pathIn } from "../addresses.ts";
import type { Crumb } from "../parts/breadcrumbs.tsx";
import type { Frame } from "../visit.ts";

/** schema.org BreadcrumbList of a page, the front page first. */
export function breadcrumbData(frame: Frame, crumbs: readonly Crumb[]): object {
  const { locale, text, request } = frame.visit;
  const all = [{ name: text.frame.home, path: "/" }, ...crumbs];
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: all.map(({ name, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: request.url.origin + pathIn(locale, path),
    })),
  };
}
