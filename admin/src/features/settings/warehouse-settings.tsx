import { Plus, Warehouse as WarehouseIcon } from "lucide-react";
import { useState } from "react";
import { listWarehouses } from "@shopwright/server/contracts/inventory";
import { countryName } from "@shopwright/server/kernel/country";
import { useRead } from "../../api/use-read.ts";
import { useLocale } from "../../app/preferences.ts";
import { useSettingText } from "../../locales/settings.ts";
import { Button } from "../../ui/button.tsx";
import type { Column } from "../../ui/column.ts";
import { DataTable, wholeList } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import type { Warehouse } from "../stock/use-warehouses.ts";
import { WarehouseDialog } from "./warehouse-dialog.tsx";
import { SettingCard } from "./setting-card.tsx";

/** Where goods lie, in the order in which they are asked. */
export function WarehouseSettings({ readOnly }: { readonly readOnly: boolean }) {
  const words = useSettingText().warehouses;
  const locale = useLocale();
  const [open, setOpen] = useState<Warehouse | "new" | null>(null);
  const read = useRead(listWarehouses, {});
  const list = wholeList({ ...read, data: read.data?.items });
  const { columns } = words;
  const table: readonly Column<Warehouse>[] = [
    {
      id: "name",
      header: columns.name,
      grow: true,
      cell: (row) => (
        <span className="block">
          <button
            type="button"
            className="text-left font-medium text-accent-ink hover:underline"
            onClick={() => setOpen(row)}
          >
            {row.name}
          </button>
          <span className="block text-[0.8125rem] text-muted">{row.code}</span>
        </span>
      ),
    },
    {
      id: "address",
      header: columns.address,
      from: "lg",
      cell: (row) =>
        row.address && (
          <span className="whitespace-nowrap">
            {`${row.address.city}, ${countryName(row.address.country, locale)}`}
          </span>
        ),
    },
    {
      id: "countries",
      header: columns.countries,
      cell: (row) => (
        <span className="block min-w-44">
          {row.countries.length === 0
            ? words.anywhere
            : row.countries.map((code) => countryName(code, locale)).join(", ")}
        </span>
      ),
    },
    {
      id: "priority",
      header: columns.priority,
      align: "end",
      cell: (row) => <span className="nums">{row.priority}</span>,
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
        card={(row) => <SettingCard row={row} columns={table} shown={["countries", "priority"]} />}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        empty={
          <EmptyState icon={WarehouseIcon} title={words.none}>
            {words.noneHint}
          </EmptyState>
        }
      />
      {open && (
        <WarehouseDialog
          warehouse={open === "new" ? null : open}
          readOnly={readOnly}
          onClose={() => setOpen(null)}
        />
      )}
    </Panel>
  );
}
