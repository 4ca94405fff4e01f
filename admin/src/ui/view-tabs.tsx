import { BookmarkPlus, X } from "lucide-react";
import { useState } from "react";
import { useUiText } from "../locales/ui.ts";
import { addressOfFilters, filtersOfAddress } from "./address-filters.ts";
import { Button } from "./button.tsx";
import { cx } from "./class-names.ts";
import { Dialog } from "./dialog.tsx";
import { Form } from "./form.tsx";
import { readViews, withView, writeViews } from "./saved-views.ts";
import type { SavedView } from "./saved-views.ts";
import { TextField } from "./text-field.tsx";
import { toast } from "./toast.tsx";

/** Views of a list: some that every shop has, and one's own, saved from the filters that are set. */
export function ViewTabs({
  list,
  builtIn,
  filters,
  onShow,
}: {
  /** Whose views these are: "orders". */
  readonly list: string;
  readonly builtIn: readonly SavedView[];
  readonly filters: Readonly<Record<string, string | undefined>>;
  readonly onShow: (filters: Readonly<Record<string, string>>) => void;
}) {
  const words = useUiText();
  const [own, setOwn] = useState(() => readViews(list, localStorage));
  const [naming, setNaming] = useState(false);
  const here = addressOfFilters(filters);
  const keep = (views: readonly SavedView[]): void => {
    setOwn(views);
    writeViews(list, views, localStorage);
  };
  const drop = (view: SavedView): void => {
    const before = own;
    keep(own.filter((one) => one.name !== view.name));
    toast(words.viewDeleted(view.name), { undo: () => keep(before) });
  };
  const known = [...builtIn, ...own].some((view) => view.address === here);
  return (
    <nav aria-label={words.views} className="flex items-center gap-1 overflow-x-auto px-3 pt-2">
      {builtIn.map((view) => (
        <ViewTab key={view.name} view={view} open={view.address === here} onShow={onShow} />
      ))}
      {own.map((view) => (
        <span key={view.name} className="flex items-center">
          <ViewTab view={view} open={view.address === here} onShow={onShow} />
          <button
            type="button"
            aria-label={words.deleteView(view.name)}
            className="grid size-6 place-items-center rounded text-muted hover:bg-sunken"
            onClick={() => drop(view)}
          >
            <X aria-hidden className="size-3" />
          </button>
        </span>
      ))}
      {!known && (
        <Button size="small" variant="ghost" icon={BookmarkPlus} onClick={() => setNaming(true)}>
          {words.saveView}
        </Button>
      )}
      <NameDialog
        open={naming}
        onOpenChange={setNaming}
        onName={(name) => {
          keep(withView(own, { name, address: here }));
          setNaming(false);
          toast(words.viewSaved(name));
        }}
      />
    </nav>
  );
}

function ViewTab({
  view,
  open,
  onShow,
}: {
  readonly view: SavedView;
  readonly open: boolean;
  readonly onShow: (filters: Readonly<Record<string, string>>) => void;
}) {
  return (
    <button
      type="button"
      aria-current={open ? "page" : undefined}
      className={cx(
        "min-h-8 rounded-lg px-2.5 whitespace-nowrap",
        open ? "bg-accent-soft font-semibold text-accent-ink" : "text-muted hover:bg-sunken",
      )}
      onClick={() => onShow(filtersOfAddress(view.address))}
    >
      {view.name}
    </button>
  );
}

function NameDialog({
  open,
  onOpenChange,
  onName,
}: {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onName: (name: string) => void;
}) {
  const words = useUiText();
  const [name, setName] = useState("");
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={words.saveView}>
      <Form
        onSubmit={() => {
          if (name.trim() === "") return;
          onName(name.trim());
          setName("");
        }}
        buttons={
          <Button type="submit" variant="primary" disabled={name.trim() === ""}>
            {words.save}
          </Button>
        }
      >
        <TextField
          label={words.viewName}
          value={name}
          onChange={setName}
          maxLength={40}
          focusFirst
        />
      </Form>
    </Dialog>
  );
}
