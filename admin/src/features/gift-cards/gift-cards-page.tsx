import { Gift, Plus } from "lucide-react";
import { useState } from "react";
import { listGiftCards } from "@shopwright/server/contracts/credit";
import type { GiftCardView } from "@shopwright/server/contracts/credit";
import { useList } from "../../api/use-read.ts";
import { usePermission } from "../../app/session.tsx";
import { useCreditText } from "../../locales/credit.ts";
import { Button } from "../../ui/button.tsx";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { Money } from "../../ui/money.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useAddressFilters } from "../../ui/use-address-filters.ts";
import { IssueDialog } from "./issue-dialog.tsx";

const offered = { search: "text" } as const;
const tones = { active: "good", spent: "neutral", expired: "warn", blocked: "bad" } as const;

/** Every gift card, newest first. */
export default function GiftCardsPage() {
  const words = useCreditText();
  const mayIssue = usePermission("orders:refund");
  const { filters, change, any } = useAddressFilters(offered);
  const [issuing, setIssuing] = useState(false);
  const list = useList(listGiftCards, {
    query: filters.search === undefined ? {} : { search: filters.search },
  });
  const columns = useColumns();
  return (
    <Page
      title={words.title}
      actions={
        mayIssue && (
          <Button icon={Plus} variant="primary" onClick={() => setIssuing(true)}>
            {words.issue}
          </Button>
        )
      }
    >
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
          rowName={(row) => row.codeEnd}
          rowLink={(row) => `/gift-cards/${row.id}`}
          card={(row) => <GiftCardCard row={row} />}
          empty={
            <EmptyState icon={Gift} title={any ? words.noMatch : words.none}>
              {any ? words.noMatchHint : words.noneHint}
            </EmptyState>
          }
        />
      </Panel>
      {issuing && <IssueDialog onClose={() => setIssuing(false)} />}
    </Page>
  );
}

function useColumns(): readonly Column<GiftCardView>[] {
  const words = useCreditText();
  const { columns } = words;
  return [
    {
      id: "card",
      header: columns.card,
      cell: (row) => <span className="nums font-medium">••••{row.codeEnd}</span>,
    },
    {
      id: "recipient",
      header: columns.recipient,
      grow: true,
      cell: (row) => (
        <span className="block max-w-md truncate">
          {row.recipientName || row.recipientEmail || (
            <span className="text-muted">{words.nobody}</span>
          )}
        </span>
      ),
    },
    { id: "state", header: columns.state, cell: (row) => <CardState state={row.state} /> },
    { id: "source", header: columns.source, from: "lg", cell: (row) => words.sources[row.source] },
    { id: "at", header: columns.at, from: "lg", cell: (row) => <DateTime at={row.createdAt} /> },
    {
      id: "balance",
      header: columns.balance,
      align: "end",
      cell: (row) => <Money amount={row.balance} />,
    },
  ];
}

export function CardState({ state }: { readonly state: GiftCardView["state"] }) {
  const words = useCreditText();
  return <StatusBadge tone={tones[state]}>{words.states[state]}</StatusBadge>;
}

function GiftCardCard({ row }: { readonly row: GiftCardView }) {
  const words = useCreditText();
  return (
    <span className="flex items-start gap-2">
      <span className="min-w-0 flex-1">
        <span className="nums block font-medium">••••{row.codeEnd}</span>
        <span className="block truncate text-[0.8125rem] text-muted">
          {row.recipientName || row.recipientEmail || words.nobody}
        </span>
      </span>
      <CardState state={row.state} />
      <Money amount={row.balance} />
    </span>
  );
}
