import { FolderTree, Plus } from "lucide-react";
import { changeCategory, listAdminCategories } from "@shopwright/server/contracts/catalog";
import type { AdminCategoryView } from "@shopwright/server/contracts/catalog";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { usePermission } from "../../app/session.tsx";
import { useCategoryText } from "../../locales/categories.ts";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { toast } from "../../ui/toast.tsx";
import { useAddressFilters } from "../../ui/use-address-filters.ts";
import { CategoryForm } from "./category-form.tsx";
import { moveBy } from "./category-moves.ts";
import { CategoryTree, useCategoryName } from "./category-tree.tsx";

const offered = { open: "text", below: "text" } as const;

/** The tree on one side, what is chosen of it on the other. */
export default function CategoriesPage() {
  const words = useCategoryText();
  const nameOf = useCategoryName();
  const mayWrite = usePermission("catalog:write");
  const read = useRead(listAdminCategories, {});
  const { filters, replace } = useAddressFilters(offered);
  const move = useMove();
  if (read.isPending) return <PageSkeleton />;
  if (read.error) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  const all = read.data.categories;
  const open = all.find(({ id }) => id === filters.open) ?? null;
  const creating = filters.open === "new" && mayWrite;
  const below = all.find(({ id }) => id === filters.below) ?? null;
  const create = mayWrite && (
    <Button
      variant="primary"
      icon={Plus}
      onClick={() => replace({ open: "new", ...(open ? { below: open.id } : {}) })}
    >
      {open ? words.newBelow(nameOf(open)) : words.newCategory}
    </Button>
  );
  return (
    <Page title={words.title} actions={create}>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(18rem,5fr)_7fr]">
        <div className={open || creating ? "max-lg:hidden" : ""}>
          <Panel>
            {all.length === 0 ? (
              <EmptyState icon={FolderTree} title={words.none}>
                {words.noneHint}
              </EmptyState>
            ) : (
              <CategoryTree
                categories={all}
                openId={open?.id ?? null}
                mayWrite={mayWrite}
                onOpen={(id) => replace({ open: id })}
                onMove={(category, step) => void move(all, category, step)}
              />
            )}
          </Panel>
        </div>
        {open || creating ? (
          <Panel
            title={open ? nameOf(open) : words.newCategory}
            actions={
              <span className="lg:hidden">
                <Button size="small" variant="ghost" onClick={() => replace({})}>
                  {words.tree}
                </Button>
              </span>
            }
          >
            <CategoryForm
              key={`${open?.id ?? "new"} ${open?.version ?? 0}`}
              all={all}
              category={open}
              parentId={below?.id ?? null}
              readOnly={!mayWrite}
              onDone={(id) => replace(id === null ? {} : { open: id })}
            />
          </Panel>
        ) : (
          <div className="max-lg:hidden">
            <Panel>
              <EmptyState title={words.choose}>{words.chooseHint}</EmptyState>
            </Panel>
          </div>
        )}
      </div>
    </Page>
  );
}

/** Moves a category among its siblings; each one whose place changes is saved. */
function useMove() {
  const words = useCategoryText();
  const errors = useErrorText();
  const nameOf = useCategoryName();
  const change = useAction(changeCategory, { changes: [listAdminCategories] });
  return async (
    all: readonly AdminCategoryView[],
    category: AdminCategoryView,
    step: -1 | 1,
  ): Promise<void> => {
    try {
      for (const { category: one, position } of moveBy(all, category, step)) {
        const { code, parentId, texts, version } = one;
        const body = { code, parentId, texts, version, position };
        await change.mutateAsync({ params: { id: one.id }, body });
      }
      toast(words.moved(nameOf(category)));
    } catch (error) {
      toast(sayError(errors, error), { tone: "bad" });
    }
  };
}
