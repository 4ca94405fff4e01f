import { useState } from "react";
import {
  adjustStock,
  adjustmentReasons,
  listMovements,
  listStock,
  readStock,
} from "@shopwright/server/contracts/inventory";
import { useAction } from "../../api/use-action.ts";
import { useStockText } from "../../locales/stock.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { readAdjustment } from "./adjustment.ts";
import type { StockRow } from "./stock-page.tsx";
import { useWarehouses } from "./use-warehouses.ts";

type Reason = (typeof adjustmentReasons)[number];
const nothing = { onHand: 0, reserved: 0, available: 0 };

/** Corrects what a warehouse holds of a variant, saying the numbers before and after. */
export function AdjustDialog({
  item,
  lot = "",
  locationId: first,
  onClose,
}: {
  readonly item: StockRow;
  readonly lot?: string;
  readonly locationId?: string | undefined;
  readonly onClose: () => void;
}) {
  const words = useStockText();
  const { active, nameOf } = useWarehouses();
  const [chosen, setChosen] = useState(first ?? "");
  const [by, setBy] = useState<"count" | "delta">("count");
  const [text, setText] = useState("");
  const [reason, setReason] = useState<Reason>("count");
  const [note, setNote] = useState("");
  const locationId = chosen || (active[0]?.id ?? "");
  const at =
    item.locations.find((one) => one.locationId === locationId && one.lot === lot) ?? nothing;
  const typed = readAdjustment({ by, text }, at.onHand);
  const adjust = useAction(adjustStock, {
    changes: [listStock, readStock, listMovements],
    onDone: () => {
      onClose();
      toast(words.adjusted(item.sku), { tone: "good" });
    },
  });
  const problem =
    typed.kind === "not_whole"
      ? words.notWhole
      : typed.kind === "below_zero"
        ? words.belowZero
        : null;
  const after = typed.kind === "change" ? typed.after : at.onHand;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.adjustTitle(item.sku)}
      description={words.adjustHint}
      confirm={words.setTo(after)}
      ready={typed.kind === "change" && typed.after !== typed.before}
      busy={adjust.isPending}
      error={adjust.error}
      effects={[
        { label: words.effectOnHand(nameOf(locationId)), value: words.change(at.onHand, after) },
        {
          label: words.effectAvailable,
          value: words.change(at.available, Math.max(0, after - at.reserved)),
        },
      ]}
      onConfirm={() => {
        if (typed.kind !== "change") return;
        adjust.mutate({
          params: { variantId: item.variantId },
          body: { locationId, lot, change: typed.change, reason, note },
        });
      }}
    >
      <SelectField
        label={words.location}
        value={locationId}
        choices={active.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          label={words.by}
          value={by}
          choices={[
            { value: "count", label: words.byCount },
            { value: "delta", label: words.byDelta },
          ]}
          onChange={(value) => value !== "" && setBy(value)}
        />
        <TextField
          label={by === "count" ? words.counted : words.delta}
          name={by === "count" ? "change.counted" : "change.delta"}
          inputMode={by === "count" ? "numeric" : "text"}
          autoComplete="off"
          className="nums text-right"
          focusFirst
          value={text}
          onChange={setText}
          problem={problem}
          hint={at.reserved > 0 ? words.reservedHint(at.reserved) : undefined}
        />
      </div>
      <SelectField
        label={words.reason}
        value={reason}
        choices={adjustmentReasons.map((value) => ({
          value,
          label: words.adjustmentReasons[value],
        }))}
        onChange={(value) => value !== "" && setReason(value)}
      />
      <TextField label={words.note} optional maxLength={500} value={note} onChange={setNote} />
    </ConfirmDialog>
  );
}
