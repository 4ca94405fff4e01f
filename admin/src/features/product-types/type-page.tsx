import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import {
  changeProductType,
  createProductType,
  deleteProductType,
  getAdminProduct,
  listProductTypes,
  previewProductType,
} from "@shopwright/server/contracts/catalog";
import type { ProductTypeView, TypeChangePreview } from "@shopwright/server/contracts/catalog";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { usePageParam } from "../../app/page-params.ts";
import { useLocale } from "../../app/preferences.ts";
import { usePermission } from "../../app/session.tsx";
import { useProductTypeText } from "../../locales/product-types.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Form } from "../../ui/form.tsx";
import { LeaveGuard } from "../../ui/leave-guard.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page } from "../../ui/page.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { toast } from "../../ui/toast.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { ChangePreview } from "./change-preview.tsx";
import { TypeFields } from "./type-fields.tsx";
import { emptyType, typeBodyOf, typeDraftOf } from "./type-draft.ts";
import type { TypeDraft } from "./type-draft.ts";

/** One product type with its attributes; "new" in the address makes one. */
export default function TypePage() {
  const id = usePageParam("typeId");
  const [follow, setFollow] = useState(false);
  const read = useRead(listProductTypes, {}, follow ? { every: 1500 } : {});
  if (read.error) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
  if (read.isPending) return <PageSkeleton />;
  const type = read.data.types.find((each) => each.id === id) ?? null;
  const running = type !== null && type.following > 0;
  if (running !== follow) setFollow(running);
  return <Editor key={`${id} ${type?.version ?? 0}`} type={type} />;
}

function Editor({ type }: { readonly type: ProductTypeView | null }) {
  const words = useProductTypeText();
  const locale = useLocale();
  const mayWrite = usePermission("catalog:write");
  const saved = type === null ? emptyType : typeDraftOf(type);
  const [kept, put, drop] = useDraft<TypeDraft | null>(
    `type ${type?.id ?? "new"} ${type?.version ?? 0}`,
    null,
  );
  const draft = kept ?? saved;
  const dirty = kept !== null;
  const saving = useSaveType(type, draft, drop);
  const names = draft.names[locale] || draft.names.en || draft.names.de;
  return (
    <Page
      title={names || words.add}
      back={{ to: "/product-types", label: words.title }}
      narrow
      aside={dirty && <StatusBadge tone="warn">{words.unsaved}</StatusBadge>}
      actions={
        mayWrite && (
          <>
            {type !== null && <DeleteButton type={type} />}
            <Button
              variant="primary"
              type="submit"
              form="type"
              busy={saving.busy}
              disabled={!dirty || names.trim() === ""}
            >
              {type === null ? words.create : words.save}
            </Button>
          </>
        )
      }
    >
      {type !== null && type.following > 0 && (
        <Notice>{words.following(type.following, type.productCount)}</Notice>
      )}
      <Form id="type" error={saving.error} onSubmit={saving.save}>
        <TypeFields draft={draft} readOnly={!mayWrite} onChange={put} />
      </Form>
      {saving.preview !== null && (
        <ChangePreview
          preview={saving.preview}
          busy={saving.busy}
          error={saving.error}
          onConfirm={saving.confirm}
          onClose={saving.forget}
        />
      )}
      <LeaveGuard active={dirty} onLeave={drop} />
    </Page>
  );
}

/** Saves at once what leaves products alone; what does not is shown first. */
function useSaveType(type: ProductTypeView | null, draft: TypeDraft, drop: () => void) {
  const words = useProductTypeText();
  const navigate = useNavigate();
  const [preview, setPreview] = useState<TypeChangePreview | null>(null);
  const done = (id: string): void => {
    drop();
    setPreview(null);
    toast(words.saved, { tone: "good" });
    void navigate({ to: `/product-types/${id}`, ignoreBlocker: true });
  };
  const changes = [listProductTypes, getAdminProduct];
  const create = useAction(createProductType, { changes, onDone: ({ id }) => done(id) });
  const change = useAction(changeProductType, { changes, onDone: ({ id }) => done(id) });
  const body = { ...typeBodyOf(draft), version: type?.version ?? 1 };
  const params = { id: type?.id ?? "" };
  const look = useAction(previewProductType, {
    onDone: (reply) => {
      const touched = reply.changes.some(({ changed }) => changed > 0) || reply.lacking.length > 0;
      if (touched) setPreview(reply);
      else change.mutate({ params, body });
    },
  });
  return {
    preview,
    busy: create.isPending || change.isPending || look.isPending,
    error: create.error ?? look.error ?? change.error,
    save: () => (type === null ? create.mutate({ body }) : look.mutate({ params, body })),
    confirm: () => change.mutate({ params, body: { ...body, confirmed: true } }),
    forget: () => setPreview(null),
  };
}

function DeleteButton({ type }: { readonly type: ProductTypeView }) {
  const words = useProductTypeText();
  const navigate = useNavigate();
  const remove = useAction(deleteProductType, {
    changes: [listProductTypes],
    onDone: () => {
      toast(words.removed);
      void navigate({ to: "/product-types", ignoreBlocker: true });
    },
  });
  const used = type.productCount > 0;
  return (
    <Button
      variant="ghost"
      disabled={used}
      title={used ? words.inUse : undefined}
      busy={remove.isPending}
      onClick={() => remove.mutate({ params: { id: type.id } })}
    >
      {words.remove}
    </Button>
  );
}
