import { Field } from "./field.tsx";
import type { FieldLook } from "./field.tsx";

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
}

/** The machine's own select: best by keyboard, screen reader and on a phone. */
export function SelectField<Value extends string>({
  value,
  onChange,
  choices,
  empty,
  disabled = false,
  ...look
}: FieldLook & {
  readonly value: Value | "";
  readonly onChange: (value: Value | "") => void;
  readonly choices: readonly Choice<Value>[];
  /** Offers "none of them" under this text. */
  readonly empty?: string;
  readonly disabled?: boolean;
}) {
  return (
    <Field {...look}>
      {(control) => (
        <select
          {...control}
          className="field-box pr-7"
          value={value}
          disabled={disabled}
          onChange={(event) => {
            const chosen = choices.find((choice) => choice.value === event.currentTarget.value);
            onChange(chosen?.value ?? "");
          }}
        >
          {(empty !== undefined || value === "") && <option value="">{empty ?? ""}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled === true}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
