import type {
  OrderFulfilmentStatus,
  OrderPaymentStatus,
  OrderStatus,
} from "@shopwright/server/contracts/orders";
import type { OrderNeed } from "@shopwright/server/contracts/desk";
import { useDeskText } from "../locales/desk.ts";
import { useStatusText } from "../locales/statuses.ts";
import type { Tone } from "./notice.tsx";
import { StatusBadge } from "./status-badge.tsx";

const orderTones: Readonly<Record<OrderStatus, Tone>> = {
  pending: "warn",
  placed: "info",
  completed: "good",
  cancelled: "neutral",
};
const paymentTones: Readonly<Record<OrderPaymentStatus, Tone>> = {
  unpaid: "warn",
  authorised: "info",
  partly_paid: "warn",
  paid: "good",
  partly_refunded: "neutral",
  refunded: "neutral",
};
const fulfilmentTones: Readonly<Record<OrderFulfilmentStatus, Tone>> = {
  unshipped: "neutral",
  partly_shipped: "info",
  shipped: "good",
};

/** Needs that are in trouble, as against those that are just next. */
export const needTones: Readonly<Record<OrderNeed, Tone>> = {
  to_pay: "neutral",
  to_collect: "neutral",
  to_refund: "warn",
  to_pick: "info",
  to_ship: "info",
  at_risk: "warn",
  late: "bad",
  held: "warn",
};

export function OrderStatusBadge({ status }: { readonly status: OrderStatus }) {
  return <StatusBadge tone={orderTones[status]}>{useStatusText().order[status]}</StatusBadge>;
}

export function PaymentBadge({ status }: { readonly status: OrderPaymentStatus }) {
  return <StatusBadge tone={paymentTones[status]}>{useStatusText().payment[status]}</StatusBadge>;
}

export function FulfilmentBadge({ status }: { readonly status: OrderFulfilmentStatus }) {
  return (
    <StatusBadge tone={fulfilmentTones[status]}>{useStatusText().fulfilment[status]}</StatusBadge>
  );
}

export function NeedBadges({ needs }: { readonly needs: readonly OrderNeed[] }) {
  const words = useDeskText();
  return (
    <span className="flex flex-wrap gap-1">
      {needs.map((need) => (
        <StatusBadge key={need} tone={needTones[need]}>
          {words.needs[need]}
        </StatusBadge>
      ))}
    </span>
  );
}
