import { TextField } from "../../ui/text-field.tsx";

/** A whole number that is not negative; `null` where the field is empty and may be. */
export function NumberField({
  label,
  name,
  hint,
  value,
  optional = false,
  problem,
  onChange,
}: {
  readonly label: string;
  readonly name: string;
  readonly hint?: string;
  readonly value: number | null;
  readonly optional?: boolean;
  readonly problem?: string | null;
  readonly onChange: (value: number | null) => void;
}) {
  return (
    <TextField
      label={label}
      name={name}
      hint={hint}
      optional={optional}
      problem={problem}
      inputMode="numeric"
      className="nums text-right"
      value={value === null ? "" : String(value)}
      onChange={(text) => {
        const digits = text.replaceAll(/\D/g, "").slice(0, 9);
        onChange(digits === "" ? null : Number(digits));
      }}
    />
  );
}
