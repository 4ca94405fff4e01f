import { Landmark, Upload } from "lucide-react";
import { useState } from "react";
import {
  bankLineStates,
  ignoreBankLine,
  listBankLines,
} from "@shopwright/server/contracts/payments";
import type { BankLineView } from "@shopwright/server/contracts/payments";
import { useAction } from "../../api/use-action.ts";
import { useList } from "../../api/use-read.ts";
import { usePermission } from "../../app/session.tsx";
import { useBookText } from "../../locales/books.ts";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { addressOfFilters } from "../../ui/address-filters.ts";
import { Button } from "../../ui/button.tsx";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Day } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Link } from "../../ui/link.tsx";
import { Money, MoneyTotal } from "../../ui/money.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { toast } from "../../ui/toast.tsx";
import { useAddressFilters } from "../../ui/use-address-filters.ts";
import { ViewTabs } from "../../ui/view-tabs.tsx";
import { AssignLineDialog } from "./assign-line-dialog.tsx";
import { ImportStatementDialog } from "./import-statement-dialog.tsx";

const offered = { state: ["all", ...bankLineStates] } as const;
const tones = { matched: "good", unmatched: "warn", ignored: "neutral" } as const;

/** What the bank says came in; what could not be booked by itself stands first. */
export default function BankLinesPage() {
  const { bank: words } = useBookText();
  const mayWrite = usePermission("payments:write");
  const { filters, replace } = useAddressFilters(offered);
  const [importing, setImporting] = useState(false);
  const [assigning, setAssigning] = useState<BankLineView | null>(null);
  const state = bankLineStates.find((one) => one === filters.state);
  const list = useList(listBankLines, { query: state === undefined ? {} : { state } });
  const columns = useColumns(mayWrite ? setAssigning : null);
  const importButton = mayWrite && (
    <Button variant="primary" icon={Upload} onClick={() => setImporting(true)}>
      {words.import}
    </Button>
  );
  return (
    <Page title={words.title} actions={importButton}>
      <p className="max-w-prose text-muted">{words.hint}</p>
      <Panel flush>
        <ViewTabs
          list="bank-lines"
          builtIn={[
            { name: words.views.all, address: "" },
            ...(["unmatched", "matched", "ignored"] as const).map((one) => ({
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
          rowName={(row) => `${row.payer} ${row.bookedOn}`}
          card={(row) => <LineCard row={row} columns={columns} />}
          empty={
            <EmptyState icon={Landmark} title={words.none}>
              {words.noneHint}
            </EmptyState>
          }
        />
      </Panel>
      {importing && <ImportStatementDialog onClose={() => setImporting(false)} />}
      {assigning && <AssignLineDialog line={assigning} onClose={() => setAssigning(null)} />}
    </Page>
  );
}

type AssignLine = ((line: BankLineView) => void) | null;

function useColumns(onAssign: AssignLine): readonly Column<BankLineView>[] {
  const { bank: words } = useBookText();
  const { columns } = words;
  return [
    { id: "date", header: columns.date, cell: (row) => <Day day={row.bookedOn} /> },
    {
      id: "payer",
      header: columns.payer,
      cell: (row) => <span className="whitespace-nowrap">{row.payer}</span>,
    },
    {
      id: "reference",
      header: columns.reference,
      grow: true,
      cell: (row) => <span className="block max-w-md truncate">{row.reference}</span>,
    },
    {
      id: "amount",
      header: columns.amount,
      align: "end",
      cell: (row) => <Money amount={row.amount} />,
      total: (rows) => <MoneyTotal amounts={rows.map((row) => row.amount)} />,
    },
    {
      id: "order",
      header: columns.order,
      cell: (row) =>
        row.order && (
          <Link to={`/orders/${row.order.id}`} className="whitespace-nowrap">
            {row.order.number}
          </Link>
        ),
    },
    {
      id: "state",
      header: columns.state,
      cell: (row) => (
        <span className="grid gap-0.5">
          <span>
            <StatusBadge tone={tones[row.state]}>{words.states[row.state]}</StatusBadge>
          </span>
          {row.problem !== null && (
            <span className="text-[0.8125rem] whitespace-nowrap text-muted">
              {words.problems[row.problem]}
            </span>
          )}
        </span>
      ),
    },
    ...(onAssign === null
      ? []
      : [
          {
            id: "deeds",
            header: "",
            cell: (row: BankLineView) =>
              row.state === "unmatched" && <Deeds line={row} onAssign={onAssign} />,
          },
        ]),
  ];
}

function Deeds({
  line,
  onAssign,
}: {
  readonly line: BankLineView;
  readonly onAssign: (line: BankLineView) => void;
}) {
  const { bank: words } = useBookText();
  const errors = useErrorText();
  const ignore = useAction(ignoreBankLine, {
    changes: [listBankLines],
    onDone: () => toast(words.ignored),
    onProblem: (error) => toast(sayError(errors, error), { tone: "bad" }),
  });
  return (
    <span className="flex gap-1 md:min-w-max md:justify-end">
      <Button size="small" onClick={() => onAssign(line)}>
        {words.assign}
      </Button>
      <Button
        size="small"
        variant="ghost"
        busy={ignore.isPending}
        onClick={() => ignore.mutate({ params: { lineId: line.id } })}
      >
        {words.ignore}
      </Button>
    </span>
  );
}

function LineCard({
  row,
  columns,
}: {
  readonly row: BankLineView;
  readonly columns: readonly Column<BankLineView>[];
}) {
  const cell = (id: string) => columns.find((column) => column.id === id)?.cell(row);
  return (
    <div className="grid grid-cols-1 gap-1">
      <span className="flex gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">{row.payer}</span>
        {cell("amount")}
      </span>
      <span className="text-[0.8125rem] break-words text-muted">{row.reference}</span>
      <span className="flex flex-wrap items-start gap-2">
        {cell("date")}
        {cell("state")}
        {cell("order")}
      </span>
      {cell("deeds")}
    </div>
  );
}
