import { useState } from "react";
import {
  listMovements,
  listStock,
  readStock,
  reverseMovement,
} from "@shopwright/server/contracts/inventory";
import { useAction } from "../../api/use-action.ts";
import { useStockText } from "../../locales/stock.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Money } from "../../ui/money.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import type { Movement } from "./movement-columns.tsx";

/** Undoes a movement by its opposite. */
export function ReverseDialog({
  movement,
  onClose,
}: {
  readonly movement: Movement;
  readonly onClose: () => void;
}) {
  const words = useStockText();
  const [note, setNote] = useState("");
  const reverse = useAction(reverseMovement, {
    changes: [listMovements, listStock, readStock],
    onDone: () => {
      onClose();
      toast(words.reverseDone, { tone: "good" });
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.reverseTitle}
      description={words.reverseHint}
      confirm={words.movement.reverse}
      danger
      busy={reverse.isPending}
      error={reverse.error}
      effects={[
        {
          label: words.effectMoved(movement.to.code, movement.from.code),
          value: movement.quantity,
        },
        { label: words.movement.value, value: <Money amount={movement.value} /> },
      ]}
      onConfirm={() => reverse.mutate({ params: { movementId: movement.id }, body: { note } })}
    >
      <TextField label={words.note} optional maxLength={500} value={note} onChange={setNote} />
    </ConfirmDialog>
  );
}
