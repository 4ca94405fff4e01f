import { Wallet } from "lucide-react";
import { useState } from "react";
import { adjustCustomerCredit, getCustomerCredit } from "@shopwright/server/contracts/credit";
import type { CustomerCreditView } from "@shopwright/server/contracts/credit";
import type { Currency } from "@shopwright/server/kernel/currency";
import { useAction } from "../../api/use-action.ts";
import { useRead } from "../../api/use-read.ts";
import { usePermission } from "../../app/session.tsx";
import { useCreditText } from "../../locales/credit.ts";
import { Button } from "../../ui/button.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Money } from "../../ui/money.tsx";
import { Panel } from "../../ui/page.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { AdjustCreditDialog } from "../gift-cards/adjust-dialog.tsx";
import { CreditHistory } from "../gift-cards/history.tsx";
import { useCurrencies } from "../products/use-currencies.ts";

/** A customer's store credit by currency, with its history; staff give it or take some off. */
export function CustomerCredit({ customerId }: { readonly customerId: string }) {
  const words = useCreditText();
  const mayChange = usePermission("orders:refund");
  const [giving, setGiving] = useState(false);
  const read = useRead(getCustomerCredit, { params: { customerId } });
  const accounts = read.data?.accounts ?? [];
  return (
    <Panel
      title={words.storeCredit}
      actions={
        mayChange && (
          <Button icon={Wallet} onClick={() => setGiving(true)}>
            {words.give}
          </Button>
        )
      }
    >
      {read.error && <ErrorState error={read.error} onRetry={() => void read.refetch()} />}
      {read.data && accounts.length === 0 && <p className="text-muted">{words.noCredit}</p>}
      <div className="grid gap-4">
        {accounts.map((account) => (
          <section key={account.currency} className="grid gap-2">
            <p className="flex flex-wrap items-baseline gap-2">
              <span className="text-lg font-semibold">
                <Money amount={account.available} />
              </span>
              {account.held.minor !== "0" && (
                <span className="text-muted">
                  {words.held}: <Money amount={account.held} />
                </span>
              )}
            </p>
            <CreditHistory movements={account.movements} />
          </section>
        ))}
      </div>
      {giving && (
        <Give customerId={customerId} accounts={accounts} onClose={() => setGiving(false)} />
      )}
    </Panel>
  );
}

function Give({
  customerId,
  accounts,
  onClose,
}: {
  readonly customerId: string;
  readonly accounts: CustomerCreditView["accounts"];
  readonly onClose: () => void;
}) {
  const words = useCreditText();
  const currencies = useCurrencies();
  const [currency, setCurrency] = useState<Currency>(
    accounts[0]?.currency ?? currencies[0] ?? "EUR",
  );
  const balance = accounts.find((each) => each.currency === currency)?.available;
  const adjust = useAction(adjustCustomerCredit, {
    changes: [getCustomerCredit],
    onDone: () => {
      onClose();
      toast(words.adjusted, { tone: "good" });
    },
  });
  return (
    <AdjustCreditDialog
      title={words.giveTitle}
      balance={balance ?? { minor: "0", currency }}
      busy={adjust.isPending}
      error={adjust.error}
      onAdjust={(body) => adjust.mutate({ params: { customerId }, body })}
      onClose={onClose}
    >
      {currencies.length > 1 && (
        <SelectField
          label={words.currency}
          value={currency}
          choices={currencies.map((value) => ({ value, label: value }))}
          onChange={(value) => value !== "" && setCurrency(value)}
        />
      )}
    </AdjustCreditDialog>
  );
}
