import { ShoppingCart } from "lucide-react";
import { useState } from "react";
import {
  listPurchaseRequests,
  markPurchaseOrdered,
  purchaseStates,
} from "@shopwright/server/contracts/purchasing";
import type { ReplyOf } from "@shopwright/server/kernel/endpoint";
import { useAction } from "../../api/use-action.ts";
import { useList } from "../../api/use-read.ts";
import { usePermission } from "../../app/session.tsx";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { useStockText } from "../../locales/stock.ts";
import { addressOfFilters } from "../../ui/address-filters.ts";
import { Button } from "../../ui/button.tsx";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { DateTime, Day, today } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Link } from "../../ui/link.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { toast } from "../../ui/toast.tsx";
import { useAddressFilters } from "../../ui/use-address-filters.ts";
import { ViewTabs } from "../../ui/view-tabs.tsx";
import { DropPurchaseDialog } from "./drop-purchase-dialog.tsx";
import { ReceivePurchaseDialog } from "./receive-purchase-dialog.tsx";

export type PurchaseRequest = ReplyOf<typeof listPurchaseRequests>["items"][number];
const offered = { state: ["all", ...purchaseStates] } as const;
const tones = { open: "warn", ordered: "info", received: "good", cancelled: "neutral" } as const;

/** Goods that orders need and the shelf does not have. */
export default function PurchasingPage() {
  const { purchasing: words } = useStockText();
  const { filters, replace } = useAddressFilters(offered);
  const [doing, setDoing] = useState<{ kind: "receive" | "drop"; row: PurchaseRequest } | null>(
    null,
  );
  const state = purchaseStates.find((one) => one === (filters.state ?? "open"));
  const list = useList(listPurchaseRequests, { query: state === undefined ? {} : { state } });
  const columns = useColumns((kind, row) => setDoing({ kind, row }));
  return (
    <Page title={words.title}>
      <p className="max-w-prose text-muted">{words.hint}</p>
      <Panel flush>
        <ViewTabs
          list="purchasing"
          builtIn={[
            { name: words.views.open, address: "" },
            ...(["ordered", "received", "cancelled", "all"] as const).map((one) => ({
              name: words.views[one],
              address: addressOfFilters({ state: one }),
            })),
          ]}
          filters={filters}
          onShow={replace}
        />
        <DataTable
          label={words.title}
          list={list}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => row.sku}
          card={(row) => <PurchaseCard row={row} columns={columns} />}
          empty={
            <EmptyState icon={ShoppingCart} title={words.none}>
              {words.noneHint}
            </EmptyState>
          }
        />
      </Panel>
      {doing?.kind === "receive" && (
        <ReceivePurchaseDialog request={doing.row} onClose={() => setDoing(null)} />
      )}
      {doing?.kind === "drop" && (
        <DropPurchaseDialog request={doing.row} onClose={() => setDoing(null)} />
      )}
    </Page>
  );
}

type Ask = (kind: "receive" | "drop", row: PurchaseRequest) => void;

function useColumns(ask: Ask): readonly Column<PurchaseRequest>[] {
  const { purchasing: words } = useStockText();
  const mayWrite = usePermission("stock:write");
  const { columns } = words;
  return [
    {
      id: "item",
      header: columns.item,
      grow: true,
      cell: (row) => (
        <span className="block min-w-0">
          <Link to={`/stock/${row.variantId}`} plain className="block truncate font-medium">
            {row.title}
          </Link>
          <span className="block truncate text-[0.8125rem] text-muted">
            {[row.sku, row.options].filter((part) => part !== "").join(" · ")}
          </span>
        </span>
      ),
    },
    {
      id: "quantity",
      header: columns.quantity,
      align: "end",
      cell: (row) => <span className="nums font-medium">{row.quantity}</span>,
      total: (rows) => rows.reduce((sum, row) => sum + row.quantity, 0),
    },
    {
      id: "for",
      header: columns.for,
      cell: (row) => <Link to={`/orders/${row.orderId}`}>{words.order}</Link>,
    },
    { id: "where", header: columns.where, from: "lg", cell: (row) => row.locationCode },
    {
      id: "neededBy",
      header: columns.neededBy,
      cell: (row) => row.neededBy !== null && <NeededBy row={row} day={row.neededBy} />,
    },
    {
      id: "state",
      header: columns.state,
      cell: (row) => <StatusBadge tone={tones[row.state]}>{words.states[row.state]}</StatusBadge>,
    },
    {
      id: "requested",
      header: columns.requested,
      from: "xl",
      cell: (row) => <DateTime at={row.requestedAt} />,
    },
    ...(mayWrite
      ? [{ id: "deeds", header: "", cell: (row: PurchaseRequest) => <Deeds row={row} ask={ask} /> }]
      : []),
  ];
}

function NeededBy({ row, day }: { readonly row: PurchaseRequest; readonly day: string }) {
  const { purchasing: words } = useStockText();
  const late = (row.state === "open" || row.state === "ordered") && day < today();
  return (
    <span className="inline-flex items-center gap-1.5">
      <Day day={day} />
      {late && <StatusBadge tone="bad">{words.late}</StatusBadge>}
    </span>
  );
}

function Deeds({ row, ask }: { readonly row: PurchaseRequest; readonly ask: Ask }) {
  const { purchasing: words } = useStockText();
  const errors = useErrorText();
  const order = useAction(markPurchaseOrdered, {
    changes: [listPurchaseRequests],
    onDone: () => toast(words.markedOrdered(row.sku), { tone: "good" }),
    onProblem: (error) => toast(sayError(errors, error), { tone: "bad" }),
  });
  if (row.state !== "open" && row.state !== "ordered") return null;
  return (
    <span className="flex gap-1 max-md:flex-wrap md:min-w-max md:justify-end">
      {row.state === "open" && (
        <Button
          size="small"
          busy={order.isPending}
          onClick={() => order.mutate({ params: { purchaseId: row.id }, body: {} })}
        >
          {words.markOrdered}
        </Button>
      )}
      <Button size="small" onClick={() => ask("receive", row)}>
        {words.receive}
      </Button>
      <Button size="small" variant="ghost" onClick={() => ask("drop", row)}>
        {words.drop}
      </Button>
    </span>
  );
}

function PurchaseCard({
  row,
  columns,
}: {
  readonly row: PurchaseRequest;
  readonly columns: readonly Column<PurchaseRequest>[];
}) {
  const cell = (id: string) => columns.find((column) => column.id === id)?.cell(row);
  return (
    <div className="grid grid-cols-1 gap-2">
      <span className="flex items-start gap-2">
        <span className="min-w-0 flex-1">{cell("item")}</span>
        <span>{cell("quantity")}×</span>
        {cell("state")}
      </span>
      <span className="flex flex-wrap items-center gap-2 text-[0.8125rem]">
        {cell("for")}
        {cell("neededBy")}
      </span>
      {cell("deeds")}
    </div>
  );
}
