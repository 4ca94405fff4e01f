import {
  ArrowDownLeft,
  ArrowUpRight,
  Clock,
  Lock,
  LockOpen,
  Pencil,
  Sparkles,
  Undo2,
} from "lucide-react";
import type { LucideIcon } from "lucide-react";
import type { DeskMovementView } from "@shopwright/server/contracts/credit";
import { useCreditText } from "../../locales/credit.ts";
import { Link } from "../../ui/link.tsx";
import { Money } from "../../ui/money.tsx";
import { Timeline } from "../../ui/timeline.tsx";

const icons: Readonly<Record<DeskMovementView["kind"], LucideIcon>> = {
  issued: Sparkles,
  held: Lock,
  redeemed: ArrowUpRight,
  released: LockOpen,
  refunded: ArrowDownLeft,
  expired: Clock,
  adjusted: Pencil,
  returned: Undo2,
};

/** What happened to a gift card or store credit, newest first, with the order each was for. */
export function CreditHistory({ movements }: { readonly movements: readonly DeskMovementView[] }) {
  const words = useCreditText();
  if (movements.length === 0) return <p className="text-muted">{words.noHistory}</p>;
  return (
    <Timeline
      items={movements.map((each) => ({
        id: each.id,
        at: each.at,
        icon: icons[each.kind],
        title: (
          <>
            {words.movements[each.kind]}{" "}
            <Money amount={each.amount.minor === "0" ? each.held : each.amount} />
            {each.orderId !== null && (
              <>
                {" · "}
                <Link to={`/orders/${each.orderId}`}>{words.order}</Link>
              </>
            )}
          </>
        ),
        who: each.actor.replace(/^\w+:/, ""),
        ...(each.reason === "" ? {} : { body: each.reason }),
      }))}
    />
  );
}
