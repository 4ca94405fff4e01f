import type { z } from "zod";
import type { createPage } from "./contract.ts";

type SentPage = z.input<(typeof createPage)["body"]>;

/** A page in both languages, as its editor sends it. */
export function aPage(handle: string, more: Partial<SentPage> = {}): SentPage {
  return {
    handle,
    kind: "service",
    position: 100,
    texts: {
      en: { slug: handle, title: `Page ${handle}`, body: "## Care\n\nOil it once a year." },
      de: {
        slug: `${handle}-de`,
        title: `Seite ${handle}`,
        body: "## Pflege\n\nEinmal im Jahr ölen.",
      },
    },
    ...more,
  };
}
