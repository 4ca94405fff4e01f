import { useId } from "react";
import type { ReactNode } from "react";
import { useUiText } from "../locales/ui.ts";
import { useFieldError } from "./form.tsx";

export interface FieldLook {
  readonly label: string;
  /** Path in the request's body: the server's problem with it is shown here. */
  readonly name?: string | undefined;
  readonly hint?: ReactNode;
  /** A problem found here, before anything was sent. */
  readonly problem?: string | null | undefined;
  readonly optional?: boolean;
  /** The label is only for screen readers. */
  readonly bare?: boolean;
}

export interface ControlProps {
  readonly id: string;
  readonly name?: string | undefined;
  readonly "aria-invalid": boolean | undefined;
  readonly "aria-describedby": string | undefined;
}

/** Label, control, hint and problem, tied together for screen readers. */
export function Field({
  label,
  name,
  hint,
  problem,
  optional = false,
  bare = false,
  children,
}: FieldLook & { readonly children: (control: ControlProps) => ReactNode }) {
  const words = useUiText();
  const id = useId();
  const said = useFieldError(name) ?? problem ?? undefined;
  const describedBy = [hint == null ? "" : `${id}-hint`, said === undefined ? "" : `${id}-problem`]
    .join(" ")
    .trim();
  return (
    <div className="grid min-w-0 content-start gap-1">
      <label htmlFor={id} className={bare ? "sr-only" : "font-medium"}>
        {label}
        {optional && <span className="font-normal text-muted"> ({words.optional})</span>}
      </label>
      {children({
        id,
        name,
        "aria-invalid": said === undefined ? undefined : true,
        "aria-describedby": describedBy === "" ? undefined : describedBy,
      })}
      {said !== undefined && (
        <p id={`${id}-problem`} className="text-[0.8125rem] text-bad">
          {said}
        </p>
      )}
      {hint != null && (
        <p id={`${id}-hint`} className="text-[0.8125rem] text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
