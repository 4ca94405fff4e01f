import { Download, FileOutput } from "lucide-react";
import { useState } from "react";
import {
  exportFile,
  exportFormats,
  exportKinds,
  listExports,
  startExport,
  stopExport,
} from "@shopwright/server/contracts/exchange";
import type { ExportFormat, ExportKind, ExportView } from "@shopwright/server/contracts/exchange";
import { addressOf } from "../../api/shop.ts";
import { useAction } from "../../api/use-action.ts";
import { useList } from "../../api/use-read.ts";
import { usePermission } from "../../app/session.tsx";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { useExchangeText } from "../../locales/exchange.ts";
import { Button } from "../../ui/button.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Panel } from "../../ui/page.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";

const tones = {
  waiting: "neutral",
  running: "info",
  done: "good",
  cancelled: "neutral",
  failed: "bad",
} as const;

function useExportableKinds(): readonly ExportKind[] {
  const may: Record<ExportKind, boolean> = {
    products: usePermission("catalog:read"),
    stock: usePermission("stock:read"),
    customers: usePermission("customers:read"),
    orders: usePermission("orders:read"),
    redirects: usePermission("content:read"),
  };
  return exportKinds.filter((kind) => may[kind]);
}

/** Writes files in the background and offers those that are ready. */
export function ExportsPanel() {
  const words = useExchangeText();
  const errors = useErrorText();
  const kinds = useExportableKinds();
  const [kind, setKind] = useState<ExportKind>("products");
  const [format, setFormat] = useState<ExportFormat>("own");
  const start = useAction(startExport, { changes: [listExports] });
  const formats = exportFormats.filter((one) => one !== "shopify" || kind === "products");
  const fitting = formats.includes(format) ? format : "own";
  return (
    <Panel title={words.exportTitle}>
      <div className="grid gap-3">
        <p className="text-muted">{words.exportHint}</p>
        <div className="grid gap-3 sm:grid-cols-2">
          <SelectField
            label={words.exportKind}
            value={kind}
            choices={kinds.map((value) => ({ value, label: words.kinds[value] }))}
            onChange={(value) => value !== "" && setKind(value)}
          />
          <SelectField
            label={words.exportFormat}
            value={fitting}
            choices={formats.map((value) => ({ value, label: words.formats[value] }))}
            onChange={(value) => value !== "" && setFormat(value)}
          />
        </div>
        {kind === "orders" && <p className="text-[0.8125rem] text-muted">{words.ordersHint}</p>}
        {start.error && (
          <Notice tone="bad" alert>
            {sayError(errors, start.error)}
          </Notice>
        )}
        <div>
          <Button
            icon={FileOutput}
            busy={start.isPending}
            onClick={() => start.mutate({ body: { kind, format: fitting } })}
          >
            {words.exportStart}
          </Button>
        </div>
        <ExportList />
      </div>
    </Panel>
  );
}

function ExportList() {
  const words = useExchangeText();
  const list = useList(listExports, { query: { limit: 10 } }, { every: 3_000 });
  if (list.rows.length === 0)
    return list.loading ? null : (
      <EmptyState icon={FileOutput} title={words.noExports}>
        {words.noExportsHint}
      </EmptyState>
    );
  return (
    <ul className="grid max-h-80 overflow-y-auto" aria-label={words.exportTitle}>
      {list.rows.map((row) => (
        <ExportRow key={row.id} row={row} />
      ))}
    </ul>
  );
}

function ExportRow({ row }: { readonly row: ExportView }) {
  const words = useExchangeText();
  const stop = useAction(stopExport, { changes: [listExports] });
  const under = row.state === "waiting" || row.state === "running";
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2 last:border-0">
      <span className="min-w-0 flex-1 basis-40">
        <span className="font-medium">{words.kinds[row.kind]}</span>
        <span className="text-[0.8125rem] text-muted">
          {` · ${words.formats[row.format]} · ${words.rows(row.rows)} · `}
          <DateTime at={row.createdAt} />
        </span>
      </span>
      {row.state === "done" ? (
        <a
          className="inline-flex min-h-7 items-center gap-1.5 font-medium text-accent-ink hover:underline"
          href={addressOf(exportFile, { params: { id: row.id } })}
          download
        >
          <Download aria-hidden className="size-4" />
          {words.download}
        </a>
      ) : (
        <StatusBadge tone={tones[row.state]}>{words.exportStates[row.state]}</StatusBadge>
      )}
      {under && (
        <Button
          size="small"
          variant="ghost"
          busy={stop.isPending}
          onClick={() => stop.mutate({ params: { id: row.id } })}
        >
          {words.stop}
        </Button>
      )}
    </li>
  );
}
