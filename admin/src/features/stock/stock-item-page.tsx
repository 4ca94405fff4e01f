import { SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { listMovements, readStock } from "@shopwright/server/contracts/inventory";
import type { ReplyOf } from "@shopwright/server/kernel/endpoint";
import { useList, useRead } from "../../api/use-read.ts";
import { usePageParam } from "../../app/page-params.ts";
import { usePermission } from "../../app/session.tsx";
import { useStockText } from "../../locales/stock.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Link } from "../../ui/link.tsx";
import { Money } from "../../ui/money.tsx";
import { Facts, Page, Panel } from "../../ui/page.tsx";
import { PageSkeleton } from "../../ui/skeleton.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { AdjustDialog } from "./adjust-dialog.tsx";
import { MovementCard, useMovementColumns } from "./movement-columns.tsx";
import type { Movement } from "./movement-columns.tsx";
import { ReverseDialog } from "./reverse-dialog.tsx";
import { StockStateBadge } from "./stock-state.tsx";
import { useWarehouses } from "./use-warehouses.ts";

type Item = ReplyOf<typeof readStock>;

/** One variant: where it lies, who waits for it, and how it came and went. */
export default function StockItemPage() {
  const variantId = usePageParam("variantId");
  const words = useStockText();
  const mayWrite = usePermission("stock:write");
  const read = useRead(readStock, { params: { variantId } });
  const [adjusting, setAdjusting] = useState<Item["locations"][number] | "any" | null>(null);
  if (read.data?.variantId !== variantId) {
    if (read.error) return <ErrorState error={read.error} onRetry={() => void read.refetch()} />;
    return <PageSkeleton />;
  }
  const item = read.data;
  return (
    <Page
      title={item.sku}
      back={{ to: "/stock", label: words.title }}
      aside={<StockStateBadge row={item} />}
      actions={
        <>
          <ButtonLink to={`/products/${item.productId}`} variant="ghost">
            {words.item.product}
          </ButtonLink>
          {mayWrite && (
            <Button variant="primary" icon={SlidersHorizontal} onClick={() => setAdjusting("any")}>
              {words.adjust}
            </Button>
          )}
        </>
      }
    >
      <p className="text-muted">
        {[item.title, item.options].filter((part) => part !== "").join(" · ")}
      </p>
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <Panel>
          <Facts
            facts={[
              [words.columns.onHand, item.onHand],
              [words.columns.reserved, item.reserved],
              [words.columns.available, item.available],
              [words.item.value, <Money key="value" amount={item.value} />],
            ]}
          />
        </Panel>
        <LocationsPanel item={item} onAdjust={mayWrite ? setAdjusting : null} />
        <ReservationsPanel item={item} />
      </div>
      <MovementsPanel variantId={variantId} />
      {adjusting && (
        <AdjustDialog
          item={item}
          {...(adjusting === "any" ? {} : { lot: adjusting.lot, locationId: adjusting.locationId })}
          onClose={() => setAdjusting(null)}
        />
      )}
    </Page>
  );
}

function LocationsPanel({
  item,
  onAdjust,
}: {
  readonly item: Item;
  readonly onAdjust: ((at: Item["locations"][number]) => void) | null;
}) {
  const words = useStockText();
  const { nameOf } = useWarehouses();
  return (
    <Panel title={words.item.locations}>
      <ul className="grid gap-2">
        {item.locations.map((at) => (
          <li key={`${at.locationId} ${at.lot}`} className="flex items-center gap-2">
            <span className="min-w-0 flex-1">
              {nameOf(at.locationId)}
              {at.lot !== "" && <span className="text-muted">{` · ${words.lot} ${at.lot}`}</span>}
              <span className="nums block text-[0.8125rem] text-muted">
                {`${words.columns.onHand} ${at.onHand} · ${words.columns.reserved} ${at.reserved}`}
              </span>
            </span>
            {onAdjust && (
              <Button size="small" variant="ghost" onClick={() => onAdjust(at)}>
                {words.adjust}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {item.locations.length === 0 && <p className="text-muted">{words.item.noMovements}</p>}
    </Panel>
  );
}

function ReservationsPanel({ item }: { readonly item: Item }) {
  const words = useStockText();
  return (
    <Panel title={words.item.reservations}>
      {item.reservations.length === 0 && <p className="text-muted">{words.item.noReservations}</p>}
      <ul className="grid gap-2">
        {item.reservations.map((each) => (
          <li key={each.id} className="flex flex-wrap items-center gap-2">
            <span className="nums font-medium">{each.quantity}×</span>
            <Link to={`/orders/${each.orderId}`}>{words.movement.order}</Link>
            <StatusBadge>{words.reservationStates[each.state]}</StatusBadge>
            {each.backordered && <StatusBadge tone="warn">{words.beyond}</StatusBadge>}
            {each.expiresAt !== null && (
              <span className="text-[0.8125rem] text-muted">
                {words.item.until} <DateTime at={each.expiresAt} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function MovementsPanel({ variantId }: { readonly variantId: string }) {
  const words = useStockText();
  const mayWrite = usePermission("stock:write");
  const [reversing, setReversing] = useState<Movement | null>(null);
  const columns = useMovementColumns(mayWrite ? setReversing : null);
  const list = useList(listMovements, { query: { variantId } });
  return (
    <Panel title={words.item.movements} flush>
      <DataTable
        label={words.item.movements}
        list={list}
        columns={columns}
        card={(row) => <MovementCard row={row} columns={columns} />}
        rowId={(row) => row.id}
        rowName={(row) => words.reasons[row.reason]}
        empty={<EmptyState title={words.item.noMovements} />}
      />
      {reversing && <ReverseDialog movement={reversing} onClose={() => setReversing(null)} />}
    </Panel>
  );
}
