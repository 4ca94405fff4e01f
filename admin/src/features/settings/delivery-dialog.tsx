import { useState } from "react";
import {
  changeDeliveryOption,
  createDeliveryOption,
  deliveryKinds,
  listDeliveryOptions,
} from "@shopwright/server/contracts/settings";
import type { DeliveryOptionView } from "@shopwright/server/contracts/settings";
import { locales } from "@shopwright/server/kernel/locale";
import { useAction } from "../../api/use-action.ts";
import { useSettingText } from "../../locales/settings.ts";
import { CheckField } from "../../ui/check-field.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { MoneyField } from "../../ui/money-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { useCurrencies } from "../products/use-currencies.ts";
import { useWarehouses } from "../stock/use-warehouses.ts";
import { CountryListField } from "./country-list-field.tsx";
import { NumberField } from "./number-field.tsx";

type Draft = Omit<DeliveryOptionView, "id" | "version">;
const blank: Draft = {
  code: "",
  kind: "shipping",
  names: { en: "" },
  carrier: "",
  pickupLocation: null,
  countries: [],
  currency: "EUR",
  minWeightGrams: 0,
  maxWeightGrams: null,
  minTotalMinor: "0",
  maxTotalMinor: null,
  priceMinor: "0",
  freeFromMinor: null,
  minDays: 1,
  maxDays: 3,
  position: 0,
  active: true,
};
type AmountField = "priceMinor" | "freeFromMinor" | "minTotalMinor" | "maxTotalMinor";

/** Adds or changes a way of delivery. Orders keep what they were sold. */
export function DeliveryDialog({
  option,
  readOnly,
  onClose,
}: {
  readonly option: DeliveryOptionView | null;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}) {
  const settings = useSettingText();
  const words = settings.delivery;
  const currencies = useCurrencies();
  const warehouses = useWarehouses();
  const [draft, setDraft] = useState<Draft>(option ?? blank);
  const put = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const actions = useSave(onClose);
  const action = option === null ? actions.create : actions.change;
  const amount = (field: AmountField, label: string, needed: boolean) => (
    <MoneyField
      key={`${field} ${draft.currency}`}
      label={label}
      name={field}
      optional={!needed}
      currency={draft.currency}
      value={draft[field] === null ? null : { minor: draft[field], currency: draft.currency }}
      onChange={(money) => put({ [field]: money?.minor ?? (needed ? "0" : null) })}
    />
  );
  return (
    <ConfirmDialog
      open
      width="wide"
      onOpenChange={(open) => !open && onClose()}
      title={option === null ? words.add : words.edit}
      confirm={settings.save}
      ready={!readOnly && daysFit(draft) && weightFits(draft) && draft.names.en.trim() !== ""}
      busy={action.isPending}
      error={action.error}
      onConfirm={() => {
        const body = {
          ...draft,
          pickupLocation: draft.kind === "pickup" ? draft.pickupLocation : null,
        };
        if (option === null) actions.create.mutate({ body });
        else {
          const { code: _code, ...fields } = body;
          actions.change.mutate({
            params: { id: option.id },
            body: { ...fields, version: option.version },
          });
        }
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
            disabled={option !== null}
            value={draft.code}
            onChange={(code) => put({ code: code.toLowerCase() })}
          />
          <SelectField
            label={words.kind}
            value={draft.kind}
            choices={deliveryKinds.map((value) => ({ value, label: words.kinds[value] }))}
            onChange={(kind) => kind !== "" && put({ kind })}
          />
          {draft.kind === "pickup" ? (
            <SelectField
              label={words.pickupAt}
              name="pickupLocation"
              value={draft.pickupLocation ?? ""}
              choices={warehouses.active.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(id) => put({ pickupLocation: id === "" ? null : id })}
            />
          ) : (
            <TextField
              label={words.carrier}
              name="carrier"
              optional
              value={draft.carrier ?? ""}
              onChange={(carrier) => put({ carrier })}
            />
          )}
          <SelectField
            label={words.currency}
            value={draft.currency}
            choices={currencies.map((value) => ({ value, label: value }))}
            onChange={(currency) => currency !== "" && put({ currency })}
          />
        </div>
        <div className="grid gap-3 sm:grid-cols-2">
          {amount("priceMinor", words.price, true)}
          {amount("freeFromMinor", words.freeFrom, false)}
          {amount("minTotalMinor", words.minTotal, true)}
          {amount("maxTotalMinor", words.maxTotal, false)}
          <DeliveryRanges draft={draft} put={put} />
        </div>
        <CountryListField
          label={words.countries}
          none={words.everywhere}
          name="countries"
          countries={draft.countries}
          onChange={(countries) => put({ countries })}
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

function useSave(onClose: () => void) {
  const { saved } = useSettingText();
  const options = {
    changes: [listDeliveryOptions],
    onDone: () => {
      onClose();
      toast(saved, { tone: "good" });
    },
  };
  return {
    create: useAction(createDeliveryOption, options),
    change: useAction(changeDeliveryOption, options),
  };
}

function daysFit({ minDays, maxDays }: Draft): boolean {
  return minDays <= maxDays;
}

function weightFits({ minWeightGrams, maxWeightGrams }: Draft): boolean {
  return maxWeightGrams === null || minWeightGrams <= maxWeightGrams;
}

/** Weights, days and the place in the list. */
function DeliveryRanges({
  draft,
  put,
}: {
  readonly draft: Draft;
  readonly put: (part: Partial<Draft>) => void;
}) {
  const words = useSettingText().delivery;
  return (
    <>
      <NumberField
        label={words.minWeight}
        name="minWeightGrams"
        value={draft.minWeightGrams}
        onChange={(grams) => put({ minWeightGrams: grams ?? 0 })}
      />
      <NumberField
        label={words.maxWeight}
        name="maxWeightGrams"
        optional
        problem={weightFits(draft) ? null : words.reversed}
        value={draft.maxWeightGrams}
        onChange={(maxWeightGrams) => put({ maxWeightGrams })}
      />
      <NumberField
        label={words.minDays}
        name="minDays"
        value={draft.minDays}
        onChange={(days) => put({ minDays: days ?? 0 })}
      />
      <NumberField
        label={words.maxDays}
        name="maxDays"
        problem={daysFit(draft) ? null : words.reversed}
        value={draft.maxDays}
        onChange={(days) => put({ maxDays: days ?? 0 })}
      />
      <NumberField
        label={words.position}
        name="position"
        value={draft.position}
        onChange={(position) => put({ position: position ?? 0 })}
      />
    </>
  );
}
