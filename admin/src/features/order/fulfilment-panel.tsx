import { readPackingSlip, readPickList } from "@shopwright/server/contracts/fulfilment";
import type { DeskOrderView } from "@shopwright/server/contracts/desk";
import { usePermission } from "../../app/session.tsx";
import { useOrderText } from "../../locales/order.ts";
import { useStatusText } from "../../locales/statuses.ts";
import { DateTime, Day } from "../../ui/date-time.tsx";
import { Link } from "../../ui/link.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Panel } from "../../ui/page.tsx";
import { PdfButton } from "../../ui/pdf-button.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";

/** What is where: the warehouses' work, the parcels, what a supplier owes. */
export function FulfilmentPanel({ order }: { readonly order: DeskOrderView }) {
  const words = useOrderText();
  const { delivery } = order;
  return (
    <Panel title={words.fulfilment}>
      <p className="text-muted">
        {delivery.kind === "pickup" ? words.pickup : delivery.name} · {words.promise}{" "}
        <Day day={delivery.earliest} />
        {delivery.latest !== delivery.earliest && (
          <>
            {" – "}
            <Day day={delivery.latest} />
          </>
        )}
      </p>
      {order.fulfilmentOrders.length === 0 && order.shipments.length === 0 && (
        <p className="mt-2 text-muted">{words.noWork}</p>
      )}
      <ul className="mt-1 divide-y divide-line">
        {order.fulfilmentOrders.map((work) => (
          <Work key={work.id} work={work} />
        ))}
        {order.shipments.map((parcel) => (
          <Parcel key={parcel.id} parcel={parcel} />
        ))}
      </ul>
      <Purchases order={order} />
    </Panel>
  );
}

function Work({ work }: { readonly work: DeskOrderView["fulfilmentOrders"][number] }) {
  const words = useOrderText();
  const states = useStatusText();
  const mayRead = usePermission("shipments:read");
  const names: Readonly<Record<string, string>> = states.work;
  return (
    <li className="grid gap-1 py-2.5">
      <div className="flex items-center justify-between gap-2">
        <span className="font-medium">{words.work(work.units, work.location.name)}</span>
        <StatusBadge
          tone={work.state === "shipped" ? "good" : work.state === "cancelled" ? "neutral" : "info"}
        >
          {names[work.state] ?? work.state}
        </StatusBadge>
      </div>
      <p className="nums text-[0.8125rem] text-muted">
        {words.workState(work.picked, work.shipped, work.units)}
      </p>
      {mayRead && (
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <Link to={`/fulfilment/${work.id}`}>{words.openWork}</Link>
          {work.state !== "shipped" && work.state !== "cancelled" && (
            <PdfButton
              quiet
              endpoint={readPickList}
              input={{ params: { id: work.id } }}
              label={words.pickList}
            />
          )}
        </p>
      )}
    </li>
  );
}

function Parcel({ parcel }: { readonly parcel: DeskOrderView["shipments"][number] }) {
  const words = useOrderText();
  const states = useStatusText();
  const mayRead = usePermission("shipments:read");
  const names: Readonly<Record<string, string>> = states.shipment;
  const carriers: Readonly<Record<string, string>> = states.carriers;
  return (
    <li className="grid gap-1 py-2.5">
      <div className="flex items-center justify-between gap-2">
        <span className="font-medium">{words.parcel(parcel.number)}</span>
        <StatusBadge
          tone={
            parcel.state === "delivered" ? "good" : parcel.state === "abandoned" ? "bad" : "info"
          }
        >
          {names[parcel.state] ?? parcel.state}
        </StatusBadge>
      </div>
      <p className="text-[0.8125rem] text-muted">
        {words.units(parcel.units)} · {carriers[parcel.carrier] ?? parcel.carrier}
        {parcel.shippedAt !== null && (
          <>
            {" · "}
            <DateTime at={parcel.shippedAt} />
          </>
        )}
      </p>
      {parcel.problem !== null && <Notice tone="bad">{parcel.problem}</Notice>}
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        {parcel.trackingUrl === "" ? (
          <span className="text-muted">{parcel.trackingNumber || words.noTracking}</span>
        ) : (
          <a
            href={parcel.trackingUrl}
            target="_blank"
            rel="noreferrer"
            className="text-accent-ink underline-offset-2 hover:underline"
          >
            {words.track} {parcel.trackingNumber}
          </a>
        )}
        {mayRead && (
          <PdfButton
            quiet
            endpoint={readPackingSlip}
            input={{ params: { id: parcel.id } }}
            label={words.slip}
          />
        )}
      </p>
    </li>
  );
}

function Purchases({ order }: { readonly order: DeskOrderView }) {
  const words = useOrderText();
  if (order.purchases.length === 0) return null;
  return (
    <>
      <h3 className="mt-3 font-medium">{words.purchases}</h3>
      <ul className="mt-1 grid gap-1">
        {order.purchases.map((purchase) => (
          <li key={purchase.id} className="flex justify-between gap-3">
            <span className="truncate">
              {order.lines.find((line) => line.id === purchase.orderLineId)?.title}
            </span>
            <span className="nums text-muted">{words.purchase(purchase.quantity)}</span>
          </li>
        ))}
      </ul>
      <Link to="/purchasing" className="mt-1 inline-block">
        {words.toPurchasing}
      </Link>
    </>
  );
}
