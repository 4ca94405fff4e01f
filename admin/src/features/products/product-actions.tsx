import { useNavigate } from "@tanstack/react-router";
import {
  Archive,
  CalendarClock,
  Copy,
  EllipsisVertical,
  ExternalLink,
  EyeOff,
  Save,
} from "lucide-react";
import { useState } from "react";
import {
  archiveProduct,
  duplicateProduct,
  listAdminProducts,
  listRevisions,
  publishProduct,
  unpublishProduct,
} from "@shopwright/server/contracts/catalog";
import type { AdminProductView } from "@shopwright/server/contracts/catalog";
import { hasCode } from "../../api/problem.ts";
import { useAction } from "../../api/use-action.ts";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { useProductText } from "../../locales/products.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Menu } from "../../ui/menu.tsx";
import type { MenuItem } from "../../ui/menu.tsx";
import { toast } from "../../ui/toast.tsx";
import { ScheduleDialog } from "./schedule-dialog.tsx";
import type { ProductEditor } from "./use-product-editor.ts";

/** What can be done with a product; the next right action is the one filled button. */
export function ProductActions({
  product,
  mayWrite,
  editor,
  onSave,
}: {
  readonly product: AdminProductView;
  readonly mayWrite: boolean;
  readonly editor: ProductEditor;
  readonly onSave: () => Promise<boolean>;
}) {
  const words = useProductText();
  const [archiving, setArchiving] = useState(false);
  const [scheduling, setScheduling] = useState(false);
  const deeds = useDeeds(product, editor);
  const { params } = deeds;
  const published = product.status === "published";
  const mayPublish = mayWrite && !published && !editor.dirty;
  const items: readonly (MenuItem | false)[] = [
    published && {
      id: "view",
      label: words.viewInShop,
      icon: ExternalLink,
      onSelect: () => window.open(`/products/${product.handle}`, "_blank", "noreferrer"),
    },
    mayWrite &&
      product.status !== "archived" && {
        id: "schedule",
        label: words.schedule.title,
        icon: CalendarClock,
        onSelect: () => setScheduling(true),
      },
    mayWrite && {
      id: "duplicate",
      label: words.duplicate,
      icon: Copy,
      onSelect: () => deeds.duplicate.mutate({ params }),
    },
    mayWrite &&
      published && {
        id: "unpublish",
        label: words.unpublish,
        icon: EyeOff,
        onSelect: () => deeds.unpublish.mutate({ params }),
      },
    mayWrite &&
      product.status !== "archived" && {
        id: "archive",
        label: words.archive,
        icon: Archive,
        danger: true,
        onSelect: () => setArchiving(true),
      },
  ];
  return (
    <>
      <Menu
        label={words.more}
        trigger={<Button variant="ghost" icon={EllipsisVertical} aria-label={words.more} />}
        items={items.filter((item) => item !== false)}
      />
      {mayWrite && (editor.dirty || published) && (
        <Button
          variant="primary"
          icon={Save}
          busy={editor.busy}
          disabled={!editor.dirty}
          onClick={() => void onSave()}
        >
          {words.save}
        </Button>
      )}
      {mayPublish && (
        <Button
          variant="primary"
          busy={deeds.publish.isPending}
          onClick={() => deeds.publish.mutate({ params, body: { version: product.version } })}
        >
          {words.publish}
        </Button>
      )}
      {scheduling && (
        <ScheduleDialog
          product={product}
          onSaved={(reply) => {
            editor.adopt(reply);
            setScheduling(false);
          }}
          onClose={() => setScheduling(false)}
        />
      )}
      <ConfirmDialog
        open={archiving}
        onOpenChange={setArchiving}
        title={words.archiveTitle}
        description={words.archiveHint}
        danger
        confirm={words.archive}
        busy={deeds.archive.isPending}
        error={deeds.archive.error}
        effects={[
          {
            label: words.archiveEffect,
            value: product.variants.filter((one) => one.active).length,
          },
          {
            label: words.archiveUnits,
            value: product.variants.reduce((sum, one) => sum + one.available, 0),
          },
        ]}
        onConfirm={() =>
          deeds.archive.mutate(
            { params, body: { version: product.version } },
            { onSuccess: () => setArchiving(false) },
          )
        }
      />
    </>
  );
}

function useDeeds(product: AdminProductView, editor: ProductEditor) {
  const words = useProductText();
  const errors = useErrorText();
  const navigate = useNavigate();
  const onProblem = (error: Error): void => toast(sayProblem(error), { tone: "bad" });
  const sayProblem = (error: Error): string => {
    if (!hasCode(error, "not_publishable")) return sayError(errors, error);
    const missing = Array.isArray(error.details["missing"]) ? error.details["missing"] : [];
    const known: Readonly<Record<string, string>> = words.missing;
    return [words.notPublishable, ...missing.map((one) => known[String(one)] ?? "")].join(" ");
  };
  const done = (text: string) => ({
    changes: [listAdminProducts, listRevisions],
    onProblem,
    onDone: (reply: AdminProductView) => {
      editor.adopt(reply);
      toast(text, { tone: "good" });
    },
  });
  return {
    params: { id: product.id },
    publish: useAction(publishProduct, done(words.published)),
    unpublish: useAction(unpublishProduct, done(words.unpublished)),
    archive: useAction(archiveProduct, { ...done(words.archived), onProblem: () => undefined }),
    duplicate: useAction(duplicateProduct, {
      changes: [listAdminProducts],
      onProblem,
      onDone: (reply) => {
        void navigate({ to: `/products/${reply.id}` });
        toast(words.duplicated, { tone: "good" });
      },
    }),
  };
}
