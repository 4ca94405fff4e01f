import { checkOrderPayment } from "@shopwright/server/contracts/desk";
import { useOrderText } from "../../locales/order.ts";
import { useStatusText } from "../../locales/statuses.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Money } from "../../ui/money.tsx";
import { toast } from "../../ui/toast.tsx";
import type { OrderDialogProps } from "./order-dialogs.tsx";
import { useOrderAction } from "./use-order.ts";

/** Asks the provider how the payments stand; says first which are asked about. */
export function CheckPaymentDialog({ order, onClose }: OrderDialogProps) {
  const words = useOrderText();
  const states = useStatusText();
  const check = useOrderAction(checkOrderPayment, () => {
    onClose();
    toast(words.checked);
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={words.actions.check_payment}
      confirm={words.next.check_payment}
      busy={check.isPending}
      error={check.error}
      effects={order.attempts.map((attempt) => ({
        label: states.attempt[attempt.state],
        value: <Money amount={attempt.amount} />,
      }))}
      onConfirm={() => check.mutate({ params: { orderId: order.id } })}
    />
  );
}
