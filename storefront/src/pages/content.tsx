import { getPage, tagsOfPage } from "@shopwright/server/contracts/content";
import type { PageView } from "@shopwright/server/contracts/content";
import { contentPath, pathIn } from "../addresses.ts";
import { Blocks } from "../parts/blocks.tsx";
import { Document } from "../parts/document.tsx";
import { htmlReply, redirect } from "../reply.tsx";
import { frameTags, loadFrame } from "../visit.ts";
import type { Frame, Page } from "../visit.ts";
import { notFoundPage } from "./not-found.tsx";

const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A page of text that the merchant wrote: about, delivery, terms and the like. */
export const contentPage: Page = {
  pattern: "/pages/:slug",
  get: async (visit) => {
    const { slug = "" } = visit.params;
    if (slug.length > 100 || !slugPattern.test(slug)) return notFoundPage(visit);
    const [frame, page] = await Promise.all([
      loadFrame(visit),
      visit.shop.call(getPage, { params: { slug } }),
    ]);
    if (page.slug !== slug) return redirect(pathIn(visit.locale, contentPath(page.slug)), 301);
    return htmlReply(<Content frame={frame} page={page} />, [...frameTags, ...tagsOfPage(page)]);
  },
};

function Content({ frame, page }: { readonly frame: Frame; readonly page: PageView }) {
  const { title, description, locale, blocks } = page;
  return (
    <Document frame={frame} title={title} description={description || title} paths={pathsOf(page)}>
      <article class="prose text-page" lang={locale === frame.visit.locale ? undefined : locale}>
        <h1>{title}</h1>
        <Blocks blocks={blocks} />
      </article>
    </Document>
  );
}

/** Its address in each language it has text in. */
export function pathsOf({ slugs }: Pick<PageView, "slugs">): Record<string, string> {
  return Object.fromEntries(
    Object.entries(slugs).map(([locale, slug]) => [locale, contentPath(slug)]),
  );
}
