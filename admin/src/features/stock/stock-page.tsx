import { ArrowLeftRight, Boxes, PackagePlus } from "lucide-react";
import { useState } from "react";
import { listStock } from "@shopwright/server/contracts/inventory";
import type { ReplyOf } from "@shopwright/server/kernel/endpoint";
import { useList } from "../../api/use-read.ts";
import { usePermission } from "../../app/session.tsx";
import { useStockText } from "../../locales/stock.ts";
import { addressOfFilters } from "../../ui/address-filters.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { useAddressFilters } from "../../ui/use-address-filters.ts";
import { ViewTabs } from "../../ui/view-tabs.tsx";
import { ReceiveDialog } from "./receive-dialog.tsx";
import { StockStateBadge } from "./stock-state.tsx";
import { TransferDialog } from "./transfer-dialog.tsx";
import { useWarehouses } from "./use-warehouses.ts";
import type { Warehouses } from "./use-warehouses.ts";

export type StockRow = ReplyOf<typeof listStock>["items"][number];
const kinds = ["low", "out", "backordered"] as const;
const offered = { search: "text", locationId: "text", only: kinds } as const;

/** What is on the shelves, by variant and warehouse. */
export default function StockPage() {
  const words = useStockText();
  const warehouses = useWarehouses();
  const mayWrite = usePermission("stock:write");
  const [doing, setDoing] = useState<"receive" | "transfer" | null>(null);
  const { filters, change, replace, any } = useAddressFilters(offered);
  const only = kinds.find((kind) => kind === filters.only);
  const list = useList(listStock, {
    query: {
      ...(filters.search === undefined ? {} : { search: filters.search }),
      ...(filters.locationId === undefined ? {} : { locationId: filters.locationId }),
      ...(only === undefined ? {} : { only }),
    },
  });
  const columns = useColumns(warehouses);
  return (
    <Page
      title={words.title}
      actions={
        <>
          <ButtonLink to="/stock/movements" variant="ghost">
            {words.allMovements}
          </ButtonLink>
          {mayWrite && (
            <>
              <Button icon={ArrowLeftRight} onClick={() => setDoing("transfer")}>
                {words.transfer}
              </Button>
              <Button variant="primary" icon={PackagePlus} onClick={() => setDoing("receive")}>
                {words.receive}
              </Button>
            </>
          )}
        </>
      }
    >
      <Panel flush>
        <ViewTabs
          list="stock"
          builtIn={[
            { name: words.views.all, address: "" },
            ...kinds.map((kind) => ({
              name: words.views[kind],
              address: addressOfFilters({ only: kind }),
            })),
          ]}
          filters={filters}
          onShow={replace}
        />
        <FilterBar
          search={
            <SearchField
              label={words.search}
              value={filters.search ?? ""}
              onChange={(search) => change({ search })}
            />
          }
          active={filters.locationId === undefined ? 0 : 1}
          onClear={() => change({ locationId: undefined })}
        >
          <SelectField
            bare
            label={words.location}
            empty={words.everyLocation}
            value={filters.locationId ?? ""}
            choices={warehouses.all.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(locationId) => change({ locationId })}
          />
        </FilterBar>
        <DataTable
          label={words.title}
          list={list}
          columns={columns}
          rowId={(row) => row.variantId}
          rowName={(row) => row.sku}
          rowLink={(row) => `/stock/${row.variantId}`}
          card={(row) => <StockCard row={row} />}
          empty={
            <EmptyState icon={Boxes} title={any ? words.noMatch : words.none}>
              {any ? words.noMatchHint : words.noneHint}
            </EmptyState>
          }
        />
      </Panel>
      {doing === "receive" && <ReceiveDialog onClose={() => setDoing(null)} />}
      {doing === "transfer" && <TransferDialog onClose={() => setDoing(null)} />}
    </Page>
  );
}

function useColumns({ nameOf }: Warehouses): readonly Column<StockRow>[] {
  const words = useStockText();
  const { columns } = words;
  const number = (id: "onHand" | "reserved" | "available"): Column<StockRow> => ({
    id,
    header: columns[id],
    align: "end",
    cell: (row) => <span className="nums">{row[id]}</span>,
    total: (rows) => rows.reduce((sum, row) => sum + row[id], 0),
  });
  return [
    {
      id: "item",
      header: columns.item,
      grow: true,
      cell: (row) => (
        <span className="block min-w-0">
          <span className="block truncate font-medium">{row.title}</span>
          <span className="block truncate text-[0.8125rem] text-muted">{row.options}</span>
        </span>
      ),
    },
    {
      id: "sku",
      header: columns.sku,
      cell: (row) => <span className="nums whitespace-nowrap">{row.sku}</span>,
    },
    { id: "state", header: columns.state, cell: (row) => <StockStateBadge row={row} /> },
    {
      id: "where",
      header: columns.where,
      from: "xl",
      cell: (row) => (
        <span className="grid text-[0.8125rem] text-muted">
          {row.locations.map((at) => (
            <span key={`${at.locationId} ${at.lot}`} className="nums whitespace-nowrap">
              {`${nameOf(at.locationId)} ${at.onHand}`}
            </span>
          ))}
        </span>
      ),
    },
    number("onHand"),
    number("reserved"),
    number("available"),
  ];
}

function StockCard({ row }: { readonly row: StockRow }) {
  const words = useStockText();
  return (
    <span className="grid grid-cols-1 gap-1">
      <span className="flex items-start gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">{row.title}</span>
        <StockStateBadge row={row} />
      </span>
      <span className="truncate text-[0.8125rem] text-muted">
        {[row.sku, row.options].filter((part) => part !== "").join(" · ")}
      </span>
      <span className="nums text-[0.8125rem]">
        {`${words.columns.onHand} ${row.onHand} · ${words.columns.reserved} ${row.reserved} · ${words.columns.available} ${row.available}`}
      </span>
    </span>
  );
}
