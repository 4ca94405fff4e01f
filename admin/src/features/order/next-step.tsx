import type { DeskOrderView } from "@shopwright/server/contracts/desk";
import { usePermission } from "../../app/session.tsx";
import { useOrderText } from "../../locales/order.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import type { OrderDialog } from "./order-dialogs.tsx";
import { useAllowedActions } from "./use-allowed-actions.ts";

/** The one filled button: what comes next for this order, or the way to where it is done. */
export function NextStep({
  order,
  onDialog,
}: {
  readonly order: DeskOrderView;
  readonly onDialog: (dialog: OrderDialog) => void;
}) {
  const words = useOrderText();
  const allowed = useAllowedActions(order);
  const mayShip = usePermission("shipments:read");
  const mayBuy = usePermission("stock:read");
  const next = order.nextAction;
  if (next === null || next === "await_stock") return null;
  if (next === "pick" || next === "ship") {
    const states = next === "ship" ? ["packed"] : ["open", "picking"];
    const work = order.fulfilmentOrders.find((one) => states.includes(one.state));
    if (!mayShip || !work) return null;
    return (
      <ButtonLink to={`/fulfilment/${work.id}`} variant="primary">
        {words.next[next]}
      </ButtonLink>
    );
  }
  if (next === "order_from_supplier") {
    if (!mayBuy) return null;
    return (
      <ButtonLink to="/purchasing" variant="primary">
        {words.next[next]}
      </ButtonLink>
    );
  }
  if (!allowed.includes(next)) return null;
  return (
    <Button variant="primary" onClick={() => onDialog(next)}>
      {words.next[next]}
    </Button>
  );
}
