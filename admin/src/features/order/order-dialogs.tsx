import { collectCash, markOrderPaid } from "@shopwright/server/contracts/desk";
import type { DeskOrderView } from "@shopwright/server/contracts/desk";
import { CancelDialog } from "./cancel-dialog.tsx";
import { CheckPaymentDialog } from "./check-payment-dialog.tsx";
import { ConfirmRefundDialog } from "./confirm-refund-dialog.tsx";
import { HoldDialog, ReleaseDialog } from "./hold-dialogs.tsx";
import { ReceivedMoneyDialog } from "./received-money-dialog.tsx";
import { RefundDialog } from "./refund-dialog.tsx";

export type OrderDialog = Exclude<DeskOrderView["actions"][number], "note">;

export interface OrderDialogProps {
  readonly order: DeskOrderView;
  readonly onClose: () => void;
}

/** The dialog of the action that was chosen; it is made anew each time it opens. */
export function OrderDialogs({
  order,
  open,
  onClose,
}: OrderDialogProps & { readonly open: OrderDialog | null }) {
  const props = { order, onClose };
  switch (open) {
    case "hold":
      return <HoldDialog {...props} />;
    case "release_hold":
      return <ReleaseDialog {...props} />;
    case "cancel":
      return <CancelDialog {...props} />;
    case "refund":
      return <RefundDialog {...props} />;
    case "mark_paid":
      return <ReceivedMoneyDialog {...props} endpoint={markOrderPaid} kind="paid" />;
    case "collect_cash":
      return <ReceivedMoneyDialog {...props} endpoint={collectCash} kind="cash" />;
    case "confirm_refund":
      return <ConfirmRefundDialog {...props} />;
    case "check_payment":
      return <CheckPaymentDialog {...props} />;
    case null:
      return null;
  }
}
