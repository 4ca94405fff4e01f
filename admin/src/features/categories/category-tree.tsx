import { ArrowDown, ArrowUp } from "lucide-react";
import type { AdminCategoryView } from "@shopwright/server/contracts/catalog";
import { pictureUrl } from "@shopwright/server/contracts/media";
import { useLocale } from "../../app/preferences.ts";
import { useCategoryText } from "../../locales/categories.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/class-names.ts";
import { siblingsOf } from "./category-moves.ts";

export function useCategoryName(): (category: AdminCategoryView) => string {
  const locale = useLocale();
  return ({ texts, code }) => texts[locale]?.name ?? texts.en?.name ?? texts.de?.name ?? code;
}

/** All categories, indented by depth, each with the buttons that move it. */
export function CategoryTree({
  categories,
  openId,
  mayWrite,
  onOpen,
  onMove,
}: {
  readonly categories: readonly AdminCategoryView[];
  readonly openId: string | null;
  readonly mayWrite: boolean;
  readonly onOpen: (id: string) => void;
  readonly onMove: (category: AdminCategoryView, step: -1 | 1) => void;
}) {
  const words = useCategoryText();
  const nameOf = useCategoryName();
  return (
    <ul aria-label={words.tree} className="grid">
      {categories.map((category) => {
        const siblings = siblingsOf(categories, category.parentId);
        const name = nameOf(category);
        const open = category.id === openId;
        return (
          <li
            key={category.id}
            className={cx("flex items-center gap-1 rounded-lg", open && "bg-accent-soft")}
            style={{ paddingInlineStart: `${category.depth * 1.25}rem` }}
          >
            <button
              type="button"
              aria-current={open ? "true" : undefined}
              className="flex min-h-row min-w-0 flex-1 items-center gap-2.5 rounded-lg px-2 text-left hover:bg-sunken"
              onClick={() => onOpen(category.id)}
            >
              <Thumbnail category={category} />
              <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
              <span className="text-[0.8125rem] whitespace-nowrap text-muted max-sm:hidden">
                {words.products(category.productCount)}
              </span>
            </button>
            {mayWrite && (
              <>
                <Button
                  size="small"
                  variant="ghost"
                  icon={ArrowUp}
                  aria-label={words.moveUp(name)}
                  disabled={siblings[0]?.id === category.id}
                  onClick={() => onMove(category, -1)}
                />
                <Button
                  size="small"
                  variant="ghost"
                  icon={ArrowDown}
                  aria-label={words.moveDown(name)}
                  disabled={siblings.at(-1)?.id === category.id}
                  onClick={() => onMove(category, 1)}
                />
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Scenes come in other widths than products, so the file is chosen by what there is. */
function Thumbnail({ category }: { readonly category: AdminCategoryView }) {
  if (category.picture === null) return <span className="size-8 shrink-0 rounded-lg bg-sunken" />;
  return (
    <img
      src={pictureUrl(category.picture, 64)}
      alt=""
      width={32}
      height={32}
      loading="lazy"
      className="size-8 shrink-0 rounded-lg bg-sunken object-cover"
    />
  );
}
