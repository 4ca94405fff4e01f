import { listShipments, readPackingSlip } from "@shopwright/server/contracts/fulfilment";
import type { FulfilmentView } from "@shopwright/server/contracts/fulfilment";
import { useList } from "../../api/use-read.ts";
import { useFulfilmentText } from "../../locales/fulfilment.ts";
import { useStatusText } from "../../locales/statuses.ts";
import { Panel } from "../../ui/page.tsx";
import { PdfButton } from "../../ui/pdf-button.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";

/** Parcels that this work has become. */
export function ParcelsPanel({ work }: { readonly work: FulfilmentView }) {
  const words = useFulfilmentText();
  const states = useStatusText();
  const list = useList(listShipments, { query: { search: work.order.number } });
  const parcels = list.rows.filter((parcel) => parcel.orderId === work.order.id);
  if (parcels.length === 0) return null;
  return (
    <Panel title={words.parcels}>
      <ul className="divide-y divide-line">
        {parcels.map((parcel) => (
          <li key={parcel.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <span className="font-medium">{parcel.number}</span>
            <StatusBadge tone={parcel.state === "delivered" ? "good" : "info"}>
              {states.shipment[parcel.state]}
            </StatusBadge>
            <span className="min-w-0 flex-1 basis-48 text-muted">
              {states.carriers[parcel.carrier]} {parcel.trackingNumber} ·{" "}
              {words.units(parcel.lines.reduce((sum, line) => sum + line.quantity, 0))}
            </span>
            <PdfButton
              quiet
              endpoint={readPackingSlip}
              input={{ params: { id: parcel.id } }}
              label={words.slip}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
