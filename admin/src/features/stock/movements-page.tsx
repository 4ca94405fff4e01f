import { Boxes } from "lucide-react";
import { useState } from "react";
import { listMovements } from "@shopwright/server/contracts/inventory";
import { useList } from "../../api/use-read.ts";
import { usePermission } from "../../app/session.tsx";
import { useStockText } from "../../locales/stock.ts";
import type { Column } from "../../ui/column.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Link } from "../../ui/link.tsx";
import { Page, Panel } from "../../ui/page.tsx";
import { MovementCard, useMovementColumns } from "./movement-columns.tsx";
import type { Movement, NamedMovement } from "./movement-columns.tsx";
import { ReverseDialog } from "./reverse-dialog.tsx";

/** Every movement of goods, newest first. */
export default function MovementsPage() {
  const words = useStockText();
  const mayWrite = usePermission("stock:write");
  const [reversing, setReversing] = useState<Movement | null>(null);
  const list = useList(listMovements, { query: {} });
  const columns = useMovementColumns(mayWrite ? setReversing : null);
  const item: Column<NamedMovement> = {
    id: "item",
    header: words.columns.item,
    cell: (row) => (
      <span className="block max-w-64">
        <Link to={`/stock/${row.variantId}`} className="block truncate font-medium">
          {row.title}
        </Link>
        <span className="block truncate text-[0.8125rem] text-muted">{row.sku}</span>
      </span>
    ),
  };
  return (
    <Page title={words.item.movements} back={{ to: "/stock", label: words.title }}>
      <Panel flush>
        <DataTable
          label={words.item.movements}
          list={list}
          columns={[item, ...columns]}
          card={(row) => <MovementCard row={row} columns={[item, ...columns]} />}
          rowId={(row) => row.id}
          rowName={(row) => row.sku}
          empty={<EmptyState icon={Boxes} title={words.item.noMovements} />}
        />
      </Panel>
      {reversing && <ReverseDialog movement={reversing} onClose={() => setReversing(null)} />}
    </Page>
  );
}
