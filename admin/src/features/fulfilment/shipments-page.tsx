import { SearchX, Truck } from "lucide-react";
import { useMemo, useState } from "react";
import { listShipments, shipmentStates } from "@shopwright/server/contracts/fulfilment";
import { useList } from "../../api/use-read.ts";
import { useFulfilmentText } from "../../locales/fulfilment.ts";
import { useStatusText } from "../../locales/statuses.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { useAddressFilters } from "../../ui/use-address-filters.ts";
import { ParcelDialogs } from "./parcel-dialogs.tsx";
import type { ParcelDialog } from "./parcel-dialogs.tsx";
import { ShipmentCard, shipmentColumns } from "./shipment-columns.tsx";

const offered = { state: shipmentStates, search: "text" } as const;

/** Parcels that left, newest first. */
export default function ShipmentsPage() {
  const words = useFulfilmentText();
  const states = useStatusText();
  const { filters, change, any } = useAddressFilters(offered);
  const [dialog, setDialog] = useState<ParcelDialog | null>(null);
  const list = useList(listShipments, { query: filters }, { every: 30_000 });
  const columns = useMemo(() => shipmentColumns(words, states, setDialog), [words, states]);
  return (
    <Page title={words.shipmentsTitle}>
      <Panel flush>
        <div className="flex flex-wrap items-center gap-2 border-b border-line p-3">
          <SearchField
            label={words.shipmentsSearch}
            placeholder={words.shipmentsHint}
            value={filters.search ?? ""}
            onChange={(search) => change({ search })}
          />
          <div className="min-w-40">
            <SelectField
              bare
              label={words.state}
              empty={`${words.state}: ${words.any}`}
              value={filters.state ?? ""}
              choices={shipmentStates.map((value) => ({ value, label: states.shipment[value] }))}
              onChange={(state) => change({ state })}
            />
          </div>
        </div>
        <DataTable
          label={words.shipmentsTitle}
          list={list}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => row.number}
          card={(row) => <ShipmentCard row={row} onDialog={setDialog} />}
          empty={
            any ? (
              <EmptyState icon={SearchX} title={words.noShipmentMatch} />
            ) : (
              <EmptyState icon={Truck} title={words.noShipments}>
                {words.noShipmentsHint}
              </EmptyState>
            )
          }
        />
      </Panel>
      <ParcelDialogs dialog={dialog} onClose={() => setDialog(null)} />
    </Page>
  );
}
