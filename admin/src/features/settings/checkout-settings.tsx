import { changeCheckout, getAllSettings, getShop } from "@shopwright/server/contracts/settings";
import type { SettingView } from "@shopwright/server/contracts/settings";
import { useAction } from "../../api/use-action.ts";
import { useSettingText } from "../../locales/settings.ts";
import { CheckField } from "../../ui/check-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { AreaForm, useAreaDraft } from "./area-form.tsx";
import type { Saved } from "./area-form.tsx";
import { NumberField } from "./number-field.tsx";

type Checkout = SettingView<"checkout">;

export function CheckoutSettings({
  saved,
  readOnly,
}: {
  readonly saved: Saved<Checkout>;
  readonly readOnly: boolean;
}) {
  const words = useSettingText();
  const text = words.checkout;
  const draft = useAreaDraft("checkout", saved);
  const put = (part: Partial<Checkout>): void => draft.put({ ...draft.value, ...part });
  const save = useAction(changeCheckout, {
    changes: [getAllSettings, getShop],
    onDone: () => {
      draft.drop();
      toast(words.saved, { tone: "good" });
    },
  });
  return (
    <AreaForm
      title={text.title}
      draft={draft}
      action={save}
      readOnly={readOnly}
      onSave={() => save.mutate({ body: { version: draft.version, value: draft.value } })}
    >
      <div className="grid max-w-md gap-4">
        <NumberField
          label={text.holdMinutes}
          name="value.holdMinutes"
          value={draft.value.holdMinutes}
          onChange={(holdMinutes) => put({ holdMinutes: holdMinutes ?? 0 })}
        />
        <NumberField
          label={text.longestHold}
          name="value.longestHoldMinutes"
          hint={text.longestHoldHint}
          value={draft.value.longestHoldMinutes}
          onChange={(longestHoldMinutes) => put({ longestHoldMinutes: longestHoldMinutes ?? 0 })}
        />
        <NumberField
          label={text.perAddress}
          name="value.ordersPerAddress"
          hint={text.perAddressHint}
          value={draft.value.ordersPerAddress}
          onChange={(ordersPerAddress) => put({ ordersPerAddress: ordersPerAddress ?? 0 })}
        />
        <NumberField
          label={text.perCustomer}
          name="value.ordersPerCustomer"
          hint={text.perCustomerHint}
          value={draft.value.ordersPerCustomer}
          onChange={(ordersPerCustomer) => put({ ordersPerCustomer: ordersPerCustomer ?? 0 })}
        />
        <NumberField
          label={text.unpaid}
          name="value.unpaidPerCustomer"
          hint={text.unpaidHint}
          value={draft.value.unpaidPerCustomer}
          onChange={(unpaidPerCustomer) => put({ unpaidPerCustomer: unpaidPerCustomer ?? 0 })}
        />
        <NumberField
          label={text.lowStock}
          name="value.lowStockAt"
          hint={text.lowStockHint}
          value={draft.value.lowStockAt}
          onChange={(lowStockAt) => put({ lowStockAt: lowStockAt ?? 0 })}
        />
        <CheckField
          label={text.guests}
          checked={draft.value.guestsWelcome}
          disabled={readOnly}
          onChange={(guestsWelcome) => put({ guestsWelcome })}
        />
      </div>
    </AreaForm>
  );
}
