import { holdOrder, releaseOrder } from "@shopwright/server/contracts/desk";
import { useOrderText } from "../../locales/order.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import type { OrderDialogProps } from "./order-dialogs.tsx";
import { useOrderAction } from "./use-order.ts";

export function HoldDialog({ order, onClose }: OrderDialogProps) {
  const words = useOrderText();
  const params = { orderId: order.id };
  const [reason, setReason, dropDraft] = useDraft(`hold ${order.id}`, "");
  const release = useOrderAction(releaseOrder);
  const hold = useOrderAction(holdOrder, () => {
    dropDraft();
    onClose();
    toast(words.hold.done, { undo: () => release.mutate({ params }) });
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={words.hold.title}
      description={words.hold.hint}
      confirm={words.hold.confirm}
      busy={hold.isPending}
      ready={reason.trim() !== ""}
      error={hold.error}
      onConfirm={() => hold.mutate({ params, body: { reason: reason.trim() } })}
    >
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={300}
      />
    </ConfirmDialog>
  );
}

export function ReleaseDialog({ order, onClose }: OrderDialogProps) {
  const words = useOrderText();
  const release = useOrderAction(releaseOrder, () => {
    onClose();
    toast(words.hold.released);
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={words.hold.releaseTitle}
      description={words.hold.releaseHint}
      confirm={words.next.release_hold}
      busy={release.isPending}
      error={release.error}
      onConfirm={() => release.mutate({ params: { orderId: order.id } })}
    >
      {order.hold && <p>{order.hold.reason}</p>}
    </ConfirmDialog>
  );
}
