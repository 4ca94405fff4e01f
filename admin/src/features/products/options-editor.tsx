import { Plus, Trash2 } from "lucide-react";
import { locales } from "@shopwright/server/kernel/locale";
import { useProductText } from "../../locales/products.ts";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/page.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { codeFrom } from "./combinations.ts";
import { newOptionCode, newValueCode } from "./name-codes.ts";
import type { OptionDraft, ValueDraft } from "./product-draft.ts";
import { ValueEditor } from "./value-editor.tsx";

const mostOptions = 3;

/** What a shopper chooses, with its values in each language. */
export function OptionsEditor({
  options,
  onChange,
  readOnly,
}: {
  readonly options: readonly OptionDraft[];
  readonly onChange: (options: readonly OptionDraft[]) => void;
  readonly readOnly: boolean;
}) {
  const words = useProductText();
  const put = (at: number, option: OptionDraft): void => onChange(options.with(at, option));
  const add = (): void => {
    const code = codeFrom(
      newOptionCode,
      options.map((each) => each.code),
    );
    onChange([...options, { code, names: { en: "", de: "" }, values: [newValue([])] }]);
  };
  return (
    <Panel
      title={words.options}
      actions={
        !readOnly &&
        options.length < mostOptions && (
          <Button size="small" icon={Plus} onClick={add}>
            {words.addOption}
          </Button>
        )
      }
    >
      <p className="mb-3 text-[0.8125rem] text-muted">{words.optionsHint}</p>
      <div className="grid gap-5">
        {options.map((option, at) => (
          <fieldset
            key={option.code}
            className="grid gap-2 border-t border-line pt-3"
            disabled={readOnly}
          >
            <legend className="sr-only">{nameOfOption(option, words.unlabelled)}</legend>
            <div className="flex items-end gap-2">
              {locales.map((locale) => (
                <div key={locale} className="min-w-0 flex-1">
                  <TextField
                    label={words.optionName(words.languages[locale])}
                    name={`options.${at}.names.${locale}`}
                    lang={locale}
                    value={option.names[locale]}
                    onChange={(name) =>
                      put(at, { ...option, names: { ...option.names, [locale]: name } })
                    }
                  />
                </div>
              ))}
              <Button
                variant="ghost"
                icon={Trash2}
                aria-label={words.removeOption(nameOfOption(option, words.unlabelled))}
                onClick={() => onChange(options.filter((each) => each !== option))}
              />
            </div>
            <ul className="grid gap-1.5">
              {option.values.map((value, place) => (
                <li key={value.code}>
                  <ValueEditor
                    path={`options.${at}.values.${place}`}
                    value={value}
                    removable={option.values.length > 1}
                    onChange={(next) =>
                      put(at, { ...option, values: option.values.with(place, next) })
                    }
                    onRemove={() =>
                      put(at, { ...option, values: option.values.filter((one) => one !== value) })
                    }
                  />
                </li>
              ))}
            </ul>
            <div>
              <Button
                size="small"
                variant="ghost"
                icon={Plus}
                onClick={() =>
                  put(at, { ...option, values: [...option.values, newValue(option.values)] })
                }
              >
                {words.addValue}
              </Button>
            </div>
          </fieldset>
        ))}
      </div>
    </Panel>
  );
}

function newValue(others: readonly ValueDraft[]): ValueDraft {
  const code = codeFrom(
    newValueCode,
    others.map((each) => each.code),
  );
  return { code, labels: { en: "", de: "" }, swatch: null };
}

export function nameOfOption(option: OptionDraft, without: string): string {
  return option.names.en || option.names.de || without;
}
