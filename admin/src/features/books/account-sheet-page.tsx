import { readAccountSheet } from "@shopwright/server/contracts/ledger";
import { currencySchema } from "@shopwright/server/kernel/wire";
import type { ReplyOf } from "@shopwright/server/kernel/endpoint";
import { useList, useRead } from "../../api/use-read.ts";
import { usePageParam } from "../../app/page-params.ts";
import { useBookText } from "../../locales/books.ts";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Day } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { Link } from "../../ui/link.tsx";
import { Money } from "../../ui/money.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useAddressFilters } from "../../ui/use-address-filters.ts";
import { DayRange } from "./day-range.tsx";

type Line = ReplyOf<typeof readAccountSheet>["items"][number];
const offered = { from: "text", to: "text" } as const;

/** One account in one currency, oldest first, with the running balance. */
export default function AccountSheetPage() {
  const words = useBookText();
  const { columns } = words;
  const code = usePageParam("code");
  const currency = currencySchema.catch("EUR").parse(usePageParam("currency"));
  const { filters, change, replace } = useAddressFilters(offered);
  const input = { params: { code }, query: { currency, ...filters } };
  const head = useRead(readAccountSheet, { ...input, query: { ...input.query, limit: 1 } }).data;
  const list = useList(readAccountSheet, input);
  const table: readonly Column<Line>[] = [
    { id: "date", header: columns.date, cell: (row) => <Day day={row.date} /> },
    {
      id: "entry",
      header: columns.entry,
      grow: true,
      cell: (row) => (
        <span className="flex flex-wrap gap-2">
          <span className="break-words">{row.description}</span>
          {row.orderId !== null && <Link to={`/orders/${row.orderId}`}>{words.order}</Link>}
        </span>
      ),
    },
    {
      id: "amount",
      header: columns.amount,
      align: "end",
      cell: (row) => <Money amount={row.amount} />,
    },
    {
      id: "balance",
      header: columns.balance,
      align: "end",
      cell: (row) => <Money amount={row.balance} strong />,
    },
  ];
  return (
    <Page
      title={head === undefined ? code : `${code} ${head.account.name}`}
      aside={<StatusBadge>{currency}</StatusBadge>}
      back={{ to: "/trial-balance", label: words.trialBalance }}
    >
      <Panel flush>
        <FilterBar active={Object.keys(filters).length} onClear={() => replace({})}>
          <DayRange from={filters.from} to={filters.to} onChange={change} />
        </FilterBar>
        {head && (
          <p className="flex justify-between gap-3 border-b border-line px-4 py-2 text-muted">
            {words.carried} <Money amount={head.carried} />
          </p>
        )}
        <DataTable
          label={words.sheet}
          list={list}
          columns={table}
          rowId={(row) => `${row.entryId} ${row.amount.minor} ${row.balance.minor}`}
          rowName={(row) => row.description}
          card={(row) => (
            <span className="grid grid-cols-1 gap-1">
              <span className="break-words">{row.description}</span>
              <span className="flex justify-between gap-2 text-[0.8125rem]">
                <Day day={row.date} />
                <Money amount={row.amount} />
                <Money amount={row.balance} strong />
              </span>
            </span>
          )}
          empty={<EmptyState title={words.noPostings} />}
        />
      </Panel>
    </Page>
  );
}
