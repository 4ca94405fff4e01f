import { useState } from "react";
import type { AttributesView, AttributeView } from "@shopwright/server/contracts/catalog";
import { locales } from "@shopwright/server/kernel/locale";
import { useLocale } from "../../app/preferences.ts";
import { useProductTypeText } from "../../locales/product-types.ts";
import { SelectField } from "../../ui/select-field.tsx";
import { TextAreaField, TextField } from "../../ui/text-field.tsx";
import { ChoiceChips } from "./choice-chips.tsx";
import { FileField } from "./file-field.tsx";
import { ReferenceField } from "./reference-field.tsx";

export type Value = AttributesView[string];

export interface ValueFieldProps {
  readonly attribute: AttributeView;
  /** Path of the field in the request, where the shop's problem with it is shown. */
  readonly name: string;
  readonly value: Value | undefined;
  readonly readOnly: boolean;
  readonly onChange: (value: Value | undefined) => void;
}

/** The field of one attribute, as its kind asks for. */
export function AttributeField(props: ValueFieldProps) {
  const { attribute, name, value, readOnly, onChange } = props;
  const words = useProductTypeText();
  const label = useLabel(attribute);
  const hint = useHint(attribute);
  switch (attribute.kind) {
    case "text":
    case "rich_text":
      return <Texts {...props} />;
    case "number":
      return <NumberValue {...props} />;
    case "boolean":
      return (
        <SelectField
          label={label}
          name={name}
          hint={hint}
          disabled={readOnly}
          empty={words.notSaid}
          value={value === true ? "yes" : value === false ? "no" : ""}
          choices={(["yes", "no"] as const).map((each) => ({ value: each, label: words[each] }))}
          onChange={(said) => onChange(said === "" ? undefined : said === "yes")}
        />
      );
    case "date":
      return (
        <TextField
          label={label}
          name={name}
          hint={hint}
          type="date"
          readOnly={readOnly}
          value={typeof value === "string" ? value : ""}
          onChange={(day) => onChange(day === "" ? undefined : day)}
        />
      );
    case "choice":
    case "swatch":
    case "multi_choice":
      return <ChoiceChips {...props} label={label} hint={hint} />;
    case "file":
      return <FileField {...props} label={label} hint={hint} />;
    case "reference":
      return <ReferenceField {...props} label={label} hint={hint} />;
  }
}

export function useLabel({ names, unit, code }: AttributeView): string {
  const locale = useLocale();
  const name = names[locale] ?? names.en ?? code;
  return unit === null ? name : `${name} (${unit})`;
}

function useHint({ help, required }: AttributeView): string | undefined {
  const words = useProductTypeText();
  const locale = useLocale();
  const said = help[locale] ?? help.en;
  const parts = [said, required ? words.fieldNeeded : undefined].filter(Boolean);
  return parts.length === 0 ? undefined : parts.join(" · ");
}

function Texts({ attribute, name, value, readOnly, onChange }: ValueFieldProps) {
  const words = useProductTypeText();
  const label = useLabel(attribute);
  const said = useHint(attribute);
  const rich = attribute.kind === "rich_text";
  const hint = [said, rich ? words.richHint : undefined].filter(Boolean).join(" · ") || undefined;
  const Box = rich ? TextAreaField : TextField;
  if (!attribute.translatable) {
    return (
      <Box
        label={label}
        name={name}
        hint={hint}
        readOnly={readOnly}
        value={typeof value === "string" ? value : ""}
        onChange={(text) => onChange(text === "" ? undefined : text)}
      />
    );
  }
  const texts: Readonly<Record<string, string>> =
    typeof value === "object" && !Array.isArray(value) ? value : {};
  return (
    <div className="col-span-full grid gap-3 sm:grid-cols-2">
      {locales.map((locale) => (
        <Box
          key={locale}
          label={words.in(label, words.languages[locale])}
          name={locale === "en" ? name : `${name}.${locale}`}
          hint={locale === "en" ? hint : undefined}
          lang={locale}
          readOnly={readOnly}
          value={texts[locale] ?? ""}
          onChange={(text) => onChange({ ...texts, [locale]: text })}
        />
      ))}
    </div>
  );
}

/** What is typed stays as typed; what it says as a number is the value. */
function NumberValue({ attribute, name, value, readOnly, onChange }: ValueFieldProps) {
  const label = useLabel(attribute);
  const hint = useHint(attribute);
  const locale = useLocale();
  const shown = typeof value === "number" ? String(value) : "";
  const [typed, setTyped] = useState(locale === "de" ? shown.replace(".", ",") : shown);
  return (
    <TextField
      label={label}
      name={name}
      hint={hint}
      inputMode="decimal"
      className="nums text-right"
      readOnly={readOnly}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        const plain = text.trim().replace(",", ".");
        // What is no number is sent as it is, so that the shop says so at this field.
        if (plain === "") onChange(undefined);
        else onChange(/^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text);
      }}
    />
  );
}
