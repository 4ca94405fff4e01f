import type { AdminCategoryView, createCategory } from "@shopwright/server/contracts/catalog";
import type { CallInput } from "@shopwright/server/kernel/endpoint";
import { locales } from "@shopwright/server/kernel/locale";
import type { Locale } from "@shopwright/server/kernel/locale";
import { codeFrom } from "../products/combinations.ts";

interface CategoryTextDraft {
  readonly name: string;
  readonly slug: string;
  readonly intro: string;
}
export interface CategoryDraft {
  readonly code: string;
  readonly parentId: string | null;
  readonly texts: Readonly<Record<Locale, CategoryTextDraft>>;
}

const noText: CategoryTextDraft = { name: "", slug: "", intro: "" };

export function draftOfCategory(
  category: AdminCategoryView | null,
  parentId: string | null,
): CategoryDraft {
  return {
    code: category?.code ?? "",
    parentId: category === null ? parentId : category.parentId,
    texts: {
      en: { ...noText, ...category?.texts.en },
      de: { ...noText, ...category?.texts.de },
    },
  };
}

/** What the shop is told; a code and addresses that were left out are made from the names. */
export function categoryBody(
  draft: CategoryDraft,
  position: number,
): CallInput<typeof createCategory>["body"] {
  const spoken = locales.filter((locale) => draft.texts[locale].name.trim() !== "");
  const first = draft.texts[spoken[0] ?? "en"].name;
  return {
    code: draft.code.trim() || codeFrom(first, []),
    parentId: draft.parentId,
    position,
    texts: Object.fromEntries(
      spoken.map((locale) => {
        const text = draft.texts[locale];
        return [locale, { ...text, slug: text.slug.trim() || codeFrom(text.name, []) }];
      }),
    ),
  };
}
