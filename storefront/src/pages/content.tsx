import { contentPath } from "../addresses.ts";
import { contentPages } from "../content/index.ts";
import { Document } from "../parts/document.tsx";
import { htmlReply, redirect } from "../reply.tsx";
import { frameTags, loadFrame } from "../visit.ts";
import type { Page } from "../visit.ts";
import { notFoundPage } from "./not-found.tsx";
import { pathIn } from "../addresses.ts";

/** A page of plain text: about, delivery, contact, imprint, privacy, terms. */
export const contentPage: Page = {
  pattern: "/pages/:handle",
  get: async (visit) => {
    const { handle } = visit.params;
    const page = contentPages.find((each) => Object.values(each.handle).includes(handle ?? ""));
    if (page === undefined) return notFoundPage(visit);
    const own = page.handle[visit.locale];
    if (own !== handle) return redirect(pathIn(visit.locale, contentPath(own)), 301);
    const frame = await loadFrame(visit);
    const words = page.text[visit.locale];
    const sections = words.sections(frame.info);
    return htmlReply(
      <Document
        frame={frame}
        title={words.title(frame.info)}
        description={sections[0]?.paragraphs[0] ?? words.title(frame.info)}
        paths={{ en: contentPath(page.handle.en), de: contentPath(page.handle.de) }}
      >
        <article class="prose">
          <h1>{words.title(frame.info)}</h1>
          {sections.map(({ heading, paragraphs }) => (
            <section key={heading}>
              {heading && <h2>{heading}</h2>}
              {paragraphs.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </section>
          ))}
        </article>
      </Document>,
      frameTags,
    );
  },
};
