import { useState } from "react";
import { TextField } from "../../ui/text-field.tsx";

/** Several short texts with commas between them. What is typed stays as it is. */
export function TextsField({
  label,
  name,
  texts,
  onChange,
}: {
  readonly label: string;
  readonly name: string;
  readonly texts: readonly string[];
  readonly onChange: (texts: string[]) => void;
}) {
  const [typed, setTyped] = useState(texts.join(", "));
  return (
    <TextField
      label={label}
      name={name}
      value={typed}
      onChange={(value) => {
        setTyped(value);
        onChange(textsIn(value));
      }}
    />
  );
}

export function textsIn(typed: string): string[] {
  return [...new Set(typed.split(/[,;\n]/).map((part) => part.trim()))].filter(
    (part) => part !== "",
  );
}
