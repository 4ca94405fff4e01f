import { useState } from "react";
import { cancelPurchase, listPurchaseRequests } from "@shopwright/server/contracts/purchasing";
import { useAction } from "../../api/use-action.ts";
import { useStockText } from "../../locales/stock.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import type { PurchaseRequest } from "./purchasing-page.tsx";

/** Drops a request that is not needed any more. */
export function DropPurchaseDialog({
  request,
  onClose,
}: {
  readonly request: PurchaseRequest;
  readonly onClose: () => void;
}) {
  const words = useStockText();
  const { purchasing } = words;
  const [reason, setReason] = useState("");
  const cancel = useAction(cancelPurchase, {
    changes: [listPurchaseRequests],
    onDone: () => {
      onClose();
      toast(purchasing.dropped(request.sku));
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={purchasing.dropTitle(request.sku)}
      description={purchasing.dropHint}
      confirm={purchasing.drop}
      danger
      busy={cancel.isPending}
      error={cancel.error}
      effects={[{ label: words.quantity, value: request.quantity }]}
      onConfirm={() => cancel.mutate({ params: { purchaseId: request.id }, body: { reason } })}
    >
      <TextField
        label={purchasing.dropReason}
        optional
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
    </ConfirmDialog>
  );
}
