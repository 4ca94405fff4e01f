import { useState } from "react";
import type { MoneyView } from "@shopwright/server/kernel/money";
import { useCreditText } from "../../locales/credit.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Money } from "../../ui/money.tsx";
import { MoneyField } from "../../ui/money-field.tsx";
import { SegmentedField } from "../../ui/segmented-field.tsx";
import { TextField } from "../../ui/text-field.tsx";

const directions = ["add", "take"] as const;

/** Adds to a balance or takes off it, with a reason; says the balance afterwards. */
export function AdjustCreditDialog({
  title,
  balance,
  busy,
  error,
  onAdjust,
  onClose,
  children,
}: {
  readonly title: string;
  readonly balance: MoneyView;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onAdjust: (body: { amount: MoneyView; reason: string }) => void;
  readonly onClose: () => void;
  readonly children?: React.ReactNode;
}) {
  const words = useCreditText();
  const [direction, setDirection] = useState<(typeof directions)[number]>("add");
  const [typed, setTyped] = useState<MoneyView | null>(null);
  const [reason, setReason] = useState("");
  const by = BigInt(typed?.minor ?? "0") * (direction === "add" ? 1n : -1n);
  const { currency } = balance;
  const after = { minor: (BigInt(balance.minor) + by).toString(), currency };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={words.adjustHint}
      confirm={words.directions[direction]}
      ready={by !== 0n && reason.trim() !== ""}
      busy={busy}
      error={error}
      effects={by === 0n ? [] : [{ label: words.after, value: <Money amount={after} /> }]}
      onConfirm={() =>
        onAdjust({ amount: { minor: by.toString(), currency }, reason: reason.trim() })
      }
    >
      {children}
      <SegmentedField
        label={words.direction}
        value={direction}
        choices={directions.map((value) => ({ value, label: words.directions[value] }))}
        onChange={setDirection}
      />
      <MoneyField
        key={currency}
        label={words.amount}
        name="amount"
        currency={currency}
        value={typed}
        onChange={setTyped}
      />
      <TextField
        label={words.reason}
        hint={words.reasonHint}
        name="reason"
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
    </ConfirmDialog>
  );
}
