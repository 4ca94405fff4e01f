import { FileText, House, Plus } from "lucide-react";
import { listAdminPages } from "@shopwright/server/contracts/content";
import type { AdminPageLinkView } from "@shopwright/server/contracts/content";
import { useRead } from "../../api/use-read.ts";
import { useLocale } from "../../app/preferences.ts";
import { usePermission } from "../../app/session.tsx";
import { useContentText } from "../../locales/content.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/class-names.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useAddressFilters } from "../../ui/use-address-filters.ts";
import { HomeEditor } from "./home-editor.tsx";
import { PageEditor } from "./page-editor.tsx";
import { PageForm } from "./page-form.tsx";

const offered = { open: "text" } as const;

/** The home page and all pages of text on one side, what is chosen of them on the other. */
export default function ContentPage() {
  const words = useContentText();
  const mayWrite = usePermission("content:write");
  const read = useRead(listAdminPages, {});
  const { filters, replace } = useAddressFilters(offered);
  if (read.isPending) return <PageSkeleton />;
  if (read.error) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  const { pages } = read.data;
  const open = filters.open ?? "";
  const choose = (id: string | null): void => replace(id === null ? {} : { open: id });
  const create = mayWrite && (
    <Button variant="primary" icon={Plus} onClick={() => choose("new")}>
      {words.newPage}
    </Button>
  );
  return (
    <Page title={words.title} actions={create}>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(16rem,3fr)_9fr]">
        <Panel>
          <PageList pages={pages} open={open} onOpen={choose} />
        </Panel>
        <Chosen key={open} open={open} pages={pages} readOnly={!mayWrite} onDone={choose} />
      </div>
    </Page>
  );
}

interface ChosenProps {
  readonly open: string;
  readonly pages: readonly AdminPageLinkView[];
  readonly readOnly: boolean;
  readonly onDone: (id: string | null) => void;
}

function Chosen({ open, pages, readOnly, onDone }: ChosenProps) {
  const words = useContentText();
  if (open === "home") return <HomeEditor readOnly={readOnly} />;
  if (open === "new" && !readOnly) return <PageForm page={null} readOnly={false} onDone={onDone} />;
  if (pages.some(({ id }) => id === open))
    return <PageEditor id={open} readOnly={readOnly} onDone={onDone} />;
  return (
    <Panel>
      <EmptyState icon={FileText} title={pages.length === 0 ? words.none : words.choose}>
        {pages.length === 0 ? words.noneHint : words.chooseHint}
      </EmptyState>
    </Panel>
  );
}

function PageList({
  pages,
  open,
  onOpen,
}: {
  readonly pages: readonly AdminPageLinkView[];
  readonly open: string;
  readonly onOpen: (id: string) => void;
}) {
  const words = useContentText();
  const locale = useLocale();
  const look = (id: string): string =>
    cx(
      "flex min-h-row w-full items-center gap-2.5 rounded-lg px-2 text-left hover:bg-sunken",
      id === open && "bg-accent-soft",
    );
  return (
    <ul aria-label={words.list} className="grid gap-0.5">
      <li>
        <button
          type="button"
          aria-current={open === "home" ? "true" : undefined}
          className={look("home")}
          onClick={() => onOpen("home")}
        >
          <House aria-hidden className="size-4 shrink-0 text-muted" />
          <span className="min-w-0 flex-1 truncate font-medium">{words.home}</span>
        </button>
      </li>
      {pages.map(({ id, handle, kind, titles, published }) => (
        <li key={id}>
          <button
            type="button"
            aria-current={open === id ? "true" : undefined}
            className={look(id)}
            onClick={() => onOpen(id)}
          >
            <FileText aria-hidden className="size-4 shrink-0 text-muted" />
            <span className="min-w-0 flex-1 truncate font-medium">
              {titles[locale] ?? titles.en ?? titles.de ?? handle}
            </span>
            {published ? (
              <span className="text-[0.8125rem] text-muted">{words.kinds[kind]}</span>
            ) : (
              <StatusBadge>{words.hidden}</StatusBadge>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
