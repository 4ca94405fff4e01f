import { Globe, Plus } from "lucide-react";
import { useState } from "react";
import { listAllMarkets } from "@shopwright/server/contracts/settings";
import type { MarketAdminView } from "@shopwright/server/contracts/settings";
import { useRead } from "../../api/use-read.ts";
import { useLocale } from "../../app/preferences.ts";
import { useSettingText } from "../../locales/settings.ts";
import { Button } from "../../ui/button.tsx";
import type { Column } from "../../ui/column.ts";
import { DataTable, wholeList } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { MarketDialog } from "./market-dialog.tsx";
import { SettingCard } from "./setting-card.tsx";

/** Where the shop sells. */
export function MarketSettings({ readOnly }: { readonly readOnly: boolean }) {
  const words = useSettingText().markets;
  const locale = useLocale();
  const [open, setOpen] = useState<MarketAdminView | "new" | null>(null);
  const list = wholeList(useRead(listAllMarkets, {}));
  const { columns } = words;
  const table: readonly Column<MarketAdminView>[] = [
    {
      id: "name",
      header: columns.name,
      grow: true,
      cell: (row) => (
        <button
          type="button"
          className="text-left font-medium text-accent-ink hover:underline"
          onClick={() => setOpen(row)}
        >
          {row.names[locale] ?? row.names.en}
        </button>
      ),
    },
    {
      id: "countries",
      header: columns.countries,
      cell: (row) => (
        <span className="whitespace-nowrap">
          {row.countries.length === 0 ? words.allOthers : words.countryCount(row.countries.length)}
        </span>
      ),
    },
    { id: "currency", header: columns.currency, cell: (row) => row.currency },
    {
      id: "tax",
      header: columns.tax,
      cell: (row) => (
        <span className="whitespace-nowrap">{words.treatments[row.taxTreatment]}</span>
      ),
    },
    {
      id: "state",
      header: columns.state,
      cell: (row) => (
        <StatusBadge tone={row.active ? "good" : "neutral"}>
          {row.active ? words.active : words.inactive}
        </StatusBadge>
      ),
    },
  ];
  return (
    <Panel
      title={words.title}
      flush
      actions={
        !readOnly && (
          <Button icon={Plus} onClick={() => setOpen("new")}>
            {words.add}
          </Button>
        )
      }
    >
      <p className="max-w-prose px-4 pb-3 text-muted">{words.hint}</p>
      <DataTable
        label={words.title}
        list={list}
        columns={table}
        card={(row) => (
          <SettingCard row={row} columns={table} shown={["countries", "currency", "tax"]} />
        )}
        rowId={(row) => row.code}
        rowName={(row) => row.names.en}
        empty={
          <EmptyState icon={Globe} title={words.none}>
            {words.noneHint}
          </EmptyState>
        }
      />
      {open && (
        <MarketDialog
          market={open === "new" ? null : open}
          readOnly={readOnly}
          onClose={() => setOpen(null)}
        />
      )}
    </Panel>
  );
}
