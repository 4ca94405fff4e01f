import { changeShop, getAllSettings, getShop } from "@shopwright/server/contracts/settings";
import type { SettingView } from "@shopwright/server/contracts/settings";
import { isCountry } from "@shopwright/server/kernel/country";
import { locales } from "@shopwright/server/kernel/locale";
import { useAction } from "../../api/use-action.ts";
import { useLocale } from "../../app/preferences.ts";
import { useMe } from "../../app/session.tsx";
import { useBeginText } from "../../locales/begin.ts";
import { useSettingText } from "../../locales/settings.ts";
import { Button } from "../../ui/button.tsx";
import { Form } from "../../ui/form.tsx";
import { Panel } from "../../ui/page.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { AddressFields } from "../settings/address-fields.tsx";

type Shop = SettingView<"shop">;

/** Name, address and mail: what stands over the door and on every invoice. */
export function ShopStep({
  saved,
  onDone,
}: {
  readonly saved: { readonly version: number; readonly value: Shop };
  readonly onDone: () => void;
}) {
  const words = useBeginText();
  const settings = useSettingText();
  const locale = useLocale();
  const { email } = useMe();
  const untouched = saved.version <= 1;
  const first = untouched ? blankShop(saved.value, locale, email) : saved.value;
  const [shop, keep, drop] = useDraft<Shop>("begin shop", first);
  const put = (part: Partial<Shop>): void => keep({ ...shop, ...part });
  const save = useAction(changeShop, {
    changes: [getAllSettings, getShop],
    onDone: () => {
      drop();
      onDone();
    },
  });
  const { name, legalName, address } = shop;
  const submit = (): void => {
    if (save.isPending) return;
    // On paper the company is the addressee; most shops have one name for all of it.
    const legal = legalName.trim() === "" ? name : legalName;
    const value = { ...shop, legalName: legal, address: { ...address, name: legal } };
    save.mutate({ body: { version: saved.version, value } });
  };
  return (
    <Panel title={words.steps.shop}>
      <p className="mb-4 max-w-prose text-muted">{words.shopHint}</p>
      <Form
        error={save.error}
        onSubmit={submit}
        buttons={
          <Button
            type="submit"
            variant="primary"
            busy={save.isPending}
            disabled={name.trim() === ""}
          >
            {words.next}
          </Button>
        }
      >
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label={settings.shop.name}
            name="value.name"
            value={name}
            onChange={(value) => put({ name: value })}
            focusFirst
          />
          <TextField
            label={settings.shop.legalName}
            name="value.legalName"
            hint={words.legalNameHint}
            optional
            value={legalName}
            onChange={(value) => put({ legalName: value })}
          />
        </div>
        <AddressFields
          path="value.address"
          nameless
          address={address}
          onChange={(next) => put({ address: next })}
        />
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label={settings.shop.email}
            name="value.email"
            type="email"
            hint={words.emailHint}
            value={shop.email}
            onChange={(value) => put({ email: value })}
          />
          <SelectField
            label={settings.shop.baseLocale}
            value={shop.baseLocale}
            choices={locales.map((value) => ({ value, label: settings.languages[value] }))}
            onChange={(baseLocale) => baseLocale !== "" && put({ baseLocale })}
          />
        </div>
      </Form>
    </Panel>
  );
}

/** Nothing of the placeholders: what the browser tells of the place, and the owner's own mail. */
function blankShop(shop: Shop, baseLocale: Shop["baseLocale"], email: string): Shop {
  const region = new Intl.Locale(navigator.language).maximize().region ?? "";
  const country = isCountry(region) ? region : shop.address.country;
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const address = { name: "", line1: "", city: "", country };
  return { ...shop, name: "", legalName: "", address, email, baseLocale, timeZone };
}
