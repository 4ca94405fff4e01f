import { X } from "lucide-react";
import type { SettingView } from "@shopwright/server/contracts/settings";
import { countryChoices, countryName, euCountries } from "@shopwright/server/kernel/country";
import { vatCountriesOutsideEu } from "@shopwright/server/kernel/tax-category";
import { useLocale } from "../../app/preferences.ts";
import { useTaxText } from "../../locales/tax.ts";
import { Button } from "../../ui/button.tsx";
import { Combobox } from "../../ui/combobox.tsx";
import { TextField } from "../../ui/text-field.tsx";

type Registrations = SettingView<"tax">["registrations"];
/** Countries whose tax the built-in tables know. */
const known: readonly string[] = [...vatCountriesOutsideEu, ...euCountries];

/** The countries that know the shop as a taxpayer, besides its own. */
export function TaxRegistrations({
  registrations,
  onChange,
}: {
  readonly registrations: Registrations;
  readonly onChange: (registrations: Registrations) => void;
}) {
  const text = useTaxText();
  const locale = useLocale();
  const named = new Set(registrations.map(({ country }) => country));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium">{text.registrations}</legend>
      <p className="max-w-prose text-muted">{text.registrationsHint}</p>
      {registrations.length === 0 && <p>{text.noRegistrations}</p>}
      {registrations.map(({ country, number }, index) => (
        <div key={country} className="flex items-end gap-2">
          <div className="min-w-0 flex-1 sm:max-w-md">
            <TextField
              label={text.numberIn(countryName(country, locale))}
              name={`value.registrations.${index}.number`}
              hint={index === 0 ? text.numberHint : undefined}
              optional
              maxLength={30}
              value={number}
              onChange={(typed) => onChange(registrations.with(index, { country, number: typed }))}
            />
          </div>
          <Button
            variant="ghost"
            icon={X}
            aria-label={text.remove(countryName(country, locale))}
            onClick={() => onChange(registrations.toSpliced(index, 1))}
          />
        </div>
      ))}
      <div className="sm:max-w-md">
        <Combobox
          bare
          label={text.addRegistration}
          chosenLabel={text.addRegistration}
          name="registration"
          value=""
          choices={countryChoices(locale, known)
            .filter(({ code }) => !named.has(code))
            .map((each) => ({ value: each.code, label: each.name }))}
          onChange={(country) => onChange([...registrations, { country, number: "" }])}
        />
      </div>
    </fieldset>
  );
}
