import type { ComponentChildren, InputHTMLAttributes } from "preact";

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  /** What is wrong with it; shown below and tied to the field. */
  readonly problem?: string | undefined;
  readonly hint?: string | undefined;
  readonly optional?: string | undefined;
  readonly input?: InputHTMLAttributes;
  /** A control of its own instead of a text field; it takes the ids that are handed to it. */
  readonly class?: string;
}

/** The id of a field and what describes it, from its name. */
export function fieldId(name: string): string {
  return `f-${name.replaceAll(/[^a-zA-Z0-9]/g, "-")}`;
}

/** A labelled text field with its hint and its problem. */
export function Field(props: FieldProps) {
  const { name, label, value = "", problem, hint, optional, input } = props;
  const id = fieldId(name);
  return (
    <p class={`field ${props.class ?? ""}`}>
      <label for={id}>
        {label}
        {optional && <span class="quiet"> ({optional})</span>}
      </label>
      <input
        type="text"
        {...input}
        id={id}
        name={name}
        value={value}
        aria-invalid={problem ? "true" : undefined}
        aria-describedby={describedBy(id, problem, hint)}
      />
      <FieldNotes id={id} problem={problem} hint={hint} />
    </p>
  );
}

interface SelectProps extends FieldProps {
  readonly children: ComponentChildren;
}

/** A labelled choice from a list. */
export function SelectField(props: SelectProps) {
  const { name, label, problem, hint, input, children } = props;
  const id = fieldId(name);
  return (
    <p class={`field ${props.class ?? ""}`}>
      <label for={id}>{label}</label>
      <select
        id={id}
        name={name}
        autocomplete={input?.autocomplete}
        required={input?.required}
        aria-invalid={problem ? "true" : undefined}
        aria-describedby={describedBy(id, problem, hint)}
      >
        {children}
      </select>
      <FieldNotes id={id} problem={problem} hint={hint} />
    </p>
  );
}

function describedBy(
  id: string,
  problem: string | undefined,
  hint: string | undefined,
): string | undefined {
  const ids = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(" ");
}

function FieldNotes(props: { id: string; problem: string | undefined; hint: string | undefined }) {
  return (
    <>
      {props.problem && (
        <span class="problem" id={`${props.id}-problem`}>
          {props.problem}
        </span>
      )}
      {props.hint && (
        <span class="hint" id={`${props.id}-hint`}>
          {props.hint}
        </span>
      )}
    </>
  );
}
