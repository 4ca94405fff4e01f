import {
  listMovements,
  listStock,
  readStock,
  transferStock,
} from "@shopwright/server/contracts/inventory";
import { useAction } from "../../api/use-action.ts";
import { useStockText } from "../../locales/stock.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { GoodsLines, unitsOf } from "./goods-lines.tsx";
import type { GoodsLine } from "./goods-lines.tsx";
import type { StockRow } from "./stock-page.tsx";
import { useWarehouses } from "./use-warehouses.ts";

interface Transfer {
  readonly fromId: string;
  readonly toId: string;
  readonly note: string;
  readonly lines: readonly GoodsLine[];
}
const blank: Transfer = { fromId: "", toId: "", note: "", lines: [] };

/** Moves goods from one warehouse to another; only what nobody was promised can go. */
export function TransferDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useStockText();
  const { active } = useWarehouses();
  const [draft, put, drop] = useDraft("transfer", blank);
  const fromId = draft.fromId || (active[0]?.id ?? "");
  const toId = draft.toId || (active.find(({ id }) => id !== fromId)?.id ?? "");
  const units = unitsOf(draft.lines);
  const transfer = useAction(transferStock, {
    changes: [listStock, readStock, listMovements],
    onDone: () => {
      drop();
      onClose();
      toast(words.transferred(units), { tone: "good" });
    },
  });
  const places = active.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ConfirmDialog
      open
      width="wide"
      onOpenChange={(open) => !open && onClose()}
      title={words.transferTitle}
      confirm={words.transferUnits(units)}
      ready={units > 0 && fromId !== toId && toId !== ""}
      busy={transfer.isPending}
      error={transfer.error}
      effects={draft.lines.map(({ item, quantity }) => ({
        label: item.sku,
        value: `${sumAt(item, fromId, "onHand")} → ${sumAt(item, fromId, "onHand") - quantity} · ${sumAt(item, toId, "onHand")} → ${sumAt(item, toId, "onHand") + quantity}`,
      }))}
      onConfirm={() =>
        transfer.mutate({
          body: {
            fromId,
            toId,
            note: draft.note,
            lines: draft.lines.map(({ item, quantity }) => ({
              variantId: item.variantId,
              quantity,
            })),
          },
        })
      }
    >
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          label={words.fromPlace}
          name="fromId"
          value={fromId}
          choices={places}
          onChange={(id) => put({ ...draft, fromId: id })}
        />
        <SelectField
          label={words.toPlace}
          name="toId"
          value={toId}
          choices={places}
          onChange={(id) => put({ ...draft, toId: id })}
        />
      </div>
      {fromId === toId && <Notice tone="warn">{words.sameLocation}</Notice>}
      <GoodsLines
        lines={draft.lines}
        onChange={(lines) => put({ ...draft, lines })}
        newLine={(item) => ({ item, quantity: 1 })}
        most={({ item }) => Math.max(1, sumAt(item, fromId, "available"))}
        extra={({ item }) => (
          <span className="self-center text-[0.8125rem] text-muted">
            {words.freeThere(sumAt(item, fromId, "available"))}
          </span>
        )}
      />
      <TextField
        label={words.note}
        optional
        maxLength={500}
        value={draft.note}
        onChange={(note) => put({ ...draft, note })}
      />
    </ConfirmDialog>
  );
}

function sumAt(item: StockRow, locationId: string, field: "onHand" | "available"): number {
  return item.locations
    .filter((at) => at.locationId === locationId && at.lot === "")
    .reduce((sum, at) => sum + at[field], 0);
}
