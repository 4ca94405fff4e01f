import { Plus, Trash2 } from "lucide-react";
import { locales } from "@shopwright/server/kernel/locale";
import { useProductTypeText } from "../../locales/product-types.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { newKey } from "./type-draft.ts";
import type { ChoiceDraft } from "./type-draft.ts";

/** What can be chosen, in order; with a colour where the kind shows one. */
export function ChoicesEditor({
  choices,
  colours,
  onChange,
}: {
  readonly choices: readonly ChoiceDraft[];
  readonly colours: boolean;
  readonly onChange: (choices: readonly ChoiceDraft[]) => void;
}) {
  const words = useProductTypeText();
  const put = (key: string, part: Partial<ChoiceDraft>): void =>
    onChange(choices.map((each) => (each.key === key ? { ...each, ...part } : each)));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium">{words.choices}</legend>
      {choices.map((choice) => (
        <div key={choice.key} className="flex flex-wrap items-end gap-2">
          {colours && (
            <label className="grid size-control shrink-0 place-items-center">
              <span className="sr-only">{words.colour}</span>
              <input
                type="color"
                className="size-8 rounded border border-line"
                value={choice.swatch ?? "#888888"}
                onChange={(event) => put(choice.key, { swatch: event.currentTarget.value })}
              />
            </label>
          )}
          {locales.map((locale) => (
            <div key={locale} className="min-w-0 flex-1 basis-32">
              <TextField
                bare
                label={words.name(words.languages[locale])}
                placeholder={words.languages[locale]}
                value={choice.labels[locale]}
                onChange={(label) =>
                  put(choice.key, { labels: { ...choice.labels, [locale]: label } })
                }
              />
            </div>
          ))}
          <div className="w-28">
            <TextField
              bare
              label={words.choiceCode}
              placeholder={words.choiceCode}
              value={choice.code}
              onChange={(code) => put(choice.key, { code: code.toLowerCase() })}
            />
          </div>
          <Button
            variant="ghost"
            icon={Trash2}
            aria-label={words.removeChoice(choice.labels.en || choice.code)}
            onClick={() => onChange(choices.filter(({ key }) => key !== choice.key))}
          />
        </div>
      ))}
      <Button
        size="small"
        icon={Plus}
        className="w-fit"
        onClick={() =>
          onChange([
            ...choices,
            {
              key: newKey(),
              code: "",
              labels: { en: "", de: "" },
              swatch: colours ? "#888888" : null,
            },
          ])
        }
      >
        {words.addChoice}
      </Button>
    </fieldset>
  );
}
