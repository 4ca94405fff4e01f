import { useNavigate } from "@tanstack/react-router";
import { FileInput } from "lucide-react";
import { useState } from "react";
import { importKinds, listImports, uploadImport } from "@shopwright/server/contracts/exchange";
import type { ImportKind, ImportRowView } from "@shopwright/server/contracts/exchange";
import { useAction } from "../../api/use-action.ts";
import { useList } from "../../api/use-read.ts";
import { usePermission } from "../../app/session.tsx";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { useExchangeText } from "../../locales/exchange.ts";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FileDrop } from "../../ui/file-drop.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { ExportsPanel } from "./exports-panel.tsx";
import { FeedsPanel } from "./feeds-panel.tsx";
import { CountsLine, ImportStateBadge } from "./import-state.tsx";

const mostBytes = 4_000_000_000;

/** Files that come in and go out, with what became of them. */
export default function ExchangePage() {
  const words = useExchangeText();
  const mayRead = usePermission("catalog:read");
  return (
    <Page title={words.title}>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <UploadPanel />
        <ExportsPanel />
      </div>
      <ImportHistory />
      {mayRead && <FeedsPanel />}
    </Page>
  );
}

function useImportableKinds(): readonly ImportKind[] {
  const may: Record<ImportKind, boolean> = {
    products: usePermission("catalog:write"),
    stock: usePermission("stock:write"),
    customers: usePermission("customers:write"),
    redirects: usePermission("content:write"),
  };
  return importKinds.filter((kind) => may[kind]);
}

function UploadPanel() {
  const words = useExchangeText();
  const errors = useErrorText();
  const navigate = useNavigate();
  const kinds = useImportableKinds();
  const [chosen, setKind] = useState<ImportKind>("products");
  const kind = kinds.includes(chosen) ? chosen : kinds[0];
  const upload = useAction(uploadImport, {
    changes: [listImports],
    onDone: ({ id }) => void navigate({ to: `/exchange/${id}` }),
  });
  if (kind === undefined) return null;
  return (
    <Panel title={words.importTitle}>
      <div className="grid gap-3">
        <p className="text-muted">{words.importHint}</p>
        <SelectField
          label={words.kind}
          value={kind}
          choices={kinds.map((value) => ({ value, label: words.kinds[value] }))}
          onChange={(value) => value !== "" && setKind(value)}
        />
        {upload.error && (
          <Notice tone="bad" alert>
            {sayError(errors, upload.error)}
          </Notice>
        )}
        {upload.isPending ? (
          <output className="block rounded-lg bg-sunken px-4 py-7 text-center text-muted">
            {words.uploading}
          </output>
        ) : (
          <FileDrop
            accept={[".csv", ".tsv", ".txt", ".xlsx"]}
            maxBytes={mostBytes}
            hint={words.fileHint}
            onFiles={([file]) => {
              if (file === undefined) return;
              const query = { kind, name: file.name.slice(0, 200) };
              // Without the type that the machine guesses: the shop looks for itself.
              upload.mutate({ query, body: new Blob([file]) as never });
            }}
          />
        )}
      </div>
    </Panel>
  );
}

function ImportHistory() {
  const words = useExchangeText();
  const list = useList(listImports, { query: {} }, { every: 5_000 });
  const columns = useColumns();
  return (
    <Panel flush title={words.history}>
      <DataTable
        label={words.history}
        list={list}
        columns={columns}
        rowId={(row) => row.id}
        rowName={(row) => row.fileName}
        rowLink={(row) => `/exchange/${row.id}`}
        card={(row) => <ImportCard row={row} />}
        empty={
          <EmptyState icon={FileInput} title={words.none}>
            {words.noneHint}
          </EmptyState>
        }
      />
    </Panel>
  );
}

function useColumns(): readonly Column<ImportRowView>[] {
  const words = useExchangeText();
  const { columns } = words;
  return [
    {
      id: "file",
      header: columns.file,
      grow: true,
      cell: (row) => <span className="block max-w-md truncate font-medium">{row.fileName}</span>,
    },
    { id: "kind", header: columns.kind, cell: (row) => words.kinds[row.kind] },
    { id: "state", header: columns.state, cell: (row) => <ImportStateBadge row={row} /> },
    {
      id: "result",
      header: columns.result,
      from: "lg",
      cell: (row) => <CountsLine counts={row.counts} />,
    },
    { id: "at", header: columns.at, cell: (row) => <DateTime at={row.createdAt} /> },
  ];
}

function ImportCard({ row }: { readonly row: ImportRowView }) {
  const words = useExchangeText();
  return (
    <span className="grid grid-cols-1 gap-1">
      <span className="flex items-start gap-2">
        <span className="min-w-0 flex-1 truncate font-medium">{row.fileName}</span>
        <ImportStateBadge row={row} />
      </span>
      <span className="flex gap-2 text-[0.8125rem] text-muted">
        <span className="min-w-0 flex-1 truncate">{words.kinds[row.kind]}</span>
        <DateTime at={row.createdAt} />
      </span>
      <CountsLine counts={row.counts} />
    </span>
  );
}
