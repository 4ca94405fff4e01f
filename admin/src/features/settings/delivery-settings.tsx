import { Plus, Truck } from "lucide-react";
import { useState } from "react";
import { listDeliveryOptions } from "@shopwright/server/contracts/settings";
import type { DeliveryOptionView } from "@shopwright/server/contracts/settings";
import { countryName } from "@shopwright/server/kernel/country";
import { useRead } from "../../api/use-read.ts";
import { useLocale } from "../../app/preferences.ts";
import { useSettingText } from "../../locales/settings.ts";
import { Button } from "../../ui/button.tsx";
import type { Column } from "../../ui/column.ts";
import { DataTable, wholeList } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Money } from "../../ui/money.tsx";
import { Panel } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { DeliveryDialog } from "./delivery-dialog.tsx";
import { SettingCard } from "./setting-card.tsx";

/** What shoppers can choose for delivery. */
export function DeliverySettings({ readOnly }: { readonly readOnly: boolean }) {
  const settings = useSettingText();
  const words = settings.delivery;
  const locale = useLocale();
  const [open, setOpen] = useState<DeliveryOptionView | "new" | null>(null);
  const list = wholeList(useRead(listDeliveryOptions, {}));
  const { columns } = words;
  const table: readonly Column<DeliveryOptionView>[] = [
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
            {row.names[locale] ?? row.names.en}
          </button>
          <span className="block text-[0.8125rem] text-muted">
            {[words.kinds[row.kind], row.carrier].filter(Boolean).join(" · ")}
          </span>
        </span>
      ),
    },
    {
      id: "price",
      header: columns.price,
      align: "end",
      cell: (row) =>
        row.priceMinor === "0" ? (
          words.free
        ) : (
          <Money amount={{ minor: row.priceMinor, currency: row.currency }} />
        ),
    },
    {
      id: "days",
      header: columns.days,
      align: "end",
      cell: (row) => (
        <span className="nums">
          {row.minDays === row.maxDays ? row.minDays : `${row.minDays}–${row.maxDays}`}
        </span>
      ),
    },
    {
      id: "where",
      header: columns.where,
      cell: (row) => <span className="block min-w-28">{sayCountries(row.countries)}</span>,
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
  const sayCountries = (codes: readonly string[]): string => {
    if (codes.length === 0) return words.everywhere;
    if (codes.length > 3) return settings.markets.countryCount(codes.length);
    return codes.map((code) => countryName(code, locale)).join(", ");
  };
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
        card={(row) => <SettingCard row={row} columns={table} shown={["price", "days", "where"]} />}
        rowId={(row) => row.id}
        rowName={(row) => row.names.en}
        empty={
          <EmptyState icon={Truck} title={words.none}>
            {words.noneHint}
          </EmptyState>
        }
      />
      {open && (
        <DeliveryDialog
          option={open === "new" ? null : open}
          readOnly={readOnly}
          onClose={() => setOpen(null)}
        />
      )}
    </Panel>
  );
}
