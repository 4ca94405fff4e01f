import { Mail } from "lucide-react";
import { listMails, mailKinds, mailStates } from "@shopwright/server/contracts/notifications";
import type { MailView } from "@shopwright/server/contracts/notifications";
import { useList } from "../../api/use-read.ts";
import { useMailText } from "../../locales/mails.ts";
import { addressOfFilters } from "../../ui/address-filters.ts";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { useAddressFilters } from "../../ui/use-address-filters.ts";
import { ViewTabs } from "../../ui/view-tabs.tsx";
import { MailStateBadge } from "./mail-state.tsx";

const offered = { search: "text", kind: mailKinds, state: mailStates } as const;

/** Every mail the shop has written, newest first. */
export default function MailsPage() {
  const words = useMailText();
  const { filters, change, replace, any } = useAddressFilters(offered);
  const kind = mailKinds.find((one) => one === filters.kind);
  const state = mailStates.find((one) => one === filters.state);
  const list = useList(
    listMails,
    {
      query: {
        ...(filters.search === undefined ? {} : { search: filters.search }),
        ...(kind === undefined ? {} : { kind }),
        ...(state === undefined ? {} : { state }),
      },
    },
    { every: 15_000 },
  );
  const columns = useColumns();
  return (
    <Page title={words.title}>
      <Panel flush>
        <ViewTabs
          list="mails"
          builtIn={[
            { name: words.views.all, address: "" },
            ...(["queued", "failed", "kept", "sent"] as const).map((one) => ({
              name: words.views[one],
              address: addressOfFilters({ state: one }),
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
          active={kind === undefined ? 0 : 1}
          onClear={() => change({ kind: undefined })}
        >
          <SelectField
            bare
            label={words.kind}
            empty={words.everyKind}
            value={kind ?? ""}
            choices={mailKinds.map((value) => ({ value, label: words.kinds[value] }))}
            onChange={(value) => change({ kind: value })}
          />
        </FilterBar>
        <DataTable
          label={words.title}
          list={list}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => row.subject}
          rowLink={(row) => `/mails/${row.id}`}
          card={(row) => <MailCard row={row} />}
          empty={
            <EmptyState icon={Mail} title={any ? words.noMatch : words.none}>
              {any ? words.noMatchHint : words.noneHint}
            </EmptyState>
          }
        />
      </Panel>
    </Page>
  );
}

function useColumns(): readonly Column<MailView>[] {
  const words = useMailText();
  const { columns } = words;
  return [
    {
      id: "subject",
      header: columns.subject,
      grow: true,
      cell: (row) => <span className="block max-w-md truncate font-medium">{row.subject}</span>,
    },
    { id: "to", header: columns.to, cell: (row) => row.recipient },
    { id: "kind", header: columns.kind, from: "lg", cell: (row) => words.kinds[row.kind] },
    { id: "state", header: columns.state, cell: (row) => <MailStateBadge state={row.state} /> },
    { id: "at", header: columns.at, cell: (row) => <DateTime at={row.queuedAt} /> },
  ];
}

function MailCard({ row }: { readonly row: MailView }) {
  return (
    <span className="grid grid-cols-1 gap-1">
      <span className="flex items-start gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">{row.subject}</span>
        <MailStateBadge state={row.state} />
      </span>
      <span className="flex gap-2 text-[0.8125rem] text-muted">
        <span className="min-w-0 flex-1 truncate">{row.recipient}</span>
        <DateTime at={row.queuedAt} />
      </span>
    </span>
  );
}
