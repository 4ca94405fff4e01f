import { useId } from "react";
import type { ReactNode } from "react";

/** A box to tick, with its words; `toggle` shows it as a switch for what counts at once. */
export function CheckField({
  label,
  hint,
  checked,
  onChange,
  disabled = false,
  toggle = false,
}: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly toggle?: boolean;
}) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5">
      <input
        id={id}
        type="checkbox"
        {...(toggle ? { role: "switch" } : {})}
        checked={checked}
        disabled={disabled}
        aria-describedby={hint == null ? undefined : `${id}-hint`}
        className="mt-0.5 size-[1.125rem] shrink-0 accent-(--accent)"
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div className="grid gap-0.5">
        <label htmlFor={id}>{label}</label>
        {hint != null && (
          <p id={`${id}-hint`} className="text-[0.8125rem] text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
