import { useState } from "react";
import { listStock, readStock } from "@shopwright/server/contracts/inventory";
import { booksCurrency } from "@shopwright/server/contracts/ledger";
import { listPurchaseRequests, receivePurchase } from "@shopwright/server/contracts/purchasing";
import type { MoneyView } from "@shopwright/server/kernel/money";
import { useAction } from "../../api/use-action.ts";
import { useStockText } from "../../locales/stock.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { MoneyField } from "../../ui/money-field.tsx";
import { Money } from "../../ui/money.tsx";
import { QuantityField } from "../../ui/quantity-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import type { PurchaseRequest } from "./purchasing-page.tsx";

/** Books in what the supplier sent for a request; the order that waits goes on. */
export function ReceivePurchaseDialog({
  request,
  onClose,
}: {
  readonly request: PurchaseRequest;
  readonly onClose: () => void;
}) {
  const words = useStockText();
  const [quantity, setQuantity] = useState(request.quantity);
  const [unitCost, setUnitCost] = useState<MoneyView | null>(null);
  const [note, setNote] = useState("");
  const receive = useAction(receivePurchase, {
    changes: [listPurchaseRequests, listStock, readStock],
    onDone: () => {
      onClose();
      toast(words.received(quantity), { tone: "good" });
    },
  });
  const value = BigInt(unitCost?.minor ?? "0") * BigInt(quantity);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.purchasing.receiveTitle(request.sku)}
      description={words.purchasing.receiveHint}
      confirm={words.receiveUnits(quantity)}
      ready={unitCost !== null}
      busy={receive.isPending}
      error={receive.error}
      effects={[
        { label: words.effectUnits, value: `+${quantity} · ${request.locationCode}` },
        {
          label: words.effectValue,
          value: <Money amount={{ minor: value.toString(), currency: booksCurrency }} />,
        },
        { label: words.purchasing.effectRest, value: request.quantity - quantity },
      ]}
      onConfirm={() => {
        if (unitCost === null) return;
        receive.mutate({
          params: { purchaseId: request.id },
          body: { quantity, unitCost, note },
        });
      }}
    >
      <div className="flex flex-wrap items-end gap-3">
        <div className="grid gap-1">
          <span className="font-medium">{words.quantity}</span>
          <QuantityField
            name={request.sku}
            min={1}
            max={request.quantity}
            value={quantity}
            onChange={setQuantity}
          />
        </div>
        <div className="min-w-40 flex-1">
          <MoneyField
            label={words.unitCost}
            name="unitCost"
            currency={booksCurrency}
            value={unitCost}
            onChange={setUnitCost}
          />
        </div>
      </div>
      <TextField label={words.note} optional maxLength={300} value={note} onChange={setNote} />
    </ConfirmDialog>
  );
}
