import {
  changeBankTransfer,
  changeCashOnDelivery,
  changeCredit,
  changeTestCard,
  getAllSettings,
  getShop,
} from "@shopwright/server/contracts/settings";
import type { SettingView, SettingsView } from "@shopwright/server/contracts/settings";
import type { Currency } from "@shopwright/server/kernel/currency";
import type { MoneyView } from "@shopwright/server/kernel/money";
import { useAction } from "../../api/use-action.ts";
import { useSettingText } from "../../locales/settings.ts";
import { CheckField } from "../../ui/check-field.tsx";
import { MoneyField } from "../../ui/money-field.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { useCurrencies } from "../products/use-currencies.ts";
import { AreaForm, useAreaDraft } from "./area-form.tsx";
import type { AreaDraft, Saved } from "./area-form.tsx";
import { NumberField } from "./number-field.tsx";

/** The ways to pay, each with what the merchant sets. */
export function PaymentSettings({
  all,
  readOnly,
}: {
  readonly all: SettingsView;
  readonly readOnly: boolean;
}) {
  return (
    <div className="grid items-start gap-4 xl:grid-cols-2">
      <CashOnDelivery saved={all["cash-on-delivery"]} readOnly={readOnly} />
      <BankTransfer saved={all["bank-transfer"]} readOnly={readOnly} />
      <TestCard saved={all["test-card"]} readOnly={readOnly} />
      <Credit saved={all.credit} readOnly={readOnly} />
    </div>
  );
}

interface AreaProps<V> {
  readonly saved: Saved<V>;
  readonly readOnly: boolean;
}

function useSaved<V>(draft: AreaDraft<V>) {
  const words = useSettingText();
  return {
    changes: [getAllSettings, getShop],
    onDone: () => {
      draft.drop();
      toast(words.saved, { tone: "good" });
    },
  };
}

function CashOnDelivery({ saved, readOnly }: AreaProps<SettingView<"cash-on-delivery">>) {
  const words = useSettingText();
  const text = words.cod;
  const currencies = useCurrencies();
  const draft = useAreaDraft("cash-on-delivery", saved);
  const save = useAction(changeCashOnDelivery, useSaved(draft));
  const amounts = (name: "fees" | "limits", label: string, hint: string) => (
    <div className="grid gap-3 sm:grid-cols-2">
      {currencies.map((currency) => (
        <MoneyField
          // A draft that is dropped begins its fields anew.
          key={`${currency} ${draft.dirty}`}
          label={words.perCurrency(label, currency)}
          hint={hint}
          currency={currency}
          optional
          value={draft.value[name].find((one) => one.currency === currency) ?? null}
          onChange={(amount) =>
            draft.put({ ...draft.value, [name]: withAmount(draft.value[name], currency, amount) })
          }
        />
      ))}
    </div>
  );
  return (
    <AreaForm
      title={text.title}
      draft={draft}
      action={save}
      readOnly={readOnly}
      onSave={() => save.mutate({ body: { version: draft.version, value: draft.value } })}
    >
      <CheckField
        label={text.enabled}
        checked={draft.value.enabled}
        disabled={readOnly}
        onChange={(enabled) => draft.put({ ...draft.value, enabled })}
      />
      {amounts("fees", text.fee, text.feeHint)}
      {amounts("limits", text.limit, text.limitHint)}
    </AreaForm>
  );
}

function withAmount(
  list: readonly MoneyView[],
  currency: Currency,
  amount: MoneyView | null,
): MoneyView[] {
  const others = list.filter((one) => one.currency !== currency);
  return amount === null ? others : [...others, amount];
}

function BankTransfer({ saved, readOnly }: AreaProps<SettingView<"bank-transfer">>) {
  const words = useSettingText();
  const text = words.transfer;
  const draft = useAreaDraft("bank-transfer", saved);
  const save = useAction(changeBankTransfer, useSaved(draft));
  const field = (name: "accountHolder" | "iban" | "bic" | "bank", label: string) => (
    <TextField
      label={label}
      name={`value.${name}`}
      value={draft.value[name]}
      onChange={(value) => draft.put({ ...draft.value, [name]: value })}
    />
  );
  return (
    <AreaForm
      title={text.title}
      draft={draft}
      action={save}
      readOnly={readOnly}
      onSave={() => save.mutate({ body: { version: draft.version, value: draft.value } })}
    >
      <CheckField
        label={text.enabled}
        checked={draft.value.enabled}
        disabled={readOnly}
        onChange={(enabled) => draft.put({ ...draft.value, enabled })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        {field("accountHolder", text.holder)}
        {field("iban", text.iban)}
        {field("bic", text.bic)}
        {field("bank", text.bank)}
        <NumberField
          label={text.days}
          name="value.daysToPay"
          hint={text.daysHint}
          value={draft.value.daysToPay}
          onChange={(days) => draft.put({ ...draft.value, daysToPay: days ?? 0 })}
        />
      </div>
    </AreaForm>
  );
}

function Credit({ saved, readOnly }: AreaProps<SettingView<"credit">>) {
  const words = useSettingText();
  const text = words.credit;
  const draft = useAreaDraft("credit", saved);
  const save = useAction(changeCredit, useSaved(draft));
  return (
    <AreaForm
      title={text.title}
      draft={draft}
      action={save}
      readOnly={readOnly}
      onSave={() => save.mutate({ body: { version: draft.version, value: draft.value } })}
    >
      <NumberField
        label={text.days}
        name="value.giftCardDays"
        hint={text.daysHint}
        optional
        value={draft.value.giftCardDays}
        onChange={(giftCardDays) => draft.put({ ...draft.value, giftCardDays })}
      />
    </AreaForm>
  );
}

function TestCard({ saved, readOnly }: AreaProps<SettingView<"test-card">>) {
  const words = useSettingText();
  const text = words.card;
  const draft = useAreaDraft("test-card", saved);
  const save = useAction(changeTestCard, useSaved(draft));
  return (
    <AreaForm
      title={text.title}
      draft={draft}
      action={save}
      readOnly={readOnly}
      onSave={() => save.mutate({ body: { version: draft.version, value: draft.value } })}
    >
      <p className="text-muted">{text.hint}</p>
      <CheckField
        label={text.enabled}
        checked={draft.value.enabled}
        disabled={readOnly}
        onChange={(enabled) => draft.put({ ...draft.value, enabled })}
      />
      <SelectField
        label={text.capture}
        value={draft.value.captureMoment}
        choices={(["at_order", "at_shipping"] as const).map((value) => ({
          value,
          label: text.moments[value],
        }))}
        onChange={(captureMoment) =>
          captureMoment !== "" && draft.put({ ...draft.value, captureMoment })
        }
      />
    </AreaForm>
  );
}
