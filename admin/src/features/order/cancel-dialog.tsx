import { useState } from "react";
import { cancelOrder, previewCancellation } from "@shopwright/server/contracts/desk";
import type { ReplyOf } from "@shopwright/server/kernel/endpoint";
import { useRead } from "../../api/use-read.ts";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { useOrderText } from "../../locales/order.ts";
import type { OrderWords } from "../../locales/order.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import type { Effect } from "../../ui/confirm-dialog.tsx";
import { Money } from "../../ui/money.tsx";
import { Notice } from "../../ui/notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { chosenLines, LineChoice, unitsOf } from "./line-choice.tsx";
import type { ChosenUnits } from "./line-choice.tsx";
import type { OrderDialogProps } from "./order-dialogs.tsx";
import { useOrderAction } from "./use-order.ts";

/** Cancels units that were not sent; the server says what it would do before it is done. */
export function CancelDialog({ order, onClose }: OrderDialogProps) {
  const words = useOrderText();
  const errors = useErrorText();
  const all = Object.fromEntries(
    order.lines.filter((line) => line.cancellable > 0).map((line) => [line.id, line.cancellable]),
  );
  const [chosen, setChosen] = useState<ChosenUnits>(all);
  const [reason, setReason, dropDraft] = useDraft(`cancel ${order.id}`, "");
  const params = { orderId: order.id };
  const units = unitsOf(chosen);
  const everything = units === unitsOf(all);
  const which = everything ? {} : { lines: chosenLines(chosen) };
  const preview = useRead(previewCancellation, { params, body: which }, { enabled: units > 0 });
  const cancel = useOrderAction(cancelOrder, () => {
    dropDraft();
    onClose();
    toast(words.cancel.done);
  });
  const ready = units > 0 && preview.isSuccess && !preview.isPlaceholderData;
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={words.cancel.title}
      description={words.cancel.hint}
      confirm={
        ready && preview.data.whole ? words.cancel.confirmWhole : words.cancel.confirm(units)
      }
      danger
      width="wide"
      busy={cancel.isPending}
      ready={ready && reason.trim() !== ""}
      error={cancel.error}
      effects={ready ? effectsOf(preview.data, words) : []}
      onConfirm={() => cancel.mutate({ params, body: { ...which, reason: reason.trim() } })}
    >
      <LineChoice
        lines={order.lines}
        most={(line) => line.cancellable}
        note={(line) => words.cancel.waiting(line.cancellable)}
        chosen={chosen}
        onChange={setChosen}
      />
      {!everything && (
        <Button
          size="small"
          variant="ghost"
          className="justify-self-start"
          onClick={() => setChosen(all)}
        >
          {words.cancel.all}
        </Button>
      )}
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={300}
      />
      {units === 0 && <Notice tone="warn">{words.cancel.nothing}</Notice>}
      {preview.error && <Notice tone="bad">{sayError(errors, preview.error)}</Notice>}
      {ready && preview.data.whole && <Notice tone="warn">{words.cancel.whole}</Notice>}
    </ConfirmDialog>
  );
}

function effectsOf(
  preview: ReplyOf<typeof previewCancellation>,
  words: OrderWords,
): readonly Effect[] {
  const refundLabel = preview.byHand ? words.cancel.refundByHand : words.cancel.refund;
  const parts = [
    [words.cancel.value, preview.value],
    [refundLabel, preview.refund],
    [words.cancel.release, preview.release],
  ] as const;
  return parts
    .filter(([, amount], index) => index === 0 || amount.minor !== "0")
    .map(([label, amount]) => ({ label, value: <Money amount={amount} /> }));
}
