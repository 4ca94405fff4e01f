import { useQueryClient } from "@tanstack/react-query";
import { readOrder } from "@shopwright/server/contracts/desk";
import { confirmOperation } from "@shopwright/server/contracts/payments";
import { useAction } from "../../api/use-action.ts";
import { useLocale } from "../../app/preferences.ts";
import { useOrderText } from "../../locales/order.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Money, sayMoney } from "../../ui/money.tsx";
import { toast } from "../../ui/toast.tsx";
import type { OrderDialogProps } from "./order-dialogs.tsx";

/** A refund that people send themselves: confirms the oldest one that waits. */
export function ConfirmRefundDialog({ order, onClose }: OrderDialogProps) {
  const words = useOrderText();
  const locale = useLocale();
  const client = useQueryClient();
  const waiting = order.attempts
    .flatMap((attempt) => attempt.operations)
    .find(
      (operation) =>
        operation.kind === "refund" && ["created", "unknown"].includes(operation.state),
    );
  const confirm = useAction(confirmOperation, {
    changes: [readOrder],
    onDone: () => {
      void client.invalidateQueries();
      onClose();
      toast(words.confirmRefund.done);
    },
  });
  if (!waiting) return null;
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={words.confirmRefund.title}
      description={words.confirmRefund.hint}
      confirm={words.confirmRefund.confirm(sayMoney(waiting.amount, locale))}
      busy={confirm.isPending}
      error={confirm.error}
      effects={[{ label: words.confirmRefund.amount, value: <Money amount={waiting.amount} /> }]}
      onConfirm={() => confirm.mutate({ params: { operationId: waiting.id } })}
    />
  );
}
