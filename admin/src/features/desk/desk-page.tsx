import { ClipboardList, SearchX } from "lucide-react";
import { useMemo, useState } from "react";
import { exportOrders, listOrders } from "@shopwright/server/contracts/desk";
import { useList } from "../../api/use-read.ts";
import { usePermission } from "../../app/session.tsx";
import { useDeskText } from "../../locales/desk.ts";
import { useUiText } from "../../locales/ui.ts";
import { Button } from "../../ui/button.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { today } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ExportButton } from "../../ui/export-button.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { useAddressFilters } from "../../ui/use-address-filters.ts";
import { ViewTabs } from "../../ui/view-tabs.tsx";
import { BulkActions } from "./bulk-actions.tsx";
import { DeskFilterFields } from "./desk-filter-fields.tsx";
import { builtInViews, countHidden, deskFilters, queryOf } from "./desk-filters.ts";
import { NeedsBar } from "./needs-bar.tsx";
import { OrderCard, orderColumns } from "./order-columns.tsx";

/** Where a day starts: what needs doing, then every order. */
export default function DeskPage() {
  const words = useDeskText();
  const ui = useUiText();
  const { filters, change, replace, any } = useAddressFilters(deskFilters);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const query = queryOf(filters);
  const list = useList(listOrders, { query }, { every: 30_000 });
  const columns = useMemo(() => orderColumns(words.columns), [words]);
  const mayWrite = usePermission("orders:write");
  return (
    <Page title={words.title} actions={<ExportButton endpoint={exportOrders} input={{ query }} />}>
      <NeedsBar
        chosen={filters.needs}
        onChoose={(needs) => replace(needs === undefined ? {} : { needs })}
      />
      {filters.customerId !== undefined && (
        <Notice
          action={
            <Button size="small" onClick={() => change({ customerId: undefined })}>
              {ui.clearFilters}
            </Button>
          }
        >
          {words.ofCustomer}
        </Notice>
      )}
      <Panel flush>
        <ViewTabs
          list="orders"
          builtIn={builtInViews(words.views, today())}
          filters={filters}
          onShow={replace}
        />
        <FilterBar
          active={countHidden(filters)}
          onClear={() => replace({})}
          search={
            <SearchField
              label={words.search}
              placeholder={words.searchHint}
              value={filters.search ?? ""}
              onChange={(search) => change({ search })}
            />
          }
        >
          <DeskFilterFields filters={filters} change={change} />
        </FilterBar>
        <DataTable
          label={words.title}
          list={list}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => row.number}
          rowLink={(row) => `/orders/${row.id}`}
          card={(row) => <OrderCard row={row} />}
          {...(mayWrite ? { selection: { ids: selected, onChange: setSelected } } : {})}
          empty={any ? <NoMatch /> : <NoOrders />}
        />
      </Panel>
      {mayWrite && (
        <BulkActions
          orders={list.rows.filter((row) => selected.has(row.id))}
          onSelect={setSelected}
        />
      )}
    </Page>
  );
}

function NoOrders() {
  const words = useDeskText();
  return (
    <EmptyState
      icon={ClipboardList}
      title={words.empty}
      action={
        <a
          href="/"
          target="_blank"
          rel="noreferrer"
          className="font-medium text-accent-ink underline"
        >
          {words.openShop}
        </a>
      }
    >
      {words.emptyHint}
    </EmptyState>
  );
}

function NoMatch() {
  const words = useDeskText();
  return (
    <EmptyState icon={SearchX} title={words.noMatch}>
      {words.noMatchHint}
    </EmptyState>
  );
}
