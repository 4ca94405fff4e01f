import { Users } from "lucide-react";
import { listCustomers } from "@shopwright/server/contracts/customers";
import type { CustomerListItemView } from "@shopwright/server/contracts/customers";
import { useList } from "../../api/use-read.ts";
import { useCustomerText } from "../../locales/customers.ts";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useAddressFilters } from "../../ui/use-address-filters.ts";

const offered = { search: "text" } as const;

/** Everyone who ever ordered or signed up, newest first. */
export default function CustomersPage() {
  const words = useCustomerText();
  const { filters, change, any } = useAddressFilters(offered);
  const list = useList(listCustomers, {
    query: filters.search === undefined ? {} : { search: filters.search },
  });
  const columns = useColumns();
  return (
    <Page title={words.title}>
      <Panel flush>
        <FilterBar
          search={
            <SearchField
              label={words.search}
              value={filters.search ?? ""}
              onChange={(search) => change({ search })}
            />
          }
          active={0}
          onClear={() => change({ search: undefined })}
        />
        <DataTable
          label={words.title}
          list={list}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => row.name || row.email}
          rowLink={(row) => `/customers/${row.id}`}
          card={(row) => <CustomerCard row={row} />}
          empty={
            <EmptyState icon={Users} title={any ? words.noMatch : words.none}>
              {any ? words.noMatchHint : words.noneHint}
            </EmptyState>
          }
        />
      </Panel>
    </Page>
  );
}

function useColumns(): readonly Column<CustomerListItemView>[] {
  const words = useCustomerText();
  const { columns } = words;
  return [
    {
      id: "name",
      header: columns.name,
      grow: true,
      cell: (row) => <span className="font-medium">{row.name || words.nameless}</span>,
    },
    { id: "email", header: columns.email, cell: (row) => row.email },
    {
      id: "account",
      header: columns.account,
      cell: (row) => <AccountBadge hasAccount={row.hasAccount} />,
    },
    {
      id: "language",
      header: columns.language,
      from: "lg",
      cell: (row) => words.languages[row.locale],
    },
    { id: "since", header: columns.since, cell: (row) => <DateTime at={row.createdAt} /> },
  ];
}

export function AccountBadge({ hasAccount }: { readonly hasAccount: boolean }) {
  const words = useCustomerText();
  return (
    <StatusBadge tone={hasAccount ? "info" : "neutral"}>
      {hasAccount ? words.account : words.guest}
    </StatusBadge>
  );
}

function CustomerCard({ row }: { readonly row: CustomerListItemView }) {
  const words = useCustomerText();
  return (
    <span className="flex items-start gap-2">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">{row.name || words.nameless}</span>
        <span className="block truncate text-[0.8125rem] text-muted">{row.email}</span>
      </span>
      <AccountBadge hasAccount={row.hasAccount} />
    </span>
  );
}
