import { useState } from "react";
import { assignBankLine, listBankLines } from "@shopwright/server/contracts/payments";
import type { BankLineView } from "@shopwright/server/contracts/payments";
import { useAction } from "../../api/use-action.ts";
import { useBookText } from "../../locales/books.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Money } from "../../ui/money.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

/** Books a line that names no order for the one that a person knows. */
export function AssignLineDialog({
  line,
  onClose,
}: {
  readonly line: BankLineView;
  readonly onClose: () => void;
}) {
  const { bank: words } = useBookText();
  const [orderNumber, setOrderNumber] = useState(line.order?.number ?? "");
  const assign = useAction(assignBankLine, {
    changes: [listBankLines],
    onDone: () => {
      onClose();
      toast(words.assigned, { tone: "good" });
    },
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.assignTitle}
      description={line.reference}
      confirm={words.assign}
      ready={orderNumber.trim() !== ""}
      busy={assign.isPending}
      error={assign.error}
      effects={[
        { label: words.effectPayer, value: line.payer },
        { label: words.effectAmount, value: <Money amount={line.amount} /> },
        ...(line.order === null
          ? []
          : [{ label: words.due, value: <Money amount={line.order.due} /> }]),
      ]}
      onConfirm={() => assign.mutate({ params: { lineId: line.id }, body: { orderNumber } })}
    >
      <TextField
        label={words.orderNumber}
        name="orderNumber"
        placeholder="SO-10042"
        focusFirst
        value={orderNumber}
        onChange={setOrderNumber}
      />
    </ConfirmDialog>
  );
}
