import type { MoneyView } from "@shopwright/server/kernel/money";
import { MoneyField } from "../../ui/money-field.tsx";
import { useCurrencies } from "../products/use-currencies.ts";

/** An amount for each currency the shop sells in; an empty one is left out. */
export function AmountsField({
  label,
  name,
  hint,
  amounts,
  onChange,
}: {
  readonly label: (currency: string) => string;
  readonly name: string;
  readonly hint?: string;
  readonly amounts: readonly MoneyView[];
  readonly onChange: (amounts: MoneyView[]) => void;
}) {
  const currencies = useCurrencies();
  return (
    <div className="grid gap-1">
      <div className="grid gap-3 sm:grid-cols-2">
        {currencies.map((currency) => (
          <MoneyField
            key={currency}
            label={label(currency)}
            name={name}
            optional
            currency={currency}
            value={amounts.find((each) => each.currency === currency) ?? null}
            onChange={(amount) => {
              const others = amounts.filter((each) => each.currency !== currency);
              onChange(amount === null ? others : [...others, amount]);
            }}
          />
        ))}
      </div>
      {hint !== undefined && <p className="text-[0.8125rem] text-muted">{hint}</p>}
    </div>
  );
}
