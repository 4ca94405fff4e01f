import type { AdminPageView, createPage } from "@shopwright/server/contracts/content";
import type { CallInput } from "@shopwright/server/kernel/endpoint";
import { locales } from "@shopwright/server/kernel/locale";
import type { Locale } from "@shopwright/server/kernel/locale";
import { codeFrom } from "../products/combinations.ts";

export interface PageTextDraft {
  readonly title: string;
  readonly slug: string;
  readonly description: string;
  readonly body: string;
}

export interface PageDraft {
  /** Of the page it began with; 0 for a new one. */
  readonly version: number;
  readonly kind: AdminPageView["kind"];
  readonly position: number;
  readonly texts: Readonly<Record<Locale, PageTextDraft>>;
}

const noText: PageTextDraft = { title: "", slug: "", description: "", body: "" };

export function draftOfPage(page: AdminPageView | null): PageDraft {
  return {
    version: page?.version ?? 0,
    kind: page?.kind ?? "service",
    position: page?.position ?? 100,
    texts: { en: { ...noText, ...page?.texts.en }, de: { ...noText, ...page?.texts.de } },
  };
}

/** What the shop is told: languages with nothing in them are left out, missing addresses made from titles. */
export function pageBody(draft: PageDraft): Omit<CallInput<typeof createPage>["body"], "handle"> {
  const spoken = locales.filter((locale) =>
    Object.values(draft.texts[locale]).some((each) => each.trim() !== ""),
  );
  return {
    kind: draft.kind,
    position: draft.position,
    texts: Object.fromEntries(
      spoken.map((locale) => {
        const text = draft.texts[locale];
        return [locale, { ...text, slug: text.slug.trim() || codeFrom(text.title, []) }];
      }),
    ),
  };
}

/** The handle of a new page: its first address. */
export function handleOf({ texts }: ReturnType<typeof pageBody>): string {
  return locales.map((locale) => texts[locale]?.slug).find((slug) => slug !== undefined) ?? "";
}
