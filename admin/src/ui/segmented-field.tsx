import { useId } from "react";
import { cx } from "./class-names.ts";
import type { Choice } from "./select-field.tsx";

/** A choice among a few, all to be seen: radio buttons side by side. */
export function SegmentedField<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
}) {
  const name = useId();
  return (
    <fieldset className="grid grid-cols-1 gap-1">
      <legend className="mb-1 font-medium">{label}</legend>
      <div className="flex flex-wrap gap-1 rounded-lg bg-sunken p-1">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={cx(
              "grid min-h-9 flex-1 cursor-pointer place-items-center rounded-md px-3 text-center has-focus-visible:outline-2 has-focus-visible:outline-accent",
              choice.value === value ? "bg-surface font-semibold shadow-sm" : "text-muted",
            )}
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.disabled === true}
              onChange={() => onChange(choice.value)}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
