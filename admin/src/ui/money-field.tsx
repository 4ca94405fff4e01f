import { useState } from "react";
import type { Currency } from "@shopwright/server/kernel/currency";
import type { MoneyView } from "@shopwright/server/kernel/money";
import { useLocale } from "../app/preferences.ts";
import { useUiText } from "../locales/ui.ts";
import { Field } from "./field.tsx";
import type { FieldLook } from "./field.tsx";
import { moneyText, parseMoney } from "./parse-money.ts";

/**
 * An amount typed in the reader's notation. `onChange` gives the amount, or null while it is empty
 * or cannot be read; what was typed stays in the field as it is.
 */
export function MoneyField({
  value,
  currency,
  onChange,
  disabled = false,
  ...look
}: FieldLook & {
  readonly value: MoneyView | null;
  readonly currency: Currency;
  readonly onChange: (amount: MoneyView | null) => void;
  readonly disabled?: boolean;
}) {
  const locale = useLocale();
  const words = useUiText();
  const [typed, setTyped] = useState(() => (value === null ? "" : moneyText(value, locale)));
  const parsed = parseMoney(typed, currency, locale);
  // The page set another amount than the one typed here: show that one.
  const shown =
    value !== null && (parsed.kind !== "amount" || parsed.amount.minor !== value.minor)
      ? moneyText(value, locale)
      : typed;
  const problem =
    shown !== typed || parsed.kind === "empty" || parsed.kind === "amount"
      ? null
      : parsed.kind === "too_many_decimals"
        ? words.tooManyDecimals
        : words.amountInvalid;
  return (
    <Field {...look} problem={look.problem ?? problem}>
      {(control) => (
        <div className="relative">
          <input
            {...control}
            className="field-box nums pr-12 text-right"
            inputMode="decimal"
            autoComplete="off"
            value={shown}
            disabled={disabled}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              const next = parseMoney(event.currentTarget.value, currency, locale);
              onChange(next.kind === "amount" ? next.amount : null);
            }}
          />
          <span
            aria-hidden
            className="pointer-events-none absolute inset-y-0 right-2.5 grid place-items-center text-[0.8125rem] text-muted"
          >
            {currency}
          </span>
        </div>
      )}
    </Field>
  );
}
