import type { Leaf } from "@shopwright/server/contracts/promotions";
import { usePromotionText } from "../../locales/promotions.ts";
import { TextField } from "../../ui/text-field.tsx";
import { CountryListField } from "../settings/country-list-field.tsx";
import { NumberField } from "../settings/number-field.tsx";
import { AmountsField } from "./amounts-field.tsx";
import { DaysField, MarketsField } from "./choices-fields.tsx";
import { SelectionField } from "./selection-field.tsx";
import type { Teller } from "./sentence.ts";
import { TextsField } from "./texts-field.tsx";

/** What one condition wants to know. */
export function LeafFields({
  leaf,
  onChange,
  teller,
}: {
  readonly leaf: Leaf;
  readonly onChange: (leaf: Leaf) => void;
  readonly teller: Teller;
}) {
  const words = usePromotionText();
  const name = "rule.condition";
  switch (leaf.kind) {
    case "coupon":
    case "signed_in":
    case "first_order":
      return null;
    case "total":
    case "quantity":
    case "weight":
      return (
        <>
          <Least leaf={leaf} onChange={onChange} />
          <SelectionField
            label={words.simulate.goods}
            selection={leaf.of}
            teller={teller}
            onChange={(of) => onChange({ ...leaf, of })}
          />
        </>
      );
    case "country":
      return (
        <CountryListField
          label={words.countries}
          none={words.noCountries}
          name={name}
          countries={leaf.codes}
          onChange={(codes) => onChange({ ...leaf, codes })}
        />
      );
    case "market":
      return (
        <MarketsField markets={leaf.codes} onChange={(codes) => onChange({ ...leaf, codes })} />
      );
    case "weekday":
      return <DaysField days={leaf.days} onChange={(days) => onChange({ ...leaf, days })} />;
    case "date":
      return (
        <div className="grid gap-3 sm:grid-cols-2">
          {(["from", "to"] as const).map((end) => (
            <TextField
              key={end}
              type="date"
              optional
              label={end === "from" ? words.fromDay : words.toDay}
              value={leaf[end] ?? ""}
              onChange={(day) => onChange({ ...leaf, [end]: day === "" ? undefined : day })}
            />
          ))}
        </div>
      );
    case "group":
      return (
        <TextsField
          label={words.groupCodes}
          name={name}
          texts={leaf.codes}
          onChange={(codes) => onChange({ ...leaf, codes })}
        />
      );
    case "customer":
      return (
        <TextsField
          label={words.customerIds}
          name={name}
          texts={leaf.ids}
          onChange={(ids) => onChange({ ...leaf, ids })}
        />
      );
  }
}

function Least({
  leaf,
  onChange,
}: {
  readonly leaf: Extract<Leaf, { kind: "total" | "quantity" | "weight" }>;
  readonly onChange: (leaf: Leaf) => void;
}) {
  const words = usePromotionText();
  const name = "rule.condition";
  if (leaf.kind === "total") {
    return (
      <AmountsField
        label={words.amount}
        name={name}
        hint={words.amountsHint}
        amounts={leaf.atLeast}
        onChange={(atLeast) => onChange({ ...leaf, atLeast })}
      />
    );
  }
  if (leaf.kind === "quantity") {
    return (
      <NumberField
        label={words.units}
        name={name}
        value={leaf.atLeast}
        onChange={(atLeast) => onChange({ ...leaf, atLeast: atLeast ?? 1 })}
      />
    );
  }
  return (
    <NumberField
      label={words.grams}
      name={name}
      value={leaf.atLeastGrams}
      onChange={(atLeastGrams) => onChange({ ...leaf, atLeastGrams: atLeastGrams ?? 1 })}
    />
  );
}
