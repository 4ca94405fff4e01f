import { useState } from "react";
import { listAdminProducts, scheduleProduct } from "@shopwright/server/contracts/catalog";
import type { AdminProductView } from "@shopwright/server/contracts/catalog";
import { useAction } from "../../api/use-action.ts";
import { useProductText } from "../../locales/products.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

/** When the product goes on sale and off it by itself, in the reader's own time zone. */
export function ScheduleDialog({
  product,
  onSaved,
  onClose,
}: {
  readonly product: AdminProductView;
  readonly onSaved: (product: AdminProductView) => void;
  readonly onClose: () => void;
}) {
  const words = useProductText().schedule;
  const [publish, setPublish] = useState(localOf(product.publishAt));
  const [unpublish, setUnpublish] = useState(localOf(product.unpublishAt));
  const save = useAction(scheduleProduct, {
    changes: [listAdminProducts],
    onDone: (reply) => {
      toast(words.saved, { tone: "good" });
      onSaved(reply);
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.title}
      description={words.hint(Intl.DateTimeFormat().resolvedOptions().timeZone)}
      confirm={words.save}
      busy={save.isPending}
      error={save.error}
      onConfirm={() =>
        save.mutate({
          params: { id: product.id },
          body: {
            version: product.version,
            publishAt: momentOf(publish),
            unpublishAt: momentOf(unpublish),
          },
        })
      }
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label={words.publishAt}
          name="publishAt"
          type="datetime-local"
          optional
          disabled={product.status === "published"}
          value={publish}
          onChange={setPublish}
        />
        <TextField
          label={words.unpublishAt}
          name="unpublishAt"
          type="datetime-local"
          optional
          value={unpublish}
          onChange={setUnpublish}
        />
      </div>
    </ConfirmDialog>
  );
}

/** A moment as the field has it: "2026-11-27T08:30", here. */
function localOf(at: string | null): string {
  if (at === null) return "";
  const moment = new Date(at);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000)
    .toISOString()
    .slice(0, 16);
}

function momentOf(typed: string): string | null {
  return typed === "" ? null : new Date(typed).toISOString();
}
