import { X } from "lucide-react";
import type { SettingView } from "@shopwright/server/contracts/settings";
import { goodsKinds, rateClasses } from "@shopwright/server/kernel/tax-category";
import { useTaxText } from "../../locales/tax.ts";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";

type Rule = SettingView<"tax">["classes"][number];

/** One kind of goods in one place, and the class of rates it bears there. */
export function TaxClassRow({
  name,
  rule,
  doubled,
  onChange,
  onRemove,
}: {
  readonly name: string;
  readonly rule: Rule;
  readonly doubled: boolean;
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: () => void;
}) {
  const text = useTaxText();
  const wrong = rule.place.length > 1 && !/^([A-Z]{2}|US-[A-Z]{0,2})$/.test(rule.place);
  return (
    <div className="grid grid-cols-2 items-start gap-2 sm:grid-cols-[1fr_9rem_1fr_auto]">
      <SelectField
        label={text.category}
        value={rule.category}
        choices={goodsKinds.map((value) => ({ value, label: text.categories[value] }))}
        onChange={(category) => category !== "" && onChange({ ...rule, category })}
      />
      <TextField
        label={text.place}
        name={`${name}.place`}
        placeholder={text.placeHint}
        problem={doubled ? text.doubled : wrong ? text.placeWrong : null}
        maxLength={5}
        value={rule.place}
        onChange={(place) => onChange({ ...rule, place: place.toUpperCase().trim() })}
      />
      <SelectField
        label={text.rateClass}
        value={rule.rateClass}
        choices={rateClasses.map((value) => ({ value, label: text.categories[value] }))}
        onChange={(rateClass) => rateClass !== "" && onChange({ ...rule, rateClass })}
      />
      <div className="self-end">
        <Button
          variant="ghost"
          icon={X}
          aria-label={text.remove(`${text.categories[rule.category]} ${rule.place}`)}
          onClick={onRemove}
        />
      </div>
    </div>
  );
}
