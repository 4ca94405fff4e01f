import type { AttributeView } from "@shopwright/server/contracts/catalog";
import { useLocale } from "../../app/preferences.ts";
import { useProductTypeText } from "../../locales/product-types.ts";
import { cx } from "../../ui/class-names.ts";
import { Field } from "../../ui/field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import type { ValueFieldProps } from "./attribute-field.tsx";

interface ChipsProps extends ValueFieldProps {
  readonly label: string;
  readonly hint: string | undefined;
}

/** More choices than these are a list to open. */
const fewChoices = 6;

/** Chosen values: chips that are pressed, or a list where one of many is chosen. */
export function ChoiceChips({
  attribute,
  label,
  hint,
  name,
  value,
  readOnly,
  onChange,
}: ChipsProps) {
  const words = useProductTypeText();
  const labelOf = useChoiceLabel();
  const many = attribute.kind === "multi_choice";
  const chosen = Array.isArray(value) ? value : typeof value === "string" ? [value] : [];
  if (!many && attribute.choices.length > fewChoices) {
    return (
      <SelectField
        label={label}
        name={name}
        hint={hint}
        disabled={readOnly}
        empty={words.notSaid}
        value={chosen[0] ?? ""}
        choices={attribute.choices.map((each) => ({ value: each.code, label: labelOf(each) }))}
        onChange={(code) => onChange(code === "" ? undefined : code)}
      />
    );
  }
  const press = (code: string): void => {
    const rest = chosen.filter((each) => each !== code);
    const next = rest.length < chosen.length ? rest : many ? [...chosen, code] : [code];
    const [one] = next;
    onChange(one === undefined ? undefined : many ? next : one);
  };
  return (
    <Field label={label} name={name} hint={hint}>
      {(control) => (
        <fieldset
          id={control.id}
          aria-label={label}
          aria-describedby={control["aria-describedby"]}
          className="flex flex-wrap gap-1.5"
        >
          {attribute.choices.map((choice) => (
            <button
              key={choice.code}
              type="button"
              aria-pressed={chosen.includes(choice.code)}
              disabled={readOnly}
              className={cx(
                "inline-flex min-h-control items-center gap-1.5 rounded-lg border px-2.5",
                chosen.includes(choice.code)
                  ? "border-accent bg-accent-soft font-medium"
                  : "border-line-strong/60 text-muted hover:bg-sunken",
              )}
              onClick={() => press(choice.code)}
            >
              {choice.swatch !== null && (
                <span
                  aria-hidden
                  className="size-3.5 rounded-full border border-line"
                  style={{ background: choice.swatch }}
                />
              )}
              {labelOf(choice)}
            </button>
          ))}
        </fieldset>
      )}
    </Field>
  );
}

function useChoiceLabel(): (choice: AttributeView["choices"][number]) => string {
  const locale = useLocale();
  return ({ labels, code }) => labels[locale] ?? labels.en ?? code;
}
