import { listOrders } from "@shopwright/server/contracts/desk";
import type { OrderRowView } from "@shopwright/server/contracts/desk";
import { useList } from "../../api/use-read.ts";
import { useCustomerText } from "../../locales/customers.ts";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { DateTime } from "../../ui/date-time.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Money, MoneyTotal } from "../../ui/money.tsx";
import { Panel } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";

const tones = { pending: "warn", placed: "info", completed: "good", cancelled: "neutral" } as const;

/** A customer's orders, newest first, with what they come to. */
export function CustomerOrders({ customerId }: { readonly customerId: string }) {
  const words = useCustomerText();
  const list = useList(listOrders, { query: { customerId } });
  const columns: readonly Column<OrderRowView>[] = [
    {
      id: "number",
      header: words.orders,
      grow: true,
      cell: (row) => (
        <span>
          <span className="nums font-medium">{row.number}</span>
          <span className="text-muted">{` · ${words.items(row.itemCount)}`}</span>
        </span>
      ),
    },
    {
      id: "status",
      header: "",
      cell: (row) => <StatusBadge tone={tones[row.status]}>{words.status[row.status]}</StatusBadge>,
    },
    { id: "at", header: "", cell: (row) => <DateTime at={row.createdAt} /> },
    {
      id: "total",
      header: "",
      align: "end",
      cell: (row) => <Money amount={row.total} />,
      total: (rows) => (
        <MoneyTotal
          amounts={rows.filter((row) => row.status !== "cancelled").map((row) => row.total)}
        />
      ),
    },
  ];
  return (
    <Panel title={words.orders} flush>
      <DataTable
        label={words.orders}
        list={list}
        columns={columns}
        rowId={(row) => row.id}
        rowName={(row) => row.number}
        rowLink={(row) => `/orders/${row.id}`}
        card={(row) => (
          <span className="flex flex-wrap items-center gap-2">
            <span className="nums flex-1 font-medium">{row.number}</span>
            <StatusBadge tone={tones[row.status]}>{words.status[row.status]}</StatusBadge>
            <Money amount={row.total} />
          </span>
        )}
        empty={<EmptyState title={words.noOrders} />}
      />
    </Panel>
  );
}
