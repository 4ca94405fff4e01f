import { Undo2 } from "lucide-react";
import type { listMovements, readStock } from "@shopwright/server/contracts/inventory";
import type { ReplyOf } from "@shopwright/server/kernel/endpoint";
import { useStockText } from "../../locales/stock.ts";
import { Actor } from "../../ui/actor.tsx";
import { Button } from "../../ui/button.tsx";
import type { Column } from "../../ui/column.ts";
import { DateTime } from "../../ui/date-time.tsx";
import { Link } from "../../ui/link.tsx";
import { Money } from "../../ui/money.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";

export type Movement = ReplyOf<typeof readStock>["movements"][number];
export type NamedMovement = ReplyOf<typeof listMovements>["items"][number];

const undoable: readonly Movement["reason"][] = ["receipt", "adjustment", "transfer"];

/** A movement on a phone, made of the same cells. */
export function MovementCard<Row extends Movement>({
  row,
  columns,
}: {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
}) {
  const cell = (id: string) => columns.find((column) => column.id === id)?.cell(row);
  return (
    <div className="grid grid-cols-1 gap-1">
      {cell("item")}
      <span className="flex items-start gap-2">
        <span className="min-w-0 flex-1">{cell("what")}</span>
        {cell("quantity")}
      </span>
      <span className="flex flex-wrap items-center gap-2 text-[0.8125rem] text-muted">
        <DateTime at={row.movedAt} />
        <span>{`${row.from.code} → ${row.to.code}`}</span>
        {cell("reverse")}
      </span>
    </div>
  );
}

/** The columns of a list of movements; those that can be undone offer it. */
export function useMovementColumns(
  onReverse: ((movement: Movement) => void) | null,
): readonly Column<Movement>[] {
  const words = useStockText();
  const { movement: text } = words;
  return [
    { id: "when", header: text.when, cell: (row) => <DateTime at={row.movedAt} /> },
    {
      id: "what",
      header: text.what,
      grow: true,
      cell: (row) => (
        <span className="block min-w-0">
          <span className="flex flex-wrap items-center gap-1.5">
            {words.reasons[row.reason]}
            {row.orderId !== null && <Link to={`/orders/${row.orderId}`}>{text.order}</Link>}
            {row.reversedById !== null && <StatusBadge>{text.reversed}</StatusBadge>}
            {row.reversesId !== null && <StatusBadge tone="info">{text.reversal}</StatusBadge>}
          </span>
          {row.note !== "" && (
            <span className="block text-[0.8125rem] break-words text-muted">{row.note}</span>
          )}
        </span>
      ),
    },
    { id: "from", header: text.from, cell: (row) => row.from.code },
    { id: "to", header: text.to, cell: (row) => row.to.code },
    {
      id: "quantity",
      header: text.quantity,
      align: "end",
      cell: (row) => <span className="nums font-medium">{row.quantity}</span>,
    },
    {
      id: "value",
      header: text.value,
      align: "end",
      from: "lg",
      cell: (row) => <Money amount={row.value} muteZero />,
    },
    {
      id: "who",
      header: text.who,
      from: "lg",
      cell: (row) => (
        <span className="whitespace-nowrap text-muted">
          <Actor actor={row.movedBy} />
        </span>
      ),
    },
    ...(onReverse === null
      ? []
      : [
          {
            id: "reverse",
            header: "",
            cell: (row: Movement) =>
              row.reversedById === null &&
              row.reversesId === null &&
              undoable.includes(row.reason) && (
                <Button size="small" variant="ghost" icon={Undo2} onClick={() => onReverse(row)}>
                  {text.reverse}
                </Button>
              ),
          },
        ]),
  ];
}
