import type { OrderRowView } from "@shopwright/server/contracts/desk";
import type { DeskWords } from "../../locales/desk.ts";
import type { Column } from "../../ui/column.ts";
import { DateTime, Day } from "../../ui/date-time.tsx";
import { Money, MoneyTotal } from "../../ui/money.tsx";
import {
  FulfilmentBadge,
  NeedBadges,
  OrderStatusBadge,
  PaymentBadge,
} from "../../ui/order-badges.tsx";

/** The columns of the order list. */
export function orderColumns(words: DeskWords["columns"]): readonly Column<OrderRowView>[] {
  return [
    {
      id: "number",
      header: words.number,
      cell: (row) => <span className="nums whitespace-nowrap">{row.number}</span>,
    },
    { id: "date", header: words.date, cell: (row) => <DateTime at={row.createdAt} />, from: "lg" },
    { id: "customer", header: words.customer, cell: (row) => <Buyer row={row} />, grow: true },
    { id: "status", header: words.status, cell: (row) => <OrderStatusBadge status={row.status} /> },
    {
      id: "payment",
      header: words.payment,
      cell: (row) => <PaymentBadge status={row.paymentStatus} />,
    },
    {
      id: "fulfilment",
      header: words.fulfilment,
      cell: (row) => <FulfilmentBadge status={row.fulfilmentStatus} />,
    },
    {
      id: "needs",
      header: words.needs,
      cell: (row) => <NeedBadges needs={row.needs} />,
      from: "xl",
    },
    { id: "due", header: words.due, cell: (row) => <Day day={row.promisedBy} />, from: "2xl" },
    {
      id: "items",
      header: words.items,
      align: "end",
      cell: (row) => <span className="nums">{row.itemCount}</span>,
      total: (rows) => (
        <span className="nums font-semibold">
          {rows.reduce((sum, row) => sum + row.itemCount, 0)}
        </span>
      ),
      from: "lg",
    },
    {
      id: "total",
      header: words.total,
      align: "end",
      cell: (row) => <Money amount={row.total} />,
      total: (rows) => <MoneyTotal amounts={rows.map((row) => row.total)} />,
    },
  ];
}

function Buyer({ row }: { readonly row: OrderRowView }) {
  return (
    <span className="block min-w-36 truncate">
      {row.name} <span className="text-muted">{row.country}</span>
    </span>
  );
}

/** An order on a phone. */
export function OrderCard({ row }: { readonly row: OrderRowView }) {
  return (
    <span className="grid grid-cols-1 gap-1">
      <span className="flex items-baseline justify-between gap-3">
        <span className="nums font-semibold">{row.number}</span>
        <Money amount={row.total} strong />
      </span>
      <span className="flex justify-between gap-3 text-muted">
        <span className="truncate">{row.name}</span>
        <span className="shrink-0">
          <DateTime at={row.createdAt} />
        </span>
      </span>
      <span className="flex flex-wrap gap-1">
        <PaymentBadge status={row.paymentStatus} />
        <FulfilmentBadge status={row.fulfilmentStatus} />
        <NeedBadges needs={row.needs} />
      </span>
    </span>
  );
}
