import { Ellipsis } from "lucide-react";
import { useState } from "react";
import type { DeskOrderView } from "@shopwright/server/contracts/desk";
import { usePageParam } from "../../app/page-params.ts";
import { useOrderText } from "../../locales/order.ts";
import { useUiText } from "../../locales/ui.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Menu } from "../../ui/menu.tsx";
import { Notice } from "../../ui/notice.tsx";
import {
  FulfilmentBadge,
  NeedBadges,
  OrderStatusBadge,
  PaymentBadge,
} from "../../ui/order-badges.tsx";
import { Page } from "../../ui/page.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { DocumentsPanel } from "./documents-panel.tsx";
import { FulfilmentPanel } from "./fulfilment-panel.tsx";
import { LinesPanel } from "./lines-panel.tsx";
import { MoneyPanel } from "./money-panel.tsx";
import { NextStep } from "./next-step.tsx";
import { OrderDialogs } from "./order-dialogs.tsx";
import type { OrderDialog } from "./order-dialogs.tsx";
import { PaymentPanel } from "./payment-panel.tsx";
import { PeoplePanel } from "./people-panel.tsx";
import { TaxPanel } from "./tax-panel.tsx";
import { TimelinePanel } from "./timeline-panel.tsx";
import { useAllowedActions } from "./use-allowed-actions.ts";
import { useOrder } from "./use-order.ts";

/** Everything about one order on one page, with the next right action as the filled button. */
export default function OrderPage() {
  const order = useOrder(usePageParam("orderId"));
  if (order.data !== undefined) return <OrderView key={order.data.id} order={order.data} />;
  if (order.error) {
    return <ErrorState error={order.error} onRetry={() => void order.refetch()} />;
  }
  return <PageSkeleton />;
}

function OrderView({ order }: { readonly order: DeskOrderView }) {
  const words = useOrderText();
  const [dialog, setDialog] = useState<OrderDialog | null>(null);
  return (
    <Page
      title={words.title(order.number)}
      back={{ to: "/", label: words.back }}
      aside={
        <span className="flex flex-wrap gap-1">
          <OrderStatusBadge status={order.status} />
          <PaymentBadge status={order.paymentStatus} />
          <FulfilmentBadge status={order.fulfilmentStatus} />
          <NeedBadges needs={order.needs} />
        </span>
      }
      actions={
        <>
          <OtherActions order={order} onDialog={setDialog} />
          <NextStep order={order} onDialog={setDialog} />
        </>
      }
    >
      {order.hold && (
        <Notice tone="warn">
          <strong>{words.heldBy(order.hold.by.replace(/^staff:/, ""))}</strong> {order.hold.reason}
        </Notice>
      )}
      {order.cancelReason !== null && (
        <Notice tone="neutral">{words.cancelReason(order.cancelReason)}</Notice>
      )}
      {order.nextAction === "await_stock" && <Notice tone="info">{words.awaitStock}</Notice>}
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 gap-4">
          <LinesPanel order={order} />
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <FulfilmentPanel order={order} />
            <div className="grid gap-4">
              <PaymentPanel order={order} />
              <DocumentsPanel order={order} />
            </div>
          </div>
        </div>
        <div className="grid min-w-0 gap-4 md:max-xl:grid-cols-2">
          <div className="grid min-w-0 content-start gap-4">
            <MoneyPanel order={order} />
            <PeoplePanel order={order} />
            <TaxPanel order={order} />
          </div>
          <TimelinePanel order={order} />
        </div>
      </div>
      <OrderDialogs order={order} open={dialog} onClose={() => setDialog(null)} />
    </Page>
  );
}

function OtherActions({
  order,
  onDialog,
}: {
  readonly order: DeskOrderView;
  readonly onDialog: (dialog: OrderDialog) => void;
}) {
  const words = useOrderText();
  const ui = useUiText();
  const actions = useAllowedActions(order).filter((action) => action !== order.nextAction);
  if (actions.length === 0) return null;
  return (
    <Menu
      label={words.more}
      trigger={
        <Button icon={Ellipsis} aria-label={ui.more}>
          {words.more}
        </Button>
      }
      items={actions.map((action) => ({
        id: action,
        label: words.actions[action],
        danger: action === "cancel" || action === "refund",
        onSelect: () => onDialog(action),
      }))}
    />
  );
}
