import { countryChoices } from "@shopwright/server/kernel/country";
import { postalRule } from "@shopwright/server/kernel/postal-rules";
import type { SettingView } from "@shopwright/server/contracts/settings";
import { useLocale } from "../../app/preferences.ts";
import { useSettingText } from "../../locales/settings.ts";
import { Combobox } from "../../ui/combobox.tsx";
import { TextField } from "../../ui/text-field.tsx";

export type AddressDraft = SettingView<"shop">["address"];
export const emptyAddress: AddressDraft = { name: "", line1: "", city: "", country: "DE" };

const rows = [
  ["name", "company"],
  ["line1", "line2"],
  ["postcode", "city"],
] as const;
const optional: readonly string[] = ["company", "line2", "phone"];

/** The fields of a postal address; `path` is where it stands in the request. */
export function AddressFields({
  path,
  address,
  nameless = false,
  onChange,
}: {
  readonly path: string;
  /** Leaves out whose address it is, where that is asked elsewhere. */
  readonly nameless?: boolean;
  readonly address: AddressDraft;
  readonly onChange: (address: AddressDraft) => void;
}) {
  const words = useSettingText().address;
  const locale = useLocale();
  const rule = postalRule(address.country);
  const field = (name: Exclude<keyof AddressDraft, "country">) => (
    <TextField
      key={name}
      label={words[name]}
      name={`${path}.${name}`}
      optional={optional.includes(name)}
      value={address[name] ?? ""}
      {...(name === "postcode" && rule.example !== undefined ? { placeholder: rule.example } : {})}
      onChange={(value) => onChange({ ...address, [name]: value })}
    />
  );
  return (
    <div className="grid gap-3">
      {rows.slice(nameless ? 1 : 0).map(([first, second]) => (
        <div key={first} className="grid gap-3 sm:grid-cols-2">
          {field(first)}
          {field(second)}
        </div>
      ))}
      <div className="grid gap-3 sm:grid-cols-2">
        <Combobox
          label={words.country}
          name={`${path}.country`}
          value={address.country}
          choices={countryChoices(locale).map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(country) => onChange({ ...address, country })}
        />
        {rule.regionRequired ? field("region") : field("phone")}
      </div>
    </div>
  );
}
