import { readFulfilment, readPickList } from "@shopwright/server/contracts/fulfilment";
import type { FulfilmentView } from "@shopwright/server/contracts/fulfilment";
import { countryName } from "@shopwright/server/kernel/country";
import { useRead } from "../../api/use-read.ts";
import { usePageParam } from "../../app/page-params.ts";
import { useLocale } from "../../app/preferences.ts";
import { usePermission } from "../../app/session.tsx";
import { useFulfilmentText } from "../../locales/fulfilment.ts";
import { useStatusText } from "../../locales/statuses.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { PdfButton } from "../../ui/pdf-button.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { ParcelsPanel } from "./parcels-panel.tsx";
import { PickPanel } from "./pick-panel.tsx";
import { ShipPanel } from "./ship-panel.tsx";

/** One piece of work: pick, pack, send. Made for a thumb. */
export default function WorkPage() {
  const id = usePageParam("workId");
  const work = useRead(readFulfilment, { params: { id } }, { every: 20_000 });
  if (work.data !== undefined) return <Work key={work.data.id} work={work.data} />;
  if (work.error) return <ErrorState error={work.error} onRetry={() => void work.refetch()} />;
  return <PageSkeleton />;
}

function Work({ work }: { readonly work: FulfilmentView }) {
  const words = useFulfilmentText();
  const states = useStatusText();
  const mayWork = usePermission("shipments:write");
  const mayReadOrders = usePermission("orders:read");
  const { order } = work;
  const open = work.state === "open" || work.state === "picking" || work.state === "packed";
  return (
    <Page
      narrow
      title={words.workTitle(order.number)}
      back={{ to: "/fulfilment", label: words.back }}
      aside={
        <StatusBadge tone={work.state === "shipped" ? "good" : "info"}>
          {states.work[work.state]}
        </StatusBadge>
      }
      actions={
        <>
          <PdfButton
            endpoint={readPickList}
            input={{ params: { id: work.id } }}
            label={words.pickList}
          />
          {mayReadOrders && <ButtonLink to={`/orders/${order.id}`}>{words.toOrder}</ButtonLink>}
        </>
      }
    >
      {order.holdReason !== null && (
        <Notice tone="warn">{words.heldReason(order.holdReason)}</Notice>
      )}
      {order.note !== "" && (
        <Notice tone="info">
          <strong className="block">{words.shopperNote}</strong>
          {order.note}
        </Notice>
      )}
      {work.state === "shipped" && <Notice tone="good">{words.done}</Notice>}
      {work.state === "cancelled" && <Notice>{words.cancelledWork}</Notice>}
      <PickPanel work={work} editable={mayWork && open && order.holdReason === null} />
      {mayWork && open && order.holdReason === null && <ShipPanel work={work} />}
      <Destination work={work} />
      <ParcelsPanel work={work} />
    </Page>
  );
}

function Destination({ work }: { readonly work: FulfilmentView }) {
  const words = useFulfilmentText();
  const locale = useLocale();
  const { shipTo, delivery, paymentMethod, name } = work.order;
  const lines =
    shipTo === null
      ? [name]
      : [
          shipTo.name,
          shipTo.company,
          shipTo.line1,
          shipTo.line2,
          [shipTo.postcode, shipTo.city, shipTo.region].filter(Boolean).join(" "),
          countryName(shipTo.country, locale),
          shipTo.phone,
        ];
  return (
    <Panel title={words.shipTo}>
      <address className="break-words whitespace-pre-line not-italic">
        {lines.filter(Boolean).join("\n")}
      </address>
      <p className="mt-2 text-muted">{delivery}</p>
      {paymentMethod === "cash-on-delivery" && (
        <div className="mt-2">
          <Notice tone="info">{words.cod}</Notice>
        </div>
      )}
    </Panel>
  );
}
