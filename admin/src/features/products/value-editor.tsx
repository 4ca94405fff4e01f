import { Trash2 } from "lucide-react";
import { locales } from "@shopwright/server/kernel/locale";
import { useProductText } from "../../locales/products.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { ValueDraft } from "./product-draft.ts";

/** One value of an option: its name in each language and, if it is a colour, that. */
export function ValueEditor({
  path,
  value,
  removable,
  onChange,
  onRemove,
}: {
  readonly path: string;
  readonly value: ValueDraft;
  readonly removable: boolean;
  readonly onChange: (value: ValueDraft) => void;
  readonly onRemove: () => void;
}) {
  const words = useProductText();
  const name = value.labels.en || value.labels.de || words.unlabelled;
  return (
    <div className="flex items-center gap-2">
      <label className="grid shrink-0 justify-items-center">
        <span className="sr-only">{`${words.swatch}: ${name}`}</span>
        <input
          type="color"
          className="size-8 rounded-full border border-line-strong"
          style={value.swatch === null ? { opacity: 0.35 } : {}}
          title={value.swatch ?? words.noSwatch}
          value={value.swatch ?? "#ffffff"}
          onChange={(event) => onChange({ ...value, swatch: event.currentTarget.value })}
        />
      </label>
      {locales.map((locale) => (
        <div key={locale} className="min-w-0 flex-1">
          <TextField
            bare
            label={words.valueName(words.languages[locale])}
            placeholder={words.languages[locale]}
            name={`${path}.labels.${locale}`}
            lang={locale}
            value={value.labels[locale]}
            onChange={(label) =>
              onChange({ ...value, labels: { ...value.labels, [locale]: label } })
            }
          />
        </div>
      ))}
      <Button
        variant="ghost"
        icon={Trash2}
        disabled={!removable}
        aria-label={words.removeValue(name)}
        onClick={onRemove}
      />
    </div>
  );
}
