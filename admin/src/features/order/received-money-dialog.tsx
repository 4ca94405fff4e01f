import { useState } from "react";
import type { collectCash, markOrderPaid } from "@shopwright/server/contracts/desk";
import type { MoneyView } from "@shopwright/server/kernel/money";
import { useLocale } from "../../app/preferences.ts";
import { useOrderText } from "../../locales/order.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Money, sayMoney } from "../../ui/money.tsx";
import { MoneyField } from "../../ui/money-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import type { OrderDialogProps } from "./order-dialogs.tsx";
import { useOrderAction } from "./use-order.ts";

/** Money that arrived outside a provider: a transfer on the account, cash from the carrier. */
export function ReceivedMoneyDialog({
  order,
  onClose,
  endpoint,
  kind,
}: OrderDialogProps & {
  readonly endpoint: typeof markOrderPaid | typeof collectCash;
  readonly kind: "paid" | "cash";
}) {
  const words = useOrderText();
  const locale = useLocale();
  const { due } = order.money;
  const [amount, setAmount] = useState<MoneyView | null>(isPositive(due) ? due : null);
  const [reference, setReference] = useState("");
  const said = amount === null ? "" : sayMoney(amount, locale);
  const book = useOrderAction(endpoint, () => {
    onClose();
    toast(words[kind].done(said));
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={words[kind].title}
      confirm={words[kind].confirm(said)}
      busy={book.isPending}
      ready={amount !== null && isPositive(amount)}
      error={book.error}
      effects={amount === null ? [] : effectsOf(due, amount, words.paid)}
      onConfirm={() => {
        if (amount === null) return;
        const extra = kind === "paid" ? { reference: reference.trim() } : {};
        book.mutate({ params: { orderId: order.id }, body: { amount, ...extra } });
      }}
    >
      <MoneyField
        label={words[kind].amount}
        name="amount"
        currency={due.currency}
        value={amount}
        onChange={setAmount}
      />
      {kind === "paid" && (
        <TextField
          optional
          label={words.paid.reference}
          name="reference"
          value={reference}
          onChange={setReference}
          maxLength={140}
        />
      )}
    </ConfirmDialog>
  );
}

/** What is due before and after, or how much too much it is. */
function effectsOf(
  due: MoneyView,
  amount: MoneyView,
  words: { readonly due: string; readonly after: string; readonly over: string },
) {
  const rest = BigInt(due.minor) - BigInt(amount.minor);
  const after = { minor: (rest < 0n ? -rest : rest).toString(), currency: due.currency };
  return [
    { label: words.due, value: <Money amount={due} /> },
    { label: rest < 0n ? words.over : words.after, value: <Money amount={after} /> },
  ];
}

function isPositive(amount: MoneyView): boolean {
  return BigInt(amount.minor) > 0n;
}
