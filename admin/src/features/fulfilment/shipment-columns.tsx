import { Ellipsis } from "lucide-react";
import { readPackingSlip } from "@shopwright/server/contracts/fulfilment";
import type { ShipmentView } from "@shopwright/server/contracts/fulfilment";
import { usePermission } from "../../app/session.tsx";
import { useFulfilmentText } from "../../locales/fulfilment.ts";
import type { FulfilmentWords } from "../../locales/fulfilment.ts";
import { useStatusText } from "../../locales/statuses.ts";
import type { StatusWords } from "../../locales/statuses.ts";
import { Button } from "../../ui/button.tsx";
import type { Column } from "../../ui/column.ts";
import { DateTime } from "../../ui/date-time.tsx";
import { Link } from "../../ui/link.tsx";
import { Menu } from "../../ui/menu.tsx";
import type { Tone } from "../../ui/notice.tsx";
import { PdfButton } from "../../ui/pdf-button.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import type { ParcelDialog } from "./parcel-dialogs.tsx";

const tones: Readonly<Record<ShipmentView["state"], Tone>> = {
  capturing: "warn",
  shipped: "info",
  delivered: "good",
  abandoned: "bad",
};

type OnDialog = (dialog: ParcelDialog) => void;

export function shipmentColumns(
  words: FulfilmentWords,
  states: StatusWords,
  onDialog: OnDialog,
): readonly Column<ShipmentView>[] {
  const { columns } = words;
  return [
    {
      id: "number",
      header: columns.number,
      cell: (row) => <span className="nums font-medium">{row.number}</span>,
    },
    {
      id: "order",
      header: columns.order,
      cell: (row) => (
        <Link to={`/orders/${row.orderId}`} className="nums whitespace-nowrap">
          {row.orderNumber}
        </Link>
      ),
    },
    { id: "state", header: columns.state, cell: (row) => <ParcelState row={row} /> },
    { id: "from", header: columns.from, cell: (row) => row.location.name, from: "lg" },
    { id: "carrier", header: columns.carrier, cell: (row) => states.carriers[row.carrier] },
    { id: "tracking", header: columns.tracking, cell: (row) => <Tracking row={row} />, grow: true },
    {
      id: "units",
      header: columns.units,
      align: "end",
      cell: (row) => <span className="nums">{unitsOf(row)}</span>,
      total: (rows) => (
        <span className="nums font-semibold">
          {rows.reduce((sum, row) => sum + unitsOf(row), 0)}
        </span>
      ),
      from: "lg",
    },
    {
      id: "shipped",
      header: columns.shipped,
      cell: (row) => row.shippedAt && <DateTime at={row.shippedAt} />,
      from: "lg",
    },
    {
      id: "delivered",
      header: columns.delivered,
      cell: (row) => row.deliveredAt && <DateTime at={row.deliveredAt} />,
      from: "xl",
    },
    {
      id: "actions",
      header: columns.actions,
      align: "end",
      cell: (row) => <ParcelActions row={row} onDialog={onDialog} />,
    },
  ];
}

function unitsOf(row: ShipmentView): number {
  return row.lines.reduce((sum, line) => sum + line.quantity, 0);
}

function ParcelState({ row }: { readonly row: ShipmentView }) {
  const states = useStatusText();
  return <StatusBadge tone={tones[row.state]}>{states.shipment[row.state]}</StatusBadge>;
}

function Tracking({ row }: { readonly row: ShipmentView }) {
  if (row.trackingUrl === "")
    return <span className="block truncate text-muted">{row.trackingNumber || "–"}</span>;
  return (
    <a
      href={row.trackingUrl}
      target="_blank"
      rel="noreferrer"
      className="block truncate text-accent-ink underline-offset-2 hover:underline"
    >
      {row.trackingNumber}
    </a>
  );
}

function ParcelActions({
  row,
  onDialog,
}: {
  readonly row: ShipmentView;
  readonly onDialog: OnDialog;
}) {
  const words = useFulfilmentText();
  const mayWrite = usePermission("shipments:write");
  const deeds = [
    ...(row.state === "shipped"
      ? [
          {
            id: "delivered",
            label: words.delivered,
            onSelect: () => onDialog({ kind: "delivered", parcel: row }),
          },
        ]
      : []),
    ...(row.state === "shipped" || row.state === "delivered"
      ? [
          {
            id: "tracking",
            label: words.changeTracking,
            onSelect: () => onDialog({ kind: "tracking", parcel: row }),
          },
        ]
      : []),
  ];
  return (
    <span className="inline-flex items-center gap-3">
      <PdfButton
        quiet
        endpoint={readPackingSlip}
        input={{ params: { id: row.id } }}
        label={words.slip}
      />
      {mayWrite && deeds.length > 0 && (
        <Menu
          label={words.more(row.number)}
          items={deeds}
          trigger={
            <Button
              size="small"
              variant="ghost"
              icon={Ellipsis}
              aria-label={words.more(row.number)}
            />
          }
        />
      )}
    </span>
  );
}

/** A parcel on a phone. */
export function ShipmentCard({
  row,
  onDialog,
}: {
  readonly row: ShipmentView;
  readonly onDialog: OnDialog;
}) {
  const words = useFulfilmentText();
  const states = useStatusText();
  return (
    <div className="grid gap-1">
      <div className="flex items-center justify-between gap-2">
        <span className="nums font-semibold">{row.number}</span>
        <ParcelState row={row} />
      </div>
      <div className="flex justify-between gap-2 text-muted">
        <Link to={`/orders/${row.orderId}`}>{row.orderNumber}</Link>
        {row.shippedAt !== null && <DateTime at={row.shippedAt} />}
      </div>
      <div className="flex items-center justify-between gap-2">
        <span className="min-w-0 truncate text-muted">
          {states.carriers[row.carrier]} {row.trackingNumber} · {words.units(unitsOf(row))}
        </span>
        <ParcelActions row={row} onDialog={onDialog} />
      </div>
    </div>
  );
}
