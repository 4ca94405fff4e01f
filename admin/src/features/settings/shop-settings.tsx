import { changeShop, getAllSettings, getShop } from "@shopwright/server/contracts/settings";
import type { SettingView } from "@shopwright/server/contracts/settings";
import { locales } from "@shopwright/server/kernel/locale";
import { useAction } from "../../api/use-action.ts";
import { useLocale } from "../../app/preferences.ts";
import { useSettingText } from "../../locales/settings.ts";
import { CheckField } from "../../ui/check-field.tsx";
import { Combobox } from "../../ui/combobox.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { AddressFields } from "./address-fields.tsx";
import { AreaForm, useAreaDraft } from "./area-form.tsx";
import type { Saved } from "./area-form.tsx";

type Shop = SettingView<"shop">;

/** Who the shop is: name, address, numbers, zone. */
export function ShopSettings({
  saved,
  readOnly,
}: {
  readonly saved: Saved<Shop>;
  readonly readOnly: boolean;
}) {
  const words = useSettingText();
  const text = words.shop;
  const locale = useLocale();
  const draft = useAreaDraft("shop", saved);
  const shop = draft.value;
  const put = (part: Partial<Shop>): void => draft.put({ ...shop, ...part });
  const save = useAction(changeShop, {
    changes: [getAllSettings, getShop],
    onDone: () => {
      draft.drop();
      toast(words.saved, { tone: "good" });
    },
  });
  const field = (name: "name" | "legalName" | "email" | "phone" | "vatId", hint?: string) => (
    <TextField
      label={text[name]}
      name={`value.${name}`}
      hint={hint}
      value={shop[name]}
      onChange={(value) => put({ [name]: value })}
    />
  );
  const monthName = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  return (
    <AreaForm
      title={text.title}
      draft={draft}
      action={save}
      readOnly={readOnly}
      onSave={() => save.mutate({ body: { version: draft.version, value: shop } })}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        {field("name")}
        {field("legalName", text.legalNameHint)}
        {field("email")}
        {field("phone")}
        {field("vatId")}
        <TextField
          label={text.prefix}
          name="value.invoiceSeriesPrefix"
          hint={text.prefixHint}
          value={shop.invoiceSeriesPrefix}
          onChange={(prefix) => put({ invoiceSeriesPrefix: prefix.toUpperCase() })}
        />
        <SelectField
          label={text.baseLocale}
          value={shop.baseLocale}
          choices={locales.map((value) => ({ value, label: words.languages[value] }))}
          onChange={(baseLocale) => baseLocale !== "" && put({ baseLocale })}
        />
        <Combobox
          label={text.timeZone}
          name="value.timeZone"
          hint={text.timeZoneHint}
          value={shop.timeZone}
          chosenLabel={shop.timeZone}
          choices={Intl.supportedValuesOf("timeZone").map((zone) => ({ value: zone, label: zone }))}
          onChange={(timeZone) => put({ timeZone })}
        />
        <SelectField
          label={text.fiscalYear}
          value={String(shop.fiscalYearStartMonth)}
          choices={Array.from({ length: 12 }, (_, month) => ({
            value: String(month + 1),
            label: monthName.format(Date.UTC(2026, month, 1)),
          }))}
          onChange={(month) => month !== "" && put({ fiscalYearStartMonth: Number(month) })}
        />
      </div>
      <h3 className="font-semibold">{text.address}</h3>
      <AddressFields
        path="value.address"
        address={shop.address}
        onChange={(address) => put({ address })}
      />
      <CheckField
        label={text.demo}
        hint={text.demoHint}
        checked={shop.demo}
        disabled={readOnly}
        onChange={(demo) => put({ demo })}
      />
      <p className="text-muted">{text.books}</p>
    </AreaForm>
  );
}
