import { X } from "lucide-react";
import { countryChoices, countryName, euCountries } from "@shopwright/server/kernel/country";
import { useLocale } from "../../app/preferences.ts";
import { useSettingText } from "../../locales/settings.ts";
import { Button } from "../../ui/button.tsx";
import { Combobox } from "../../ui/combobox.tsx";

/** Countries chosen one by one, or the whole EU at once; none means what `none` says. */
export function CountryListField({
  label,
  none,
  name,
  countries,
  onChange,
}: {
  readonly label: string;
  readonly none: string;
  readonly name: string;
  readonly countries: readonly string[];
  readonly onChange: (countries: string[]) => void;
}) {
  const words = useSettingText().countryField;
  const locale = useLocale();
  const missingEu = euCountries.filter((code) => !countries.includes(code));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium">{label}</legend>
      {countries.length === 0 ? (
        <p className="text-muted">{none}</p>
      ) : (
        <ul className="flex flex-wrap gap-1.5">
          {countries.map((code) => (
            <li key={code} className="flex items-center rounded-full bg-sunken pl-2.5">
              {countryName(code, locale)}
              <button
                type="button"
                aria-label={words.remove(countryName(code, locale))}
                className="grid size-7 place-items-center rounded-full text-muted hover:text-ink"
                onClick={() => onChange(countries.filter((each) => each !== code))}
              >
                <X aria-hidden className="size-3.5" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-end gap-2">
        <div className="min-w-48 flex-1">
          <Combobox
            bare
            label={words.add}
            chosenLabel={words.add}
            name={name}
            value=""
            choices={countryChoices(locale)
              .filter(({ code }) => !countries.includes(code))
              .map((each) => ({ value: each.code, label: each.name }))}
            onChange={(code) => onChange([...countries, code])}
          />
        </div>
        {missingEu.length > 0 && (
          <Button variant="ghost" onClick={() => onChange([...countries, ...missingEu])}>
            {words.addEu}
          </Button>
        )}
        {countries.length > 1 && (
          <Button variant="ghost" onClick={() => onChange([])}>
            {words.clear}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
