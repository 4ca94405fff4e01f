import type { DeskOrderView } from "@shopwright/server/contracts/desk";
import type { Permission } from "@shopwright/server/kernel/endpoint";
import { useMe } from "../../app/session.tsx";

type OrderAction = DeskOrderView["actions"][number];
type Deed = Exclude<OrderAction, "note">;

const needed: Readonly<Record<Deed, Permission>> = {
  hold: "orders:write",
  release_hold: "orders:write",
  cancel: "orders:write",
  refund: "orders:refund",
  mark_paid: "payments:write",
  collect_cash: "payments:write",
  confirm_refund: "orders:refund",
  check_payment: "orders:write",
};

/** What can be done with the order and is within the role; notes have a place of their own. */
export function useAllowedActions(order: DeskOrderView): readonly Deed[] {
  const { permissions } = useMe();
  return order.actions
    .filter((action) => action !== "note")
    .filter((action) => permissions.includes(needed[action]));
}
