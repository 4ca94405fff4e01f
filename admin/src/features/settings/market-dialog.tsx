import { useState } from "react";
import {
  changeMarket,
  createMarket,
  getShop,
  listAllMarkets,
  taxTreatments,
} from "@shopwright/server/contracts/settings";
import type { MarketAdminView } from "@shopwright/server/contracts/settings";
import { countryChoices } from "@shopwright/server/kernel/country";
import { currencies } from "@shopwright/server/kernel/currency";
import type { Currency } from "@shopwright/server/kernel/currency";
import { locales } from "@shopwright/server/kernel/locale";
import { useAction } from "../../api/use-action.ts";
import { useLocale } from "../../app/preferences.ts";
import { useSettingText } from "../../locales/settings.ts";
import { CheckField } from "../../ui/check-field.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { CountryListField } from "./country-list-field.tsx";
import { NumberField } from "./number-field.tsx";

type Draft = Omit<MarketAdminView, "version">;
const blank: Draft = {
  code: "",
  names: { en: "" },
  currency: "EUR",
  countries: [],
  defaultCountry: "DE",
  taxIncluded: true,
  taxTreatment: "eu-vat",
  position: 0,
  active: true,
};

/** Adds or changes a market. */
export function MarketDialog({
  market,
  readOnly,
  onClose,
}: {
  readonly market: MarketAdminView | null;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}) {
  const settings = useSettingText();
  const words = settings.markets;
  const locale = useLocale();
  const [draft, setDraft] = useState<Draft>(market ?? blank);
  const put = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const options = {
    changes: [listAllMarkets, getShop],
    onDone: () => {
      onClose();
      toast(settings.saved, { tone: "good" });
    },
  };
  const create = useAction(createMarket, options);
  const change = useAction(changeMarket, options);
  const action = market === null ? create : change;
  const offered = draft.countries.length === 0 ? undefined : draft.countries;
  const fits = offered === undefined || offered.includes(draft.defaultCountry);
  const goesOff = market !== null && market.active && !draft.active;
  return (
    <ConfirmDialog
      open
      width="wide"
      onOpenChange={(open) => !open && onClose()}
      title={market === null ? words.add : words.edit}
      confirm={settings.save}
      ready={!readOnly && fits && draft.names.en.trim() !== ""}
      busy={action.isPending}
      error={action.error}
      effects={goesOff ? [{ label: words.effectOff, value: words.effectOffValue }] : []}
      onConfirm={() => {
        const { code, ...fields } = draft;
        if (market === null) create.mutate({ body: { code, ...fields } });
        else change.mutate({ params: { code }, body: { ...fields, version: market.version } });
      }}
    >
      <fieldset disabled={readOnly} className="grid gap-4">
        <div className="grid gap-3 sm:grid-cols-2">
          {locales.map((each) => (
            <TextField
              key={each}
              label={words.name(settings.languages[each])}
              name={`names.${each}`}
              optional={each !== "en"}
              value={draft.names[each] ?? ""}
              onChange={(name) => put({ names: { ...draft.names, [each]: name } })}
            />
          ))}
          <TextField
            label={words.code}
            name="code"
            disabled={market !== null}
            value={draft.code}
            onChange={(code) => put({ code: code.toLowerCase() })}
          />
          <SelectField
            label={words.currency}
            name="currency"
            value={draft.currency}
            choices={(Object.keys(currencies) as Currency[]).map((value) => ({
              value,
              label: value,
            }))}
            onChange={(currency) => currency !== "" && put({ currency })}
          />
        </div>
        <CountryListField
          label={words.countries}
          none={words.allOthers}
          name="countries"
          countries={draft.countries}
          onChange={(countries) => put({ countries })}
        />
        <div className="grid gap-3 sm:grid-cols-3">
          <SelectField
            label={words.defaultCountry}
            name="defaultCountry"
            problem={fits ? null : words.notInCountries}
            value={fits ? draft.defaultCountry : ""}
            choices={countryChoices(locale, offered).map(({ code, name }) => ({
              value: code,
              label: name,
            }))}
            onChange={(defaultCountry) => defaultCountry !== "" && put({ defaultCountry })}
          />
          <SelectField
            label={words.tax}
            value={draft.taxTreatment}
            choices={taxTreatments.map((value) => ({ value, label: words.treatments[value] }))}
            onChange={(taxTreatment) => taxTreatment !== "" && put({ taxTreatment })}
          />
          <NumberField
            label={words.position}
            name="position"
            value={draft.position}
            onChange={(position) => put({ position: position ?? 0 })}
          />
        </div>
        <CheckField
          label={words.taxIncluded}
          checked={draft.taxIncluded}
          onChange={(taxIncluded) => put({ taxIncluded })}
        />
        <CheckField
          label={words.active}
          checked={draft.active}
          onChange={(active) => put({ active })}
        />
      </fieldset>
    </ConfirmDialog>
  );
}
