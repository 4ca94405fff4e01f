import { useBookText } from "../../locales/books.ts";
import { TextField } from "../../ui/text-field.tsx";

/** Two days, both included; either may be open. */
export function DayRange({
  from,
  to,
  onChange,
}: {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly onChange: (change: { readonly from?: string; readonly to?: string }) => void;
}) {
  const words = useBookText();
  return (
    <>
      <TextField
        bare
        label={words.from}
        title={words.from}
        type="date"
        value={from ?? ""}
        max={to}
        onChange={(day) => onChange({ from: day })}
      />
      <TextField
        bare
        label={words.to}
        title={words.to}
        type="date"
        value={to ?? ""}
        min={from}
        onChange={(day) => onChange({ to: day })}
      />
    </>
  );
}
