import { Eye, EyeOff } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { ComponentProps, RefObject } from "react";
import { cx } from "./class-names.ts";
import { Field } from "./field.tsx";
import type { FieldLook } from "./field.tsx";

type Typed = FieldLook & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The page or dialog begins here. */
  readonly focusFirst?: boolean;
};
function useFocusFirst(wanted: boolean): RefObject<HTMLInputElement | null> {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (wanted) input.current?.focus();
  }, [wanted]);
  return input;
}

type InputRest = Omit<ComponentProps<"input">, keyof Typed | "id">;

export function TextField({
  label,
  name,
  hint,
  problem,
  optional,
  bare,
  ...input
}: Typed & InputRest) {
  const { onChange, className, type = "text", focusFirst = false, ...rest } = input;
  const ref = useFocusFirst(focusFirst);
  return (
    <Field {...lookOf({ label, name, hint, problem, optional, bare })}>
      {(control) => (
        <input
          {...rest}
          {...control}
          ref={ref}
          type={type}
          className={cx("field-box", className)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** A password that can be shown while it is typed, and takes one from a password manager. */
export function PasswordField({
  label,
  name,
  hint,
  problem,
  showLabel,
  ...input
}: Typed & InputRest & { readonly showLabel: string }) {
  const [shown, setShown] = useState(false);
  const { onChange, focusFirst = false, ...rest } = input;
  const ref = useFocusFirst(focusFirst);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field {...lookOf({ label, name, hint, problem })}>
      {(control) => (
        <div className="relative">
          <input
            {...rest}
            {...control}
            ref={ref}
            type={shown ? "text" : "password"}
            className="field-box pr-11"
            onChange={(event) => onChange(event.currentTarget.value)}
          />
          <button
            type="button"
            aria-label={showLabel}
            aria-pressed={shown}
            className="absolute inset-y-0 right-0 grid w-10 place-items-center rounded-r-lg text-muted"
            onClick={() => setShown(!shown)}
          >
            <Icon aria-hidden className="size-4" />
          </button>
        </div>
      )}
    </Field>
  );
}

type AreaRest = Omit<ComponentProps<"textarea">, keyof Typed | "id">;

export function TextAreaField({
  label,
  name,
  hint,
  problem,
  optional,
  bare,
  ...input
}: Typed & AreaRest) {
  const { onChange, className, rows = 3, focusFirst: _focusFirst, ...rest } = input;
  return (
    <Field {...lookOf({ label, name, hint, problem, optional, bare })}>
      {(control) => (
        <textarea
          {...rest}
          {...control}
          rows={rows}
          className={cx("field-box field-sizing-content py-1.5", className)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

type LooseLook = { [Key in keyof FieldLook]: FieldLook[Key] | undefined } & { label: string };

/** Leaves out what is undefined, as exact optional properties ask for. */
export function lookOf(look: LooseLook): FieldLook {
  const { label, name, hint, problem, optional = false, bare = false } = look;
  return { label, name, hint, problem, optional, bare };
}
