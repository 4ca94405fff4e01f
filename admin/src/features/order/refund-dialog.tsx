import { useState } from "react";
import { previewRefund, refundOrder } from "@shopwright/server/contracts/desk";
import type { MoneyView } from "@shopwright/server/kernel/money";
import { useRead } from "../../api/use-read.ts";
import { useLocale } from "../../app/preferences.ts";
import { sayError, useErrorText } from "../../locales/errors.ts";
import { useOrderText } from "../../locales/order.ts";
import { CheckField } from "../../ui/check-field.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import type { Effect } from "../../ui/confirm-dialog.tsx";
import { Money, sayMoney } from "../../ui/money.tsx";
import { MoneyField } from "../../ui/money-field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { chosenLines, LineChoice, unitsOf } from "./line-choice.tsx";
import type { ChosenUnits } from "./line-choice.tsx";
import type { OrderDialogProps } from "./order-dialogs.tsx";
import { useOrderAction } from "./use-order.ts";

const modes = ["lines", "amount", "all"] as const;
type Mode = (typeof modes)[number];
const ways = ["original", "store_credit", "gift_card"] as const;
type Way = (typeof ways)[number];

/** Gives money back for what was invoiced: units of lines, an amount, or everything. */
export function RefundDialog({ order, onClose }: OrderDialogProps) {
  const words = useOrderText();
  const errors = useErrorText();
  const locale = useLocale();
  const [mode, setMode] = useState<Mode>("lines");
  const [chosen, setChosen] = useState<ChosenUnits>({});
  const [amount, setAmount] = useState<MoneyView | null>(null);
  const [restock, setRestock] = useState(false);
  const [restockAt, setRestockAt] = useState("");
  const [reason, setReason, dropDraft] = useDraft(`refund ${order.id}`, "");
  const [to, setTo] = useState<Way>("original");
  const params = { orderId: order.id };
  const complete = isComplete(mode, chosen, amount);
  const backTo = restock && restockAt !== "" ? { restockAt } : {};
  const what = {
    ...(mode === "lines" ? { lines: chosenLines(chosen), restock, ...backTo } : {}),
    ...(mode === "amount" && amount !== null ? { amount } : {}),
    to,
  };
  const preview = useRead(previewRefund, { params, body: what }, { enabled: complete });
  const ready = complete && preview.isSuccess && !preview.isPlaceholderData;
  const said = ready ? sayMoney(preview.data.amount, locale) : "";
  const refund = useOrderAction(refundOrder, () => {
    dropDraft();
    onClose();
    toast(words.refund.done(said));
  });
  const effects: readonly Effect[] = ready
    ? [
        { label: words.refund.back, value: <Money amount={preview.data.amount} /> },
        { label: words.refund.ofWhichTax, value: <Money amount={preview.data.tax} /> },
      ]
    : [];
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={words.refund.title}
      description={words.refund.hint}
      confirm={words.refund.confirm(said)}
      danger
      width="wide"
      busy={refund.isPending}
      ready={ready && reason.trim() !== ""}
      error={refund.error}
      effects={effects}
      onConfirm={() => refund.mutate({ params, body: { ...what, reason: reason.trim() } })}
    >
      <SegmentedField
        label={words.refund.how}
        value={mode}
        choices={modes.map((value) => ({ value, label: words.refund.modes[value] }))}
        onChange={setMode}
      />
      {mode === "lines" && (
        <>
          <LineChoice
            lines={order.lines}
            most={(line) => line.refundable.quantity}
            note={(line) =>
              words.refund.refundable(
                line.refundable.quantity,
                sayMoney(line.refundable.amount, locale),
              )
            }
            chosen={chosen}
            onChange={setChosen}
          />
          <CheckField
            label={words.refund.restock}
            hint={words.refund.restockHint}
            checked={restock}
            onChange={setRestock}
          />
          {restock && <WarehouseChoice order={order} value={restockAt} onChange={setRestockAt} />}
        </>
      )}
      {mode === "amount" && (
        <MoneyField
          label={words.refund.amount}
          name="amount"
          hint={words.refund.atMost(sayMoney(order.money.refundable, locale))}
          currency={order.money.refundable.currency}
          value={amount}
          onChange={setAmount}
        />
      )}
      <SegmentedField
        label={words.refund.to}
        value={to}
        choices={ways.map((value) => ({ value, label: words.refund.ways[value] }))}
        onChange={setTo}
      />
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        name="reason"
        value={reason}
        onChange={setReason}
        maxLength={300}
      />
      {!complete && <Notice tone="info">{words.refund.nothing}</Notice>}
      {complete && preview.error && <Notice tone="bad">{sayError(errors, preview.error)}</Notice>}
      {ready && preview.data.byHand && <Notice tone="warn">{words.refund.byHand}</Notice>}
    </ConfirmDialog>
  );
}

/** Which of several warehouses the goods came back to; nothing to choose where all were sent from one. */
function WarehouseChoice({
  order,
  value,
  onChange,
}: {
  readonly order: OrderDialogProps["order"];
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const words = useOrderText();
  const sent = order.fulfilmentOrders.filter(({ shipped }) => shipped > 0);
  const warehouses = new Map(sent.map(({ location }) => [location.id, location.name]));
  if (warehouses.size < 2) return null;
  return (
    <SelectField
      label={words.refund.restockAt}
      name="restockAt"
      value={value}
      onChange={onChange}
      empty={words.refund.restockLatest}
      choices={[...warehouses].map(([id, label]) => ({ value: id, label }))}
    />
  );
}

function isComplete(mode: Mode, chosen: ChosenUnits, amount: MoneyView | null): boolean {
  if (mode === "lines") return unitsOf(chosen) > 0;
  return mode === "all" || (amount !== null && BigInt(amount.minor) > 0n);
}
