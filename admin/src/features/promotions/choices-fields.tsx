import { getShop } from "@shopwright/server/contracts/settings";
import { useRead } from "../../api/use-read.ts";
import { useLocale } from "../../app/preferences.ts";
import { usePromotionText } from "../../locales/promotions.ts";
import { cx } from "../../ui/class-names.ts";
import { weekdayName } from "./sentence.ts";

interface PillsProps<Value extends string | number> {
  readonly label: string;
  readonly hint?: string;
  readonly chosen: readonly Value[];
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (chosen: Value[]) => void;
}

/** Several of a few: each a box to tick that a thumb can hit. */
function Pills<Value extends string | number>(props: PillsProps<Value>) {
  const { label, hint, chosen, choices, onChange } = props;
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-medium">{label}</legend>
      <div className="flex flex-wrap gap-1.5">
        {choices.map(({ value, label: said }) => {
          const on = chosen.includes(value);
          return (
            <label
              key={value}
              className={cx(
                "flex min-h-9 cursor-pointer items-center gap-2 rounded-full border px-3 has-focus-visible:outline-2 has-focus-visible:outline-accent",
                on ? "border-accent bg-accent-soft font-medium" : "border-line-strong/60",
              )}
            >
              <input
                type="checkbox"
                className="accent-(--accent)"
                checked={on}
                onChange={() =>
                  onChange(on ? chosen.filter((each) => each !== value) : [...chosen, value])
                }
              />
              {said}
            </label>
          );
        })}
      </div>
      {hint !== undefined && <p className="text-[0.8125rem] text-muted">{hint}</p>}
    </fieldset>
  );
}

export function DaysField({
  days,
  hint,
  onChange,
}: {
  readonly days: readonly number[];
  readonly hint?: string;
  readonly onChange: (days: number[]) => void;
}) {
  const words = usePromotionText();
  const locale = useLocale();
  return (
    <Pills
      label={words.weekdays}
      {...(hint === undefined ? {} : { hint })}
      chosen={days}
      choices={[1, 2, 3, 4, 5, 6, 7].map((value) => ({
        value,
        label: weekdayName(value, locale, "short"),
      }))}
      onChange={(chosen) => onChange(chosen.toSorted((a, b) => a - b))}
    />
  );
}

export function MarketsField({
  markets,
  hint,
  onChange,
}: {
  readonly markets: readonly string[];
  readonly hint?: string;
  readonly onChange: (markets: string[]) => void;
}) {
  const words = usePromotionText();
  const locale = useLocale();
  const known = useRead(getShop, {}).data?.markets ?? [];
  return (
    <Pills
      label={words.markets}
      {...(hint === undefined ? {} : { hint })}
      chosen={markets}
      choices={known.map(({ code, names }) => ({ value: code, label: names[locale] ?? names.en }))}
      onChange={onChange}
    />
  );
}
