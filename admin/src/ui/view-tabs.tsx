import { BookmarkPlus, EllipsisVertical, House, Lock, Pencil, Trash2, Users } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { ReactNode } from "react";
import {
  changeView,
  chooseFirstView,
  deleteView,
  listViews,
  saveView,
} from "@shopwright/server/contracts/identity";
import type { SavedView } from "@shopwright/server/contracts/identity";
import { useAction } from "../api/use-action.ts";
import { sayError, useErrorText } from "../locales/errors.ts";
import { useUiText } from "../locales/ui.ts";
import { addressOfFilters, filtersOfAddress } from "./address-filters.ts";
import { Button } from "./button.tsx";
import { cx } from "./class-names.ts";
import { Menu } from "./menu.tsx";
import type { MenuItem } from "./menu.tsx";
import type { NamedFilters } from "./saved-views.ts";
import { toast } from "./toast.tsx";
import { useSavedViews } from "./use-saved-views.ts";
import { ViewDialog } from "./view-dialog.tsx";

type Show = (filters: Readonly<Record<string, string>>) => void;

/** Views of a list: some that every shop has, one's own, and those that the team shares. */
export function ViewTabs({
  list,
  builtIn,
  filters,
  onShow,
}: {
  /** Whose views these are: "orders". */
  readonly list: string;
  readonly builtIn: readonly NamedFilters[];
  readonly filters: Readonly<Record<string, string | undefined>>;
  readonly onShow: Show;
}) {
  const words = useUiText();
  const here = addressOfFilters(filters);
  const saved = useSavedViews(list, here, onShow);
  const [naming, setNaming] = useState(false);
  const tabs = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone the open one may stand outside of what fits; the page itself must not move.
    const open = tabs.current?.querySelector<HTMLElement>("[aria-current]");
    if (open != null) tabs.current?.scrollTo({ left: open.offsetLeft - 48 });
  }, [here, saved.length]);
  const known = [...builtIn, ...saved].some((view) => view.address === here);
  return (
    <nav
      ref={tabs}
      aria-label={words.views}
      className="relative flex items-center gap-1 overflow-x-auto px-3 pt-2"
    >
      {builtIn.map((view) => (
        <ViewTab key={view.name} view={view} open={view.address === here} onShow={onShow} />
      ))}
      {saved.map((view) => (
        <SavedTab
          key={view.id}
          list={list}
          view={view}
          open={view.address === here}
          onShow={onShow}
        />
      ))}
      {!known && (
        <Button size="small" variant="ghost" icon={BookmarkPlus} onClick={() => setNaming(true)}>
          {words.saveView}
        </Button>
      )}
      <ViewDialog
        title={words.saveView}
        open={naming}
        onOpenChange={setNaming}
        deed={useAction(saveView, {
          changes: [listViews],
          onDone: ({ name }) => {
            setNaming(false);
            toast(words.viewSaved(name));
          },
        })}
        inputOf={(meant) => ({ body: { list, address: here, ...meant } })}
      />
    </nav>
  );
}

function ViewTab({
  view,
  open,
  onShow,
  children,
}: {
  readonly view: NamedFilters;
  readonly open: boolean;
  readonly onShow: Show;
  readonly children?: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-current={open ? "page" : undefined}
      className={cx(
        "flex min-h-8 shrink-0 items-center gap-1.5 rounded-lg px-2.5 whitespace-nowrap",
        open ? "bg-accent-soft font-semibold text-accent-ink" : "text-muted hover:bg-sunken",
      )}
      onClick={() => onShow(filtersOfAddress(view.address))}
    >
      {view.name}
      {children}
    </button>
  );
}

function SavedTab({
  list,
  view,
  open,
  onShow,
}: {
  readonly list: string;
  readonly view: SavedView;
  readonly open: boolean;
  readonly onShow: Show;
}) {
  const words = useUiText();
  const [renaming, setRenaming] = useState(false);
  const items = useDeeds(list, view, () => setRenaming(true));
  return (
    <span className="flex shrink-0 items-center">
      <ViewTab view={view} open={open} onShow={onShow}>
        {view.first && <Sign icon={House} says={words.viewOpensFirst} />}
        {view.shared && <Sign icon={Users} says={words.viewSharedBy(view.by)} />}
      </ViewTab>
      {open && (
        <Menu
          label={words.viewDeeds(view.name)}
          trigger={
            <Button
              size="small"
              variant="ghost"
              icon={EllipsisVertical}
              aria-label={words.viewDeeds(view.name)}
            />
          }
          items={items}
        />
      )}
      <ViewDialog
        title={words.renameView}
        open={renaming}
        onOpenChange={setRenaming}
        of={view}
        deed={useAction(changeView, {
          changes: [listViews],
          onDone: () => setRenaming(false),
        })}
        inputOf={(meant) => ({
          params: { id: view.id },
          body: { version: view.version, ...meant },
        })}
      />
    </span>
  );
}

function Sign({ icon: Icon, says }: { readonly icon: typeof House; readonly says: string }) {
  return (
    <span title={says}>
      <Icon aria-hidden className="size-3.5" />
      <span className="sr-only">{says}</span>
    </span>
  );
}

/** What can be done with a view: everyone may open a list with it, the rest is for who may change it. */
function useDeeds(list: string, view: SavedView, onRename: () => void): readonly MenuItem[] {
  const words = useUiText();
  const errors = useErrorText();
  const options = {
    changes: [listViews],
    onProblem: (error: Error) => toast(sayError(errors, error), { tone: "bad" }),
  };
  const first = useAction(chooseFirstView, options);
  const restore = useAction(saveView, options);
  const share = useAction(changeView, options);
  const { id, name, address, shared, version } = view;
  const removal = useAction(deleteView, {
    ...options,
    onDone: () =>
      toast(words.viewDeleted(name), {
        undo: () => restore.mutate({ body: { list, name, address, shared } }),
      }),
  });
  return [
    {
      id: "first",
      icon: House,
      label: view.first ? words.openWithAll : words.openWithView,
      onSelect: () => first.mutate({ body: { list, view: view.first ? null : id } }),
    },
    ...(view.editable
      ? [
          {
            id: "share",
            icon: shared ? Lock : Users,
            label: shared ? words.unshareView : words.shareView,
            onSelect: () =>
              share.mutate({ params: { id }, body: { version, name, shared: !shared } }),
          },
          { id: "rename", icon: Pencil, label: words.renameView, onSelect: onRename },
          {
            id: "delete",
            icon: Trash2,
            label: words.deleteView,
            danger: true,
            onSelect: () => removal.mutate({ params: { id } }),
          },
        ]
      : []),
  ];
}
