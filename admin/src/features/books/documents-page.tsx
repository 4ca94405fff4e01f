import { FileText } from "lucide-react";
import {
  documentKinds,
  listDocuments,
  readDocumentPdf,
} from "@shopwright/server/contracts/invoicing";
import type { DocumentView } from "@shopwright/server/contracts/invoicing";
import { useList } from "../../api/use-read.ts";
import { useBookText } from "../../locales/books.ts";
import { addressOfFilters } from "../../ui/address-filters.ts";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Day } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FilterBar } from "../../ui/filter-bar.tsx";
import { Link } from "../../ui/link.tsx";
import { Money, MoneyTotal } from "../../ui/money.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { PdfButton } from "../../ui/pdf-button.tsx";
import { SearchField } from "../../ui/search-field.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useAddressFilters } from "../../ui/use-address-filters.ts";
import { ViewTabs } from "../../ui/view-tabs.tsx";
import { DayRange } from "./day-range.tsx";
import { signed } from "./signed-document.ts";

const offered = { search: "text", kind: documentKinds, from: "text", to: "text" } as const;

/** Invoices and credit notes, newest first, each as PDF. */
export default function DocumentsPage() {
  const words = useBookText();
  const { filters, change, replace } = useAddressFilters(offered);
  const kind = documentKinds.find((one) => one === filters.kind);
  const { kind: _kind, ...texts } = filters;
  const list = useList(listDocuments, {
    query: { ...texts, ...(kind === undefined ? {} : { kind }) },
  });
  const columns = useColumns();
  return (
    <Page title={words.documents}>
      <Panel flush>
        <ViewTabs
          list="documents"
          builtIn={[
            { name: words.documentViews.all, address: "" },
            ...documentKinds.map((one) => ({
              name: words.documentViews[one],
              address: addressOfFilters({ kind: one }),
            })),
          ]}
          filters={filters}
          onShow={replace}
        />
        <FilterBar
          search={
            <SearchField
              label={words.documentSearch}
              value={filters.search ?? ""}
              onChange={(search) => change({ search })}
            />
          }
          active={[filters.from, filters.to].filter(Boolean).length}
          onClear={() => change({ from: undefined, to: undefined })}
        >
          <DayRange from={filters.from} to={filters.to} onChange={change} />
        </FilterBar>
        <DataTable
          label={words.documents}
          list={list}
          columns={columns}
          rowId={(row) => row.id}
          rowName={(row) => row.label}
          card={(row) => <DocumentCard row={row} />}
          empty={
            <EmptyState icon={FileText} title={words.noDocuments}>
              {words.noDocumentsHint}
            </EmptyState>
          }
        />
      </Panel>
    </Page>
  );
}

function useColumns(): readonly Column<DocumentView>[] {
  const words = useBookText();
  const { documentColumns: columns } = words;
  const money = (id: "net" | "tax" | "gross", from?: "lg"): Column<DocumentView> => ({
    id,
    header: columns[id],
    align: "end",
    ...(from === undefined ? {} : { from }),
    cell: (row) => <Money amount={signed(row, id)} strong={id === "gross"} />,
    total: (rows) => <MoneyTotal amounts={rows.map((row) => signed(row, id))} />,
  });
  return [
    { id: "label", header: columns.label, cell: (row) => <Pdf row={row} /> },
    {
      id: "kind",
      header: columns.kind,
      cell: (row) => <KindBadge row={row} />,
    },
    { id: "buyer", header: columns.buyer, grow: true, cell: (row) => row.buyer },
    {
      id: "order",
      header: columns.order,
      cell: (row) => <Link to={`/orders/${row.order.id}`}>{row.order.number}</Link>,
    },
    { id: "issued", header: columns.issued, cell: (row) => <Day day={row.issuedOn} /> },
    money("net", "lg"),
    money("tax", "lg"),
    money("gross"),
  ];
}

function Pdf({ row }: { readonly row: DocumentView }) {
  return (
    <PdfButton
      quiet
      endpoint={readDocumentPdf}
      input={{ params: { id: row.id } }}
      label={row.label}
    />
  );
}

function KindBadge({ row }: { readonly row: DocumentView }) {
  const words = useBookText();
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <StatusBadge tone={row.kind === "invoice" ? "neutral" : "warn"}>
        {words.documentKinds[row.kind]}
      </StatusBadge>
      {row.corrects !== null && (
        <span className="text-[0.8125rem] text-muted">{words.corrects(row.corrects)}</span>
      )}
    </span>
  );
}

function DocumentCard({ row }: { readonly row: DocumentView }) {
  return (
    <span className="grid grid-cols-1 gap-1">
      <span className="flex items-center gap-2">
        <span className="flex-1">
          <Pdf row={row} />
        </span>
        <Money amount={signed(row, "gross")} strong />
      </span>
      <span className="flex flex-wrap items-center gap-2 text-[0.8125rem]">
        <KindBadge row={row} />
        <span className="min-w-0 flex-1 truncate">{row.buyer}</span>
        <Link to={`/orders/${row.order.id}`}>{row.order.number}</Link>
        <Day day={row.issuedOn} />
      </span>
    </span>
  );
}
