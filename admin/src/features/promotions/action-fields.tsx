import type { Action } from "@shopwright/server/contracts/promotions";
import { usePromotionText } from "../../locales/promotions.ts";
import { CheckField } from "../../ui/check-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { NumberField } from "../settings/number-field.tsx";
import { AmountsField } from "./amounts-field.tsx";
import { actionKinds, actionOfKind } from "./promotion-draft.ts";
import { SelectionField } from "./selection-field.tsx";
import type { Teller } from "./sentence.ts";
import { VariantField } from "./variant-field.tsx";

interface ActionProps {
  readonly action: Action;
  readonly onChange: (action: Action) => void;
  readonly teller: Teller;
}

/** What a promotion gives: its kind, and what that kind wants to know. */
export function ActionFields(props: ActionProps) {
  const { action, onChange, teller } = props;
  const words = usePromotionText();
  return (
    <div className="grid gap-4">
      <SelectField
        label={words.kind}
        value={action.kind}
        choices={actionKinds.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={(kind) => kind !== "" && onChange(actionOfKind(kind, action))}
      />
      <Numbers {...props} />
      {"on" in action && (
        <SelectionField
          label={words.on}
          selection={action.on}
          teller={teller}
          onChange={(on) => onChange({ ...action, on })}
        />
      )}
      {action.kind === "buy_get" && (
        <>
          <SelectionField
            label={words.buyOf}
            selection={action.buy}
            teller={teller}
            onChange={(buy) => onChange({ ...action, buy })}
          />
          <SelectionField
            label={words.getOf}
            selection={action.get}
            teller={teller}
            onChange={(get) => onChange({ ...action, get })}
          />
        </>
      )}
    </div>
  );
}

function Numbers({ action, onChange, teller }: ActionProps) {
  const words = usePromotionText();
  const percent = "percent" in action && (
    <TextField
      label={words.percent}
      name="rule.action.percent"
      hint={words.percentHint}
      inputMode="decimal"
      className="nums text-right"
      value={action.percent}
      onChange={(typed) => onChange({ ...action, percent: typed.replace(",", ".").trim() })}
    />
  );
  const amounts = "amounts" in action && (
    <AmountsField
      key={action.kind}
      label={words.amount}
      name="rule.action.amounts"
      hint={words.amountsHint}
      amounts={action.amounts}
      onChange={(next) => onChange({ ...action, amounts: next })}
    />
  );
  const count = (field: string, label: string, value: number, put: (value: number) => Action) => (
    <NumberField
      label={label}
      name={`rule.action.${field}`}
      value={value}
      onChange={(typed) => onChange(put(typed ?? 1))}
    />
  );
  const repeat = "repeat" in action && (
    <NumberField
      label={words.repeat}
      name="rule.action.repeat"
      hint={words.repeatHint}
      optional
      value={action.repeat}
      onChange={(typed) => onChange({ ...action, repeat: typed })}
    />
  );
  switch (action.kind) {
    case "percent_off":
    case "delivery_percent":
      return percent;
    case "delivery_price":
      return amounts;
    case "amount_off":
      return (
        <>
          {amounts}
          <CheckField
            label={words.each}
            checked={action.each}
            onChange={(each) => onChange({ ...action, each })}
          />
        </>
      );
    case "set_price":
      return (
        <>
          <div className="grid gap-3 sm:grid-cols-2">
            {count("quantity", words.setQuantity, action.quantity, (quantity) => ({
              ...action,
              quantity,
            }))}
            {repeat}
          </div>
          {amounts}
        </>
      );
    case "buy_get":
      return (
        <div className="grid gap-3 sm:grid-cols-2">
          {count("buyQuantity", words.buyQuantity, action.buyQuantity, (buyQuantity) => ({
            ...action,
            buyQuantity,
          }))}
          {count("getQuantity", words.getQuantity, action.getQuantity, (getQuantity) => ({
            ...action,
            getQuantity,
          }))}
          {percent}
          {repeat}
        </div>
      );
    case "gift":
      return (
        <div className="grid gap-3">
          <VariantField
            label={words.giftVariant}
            value={action.variantId}
            chosenLabel={action.variantId === "" ? undefined : teller.nameOf(action.variantId)}
            onChange={({ variantId }) => onChange({ ...action, variantId })}
          />
          {count("quantity", words.giftQuantity, action.quantity, (quantity) => ({
            ...action,
            quantity,
          }))}
          <p className="text-[0.8125rem] text-muted">{words.giftHint}</p>
        </div>
      );
  }
}
