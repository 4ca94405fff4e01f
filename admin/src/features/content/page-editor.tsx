import { Eye, EyeOff, Trash2 } from "lucide-react";
import { useState } from "react";
import {
  changePagePublication,
  deletePage,
  getAdminPage,
  listAdminPages,
} from "@shopwright/server/contracts/content";
import type { AdminPageView } from "@shopwright/server/contracts/content";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { useLocale } from "../../app/preferences.ts";
import { useContentText } from "../../locales/content.ts";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { toast } from "../../ui/toast.tsx";
import { PageForm } from "./page-form.tsx";

interface PageEditorProps {
  readonly id: string;
  readonly readOnly: boolean;
  readonly onDone: (id: string | null) => void;
}

/** A page that exists: its form, its publication, and its end. */
export function PageEditor({ id, readOnly, onDone }: PageEditorProps) {
  const read = useRead(getAdminPage, { params: { id } });
  if (read.isPending) return <PageSkeleton />;
  if (read.error) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  const page = read.data;
  const deeds = !readOnly && (
    <div className="flex flex-wrap gap-2">
      {!page.builtIn && <DeleteButton page={page} onDone={() => onDone(null)} />}
      <PublishButton page={page} />
    </div>
  );
  return <PageForm page={page} readOnly={readOnly} onDone={onDone} deeds={deeds} />;
}

function useTitle({ texts, handle }: AdminPageView): string {
  const locale = useLocale();
  return texts[locale]?.title ?? texts.en?.title ?? texts.de?.title ?? handle;
}

function PublishButton({ page }: { readonly page: AdminPageView }) {
  const words = useContentText();
  const errors = useErrorText();
  const title = useTitle(page);
  const { id, version, published } = page;
  const change = useAction(changePagePublication, {
    changes: [listAdminPages, getAdminPage],
    onDone: (now) =>
      toast(now.published ? words.nowPublished(title) : words.nowHidden(title), { tone: "good" }),
    onProblem: (error) => toast(sayError(errors, error), { tone: "bad" }),
  });
  return (
    <Button
      icon={published ? EyeOff : Eye}
      busy={change.isPending}
      onClick={() => change.mutate({ params: { id }, body: { version, published: !published } })}
    >
      {published ? words.hide : words.publish}
    </Button>
  );
}

function DeleteButton({
  page,
  onDone,
}: {
  readonly page: AdminPageView;
  readonly onDone: () => void;
}) {
  const words = useContentText();
  const title = useTitle(page);
  const [asking, setAsking] = useState(false);
  const remove = useAction(deletePage, {
    changes: [listAdminPages],
    onDone: () => {
      setAsking(false);
      toast(words.removed(title));
      onDone();
    },
  });
  return (
    <>
      <Button variant="ghost" icon={Trash2} onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={words.removeTitle(title)}
        description={words.removeHint}
        danger
        confirm={words.remove}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ params: { id: page.id } })}
      />
    </>
  );
}
