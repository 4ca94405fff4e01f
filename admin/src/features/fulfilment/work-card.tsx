import { MapPin } from "lucide-react";
import type { FulfilmentView } from "@shopwright/server/contracts/fulfilment";
import { useLocale } from "../../app/preferences.ts";
import { useFulfilmentText } from "../../locales/fulfilment.ts";
import { sayDay, today } from "../../ui/date-time.tsx";
import { Link } from "../../ui/link.tsx";
import { Picture } from "../../ui/picture.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";

/** One piece of work on the board; the whole card leads to it. */
export function WorkCard({ work }: { readonly work: FulfilmentView }) {
  const words = useFulfilmentText();
  const locale = useLocale();
  const { order, lines } = work;
  const all = lines.reduce((sum, line) => sum + line.quantity - line.shipped, 0);
  const picked = lines.reduce((sum, line) => sum + line.picked - line.shipped, 0);
  const late = order.promisedBy < today();
  return (
    <Link
      to={`/fulfilment/${work.id}`}
      plain
      className="panel grid grid-cols-1 gap-2 px-4 py-3 hover:border-line-strong"
    >
      <span className="flex items-baseline justify-between gap-2">
        <span className="nums text-base font-semibold">{order.number}</span>
        <span className="nums text-[0.8125rem] text-muted">
          {picked > 0 ? words.progress(picked, all) : words.units(all)}
        </span>
      </span>
      <span className="flex items-center gap-1.5">
        {lines.slice(0, 5).map((line) => (
          <Picture key={line.id} pictureKey={line.picture} size={36} />
        ))}
        <span className="min-w-0 truncate text-muted">{order.name}</span>
      </span>
      <span className="flex flex-wrap items-center gap-1.5">
        <StatusBadge tone={late ? "bad" : "neutral"}>
          {late ? `${words.late}: ` : ""}
          {words.dueBy(sayDay(order.promisedBy, locale))}
        </StatusBadge>
        {order.holdReason !== null && <StatusBadge tone="warn">{words.held}</StatusBadge>}
        {order.pickup && <StatusBadge tone="info">{words.pickup}</StatusBadge>}
        <span className="ml-auto inline-flex items-center gap-1 text-[0.8125rem] text-muted">
          <MapPin aria-hidden className="size-3.5" />
          {work.location.name}
        </span>
      </span>
    </Link>
  );
}
