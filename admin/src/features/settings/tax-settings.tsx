import { Plus } from "lucide-react";
import {
  changeTax,
  getAllSettings,
  getShop,
  listAllMarkets,
} from "@shopwright/server/contracts/settings";
import type { SettingView } from "@shopwright/server/contracts/settings";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { useLocale } from "../../app/preferences.ts";
import { useSettingText } from "../../locales/settings.ts";
import { useTaxText } from "../../locales/tax.ts";
import { Button } from "../../ui/button.tsx";
import { CheckField } from "../../ui/check-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { AreaForm, useAreaDraft } from "./area-form.tsx";
import type { Saved } from "./area-form.tsx";
import { NumberField } from "./number-field.tsx";
import { TaxClassRow } from "./tax-class-row.tsx";
import { TaxRegistrations } from "./tax-registrations.tsx";

type Tax = SettingView<"tax">;

/** Where the shop is registered, which goods are taxed how, and who works it out. */
export function TaxSettings({
  saved,
  readOnly,
}: {
  readonly saved: Saved<Tax>;
  readonly readOnly: boolean;
}) {
  const words = useSettingText();
  const text = useTaxText();
  const draft = useAreaDraft("tax", saved);
  const put = (part: Partial<Tax>): void => draft.put({ ...draft.value, ...part });
  const save = useAction(changeTax, {
    changes: [getAllSettings, getShop],
    onDone: () => {
      draft.drop();
      toast(words.saved, { tone: "good" });
    },
  });
  const { value } = draft;
  return (
    <AreaForm
      title={text.title}
      draft={draft}
      action={save}
      readOnly={readOnly}
      onSave={() => save.mutate({ body: { version: draft.version, value } })}
    >
      <div className="grid max-w-3xl gap-6">
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={text.oss}
            hint={text.ossHint}
            value={value.oss ? "registered" : "below"}
            choices={(["registered", "below"] as const).map((each) => ({
              value: each,
              label: text.ossChoices[each],
            }))}
            onChange={(choice) => put({ oss: choice === "registered" })}
          />
          <NumberField
            label={text.vatIdDays}
            name="value.vatIdDays"
            hint={`${text.vatIdDaysHint} ${text.ownVatId}`}
            value={value.vatIdDays}
            onChange={(vatIdDays) => put({ vatIdDays: vatIdDays ?? 0 })}
          />
        </div>
        <TaxRegistrations
          registrations={value.registrations}
          onChange={(registrations) => put({ registrations })}
        />
        <Classes classes={value.classes} onChange={(classes) => put({ classes })} />
        <Providers
          markets={value.serviceMarkets}
          onChange={(serviceMarkets) => put({ serviceMarkets })}
        />
      </div>
    </AreaForm>
  );
}

function Classes({
  classes,
  onChange,
}: {
  readonly classes: Tax["classes"];
  readonly onChange: (classes: Tax["classes"]) => void;
}) {
  const text = useTaxText();
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium">{text.classes}</legend>
      <p className="max-w-prose text-muted">{text.classesHint}</p>
      {classes.length === 0 && <p>{text.noClasses}</p>}
      {classes.map((rule, index) => (
        <TaxClassRow
          // Rows have no name of their own, and are only added at the end.
          key={index}
          name={`value.classes.${index}`}
          rule={rule}
          doubled={classes.some(
            (each, other) =>
              other < index && each.category === rule.category && each.place === rule.place,
          )}
          onChange={(changed) => onChange(classes.with(index, changed))}
          onRemove={() => onChange(classes.toSpliced(index, 1))}
        />
      ))}
      <div>
        <Button
          icon={Plus}
          size="small"
          onClick={() =>
            onChange([...classes, { category: "food", place: "", rateClass: "reduced" }])
          }
        >
          {text.addClass}
        </Button>
      </div>
    </fieldset>
  );
}

function Providers({
  markets,
  onChange,
}: {
  readonly markets: readonly string[];
  readonly onChange: (markets: string[]) => void;
}) {
  const text = useTaxText();
  const locale = useLocale();
  const read = useRead(listAllMarkets, {});
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 font-medium">{text.provider}</legend>
      <p className="max-w-prose text-muted">{text.providerHint}</p>
      {(read.data ?? []).map(({ code, names }) => (
        <CheckField
          key={code}
          label={text.byService(names[locale] ?? names.en)}
          checked={markets.includes(code)}
          onChange={(on) =>
            onChange(on ? [...markets, code] : markets.filter((each) => each !== code))
          }
        />
      ))}
    </fieldset>
  );
}
