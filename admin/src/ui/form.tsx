import { createContext, useContext, useEffect, useMemo, useRef } from "react";
import type { ReactNode } from "react";
import { ApiProblem } from "../api/problem.ts";
import { sayError, sayField, useErrorText } from "../locales/errors.ts";
import { Notice } from "./notice.tsx";

/** What the server said of each field, by path without the leading "body.". */
type FieldErrors = ReadonlyMap<string, string>;
const FieldErrorsOf = createContext<FieldErrors>(new Map());

/** The server's complaint about one field of the form around it. */
export function useFieldError(name: string | undefined): string | undefined {
  const errors = useContext(FieldErrorsOf);
  return name === undefined ? undefined : errors.get(name);
}

interface FormProps {
  readonly onSubmit: () => void;
  /** The action's error: fields it names are marked, the rest is said above the buttons. */
  readonly error?: Error | null | undefined;
  /** Codes that the page says in its own place. */
  readonly silent?: readonly string[];
  readonly className?: string;
  readonly children: ReactNode;
  readonly buttons?: ReactNode;
  readonly id?: string;
}

/** A form whose server-side problems land at their fields, and whose first bad field gets the focus. */
export function Form({
  onSubmit,
  error,
  silent = [],
  className,
  children,
  buttons,
  id,
}: FormProps) {
  const words = useErrorText();
  const form = useRef<HTMLFormElement>(null);
  const fields = useMemo(() => {
    const found = error instanceof ApiProblem ? error.fields : [];
    return new Map(found.map((one) => [one.path.replace(/^body\./, ""), sayField(words, one)]));
  }, [error, words]);
  useEffect(() => {
    if (error == null) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [error]);
  const said =
    error != null && !(error instanceof ApiProblem && silent.includes(error.code)) ? error : null;
  return (
    <FieldErrorsOf value={fields}>
      <form
        ref={form}
        noValidate
        {...(id === undefined ? {} : { id })}
        className={className ?? "grid grid-cols-1 gap-4"}
        onSubmit={(event) => {
          event.preventDefault();
          // A form inside a dialog is, for React, inside the page's form too.
          event.stopPropagation();
          onSubmit();
        }}
      >
        {children}
        {said && (
          <Notice tone="bad" alert>
            {sayError(words, said)}
          </Notice>
        )}
        {buttons && <div className="flex flex-wrap justify-end gap-2">{buttons}</div>}
      </form>
    </FieldErrorsOf>
  );
}
