import {
  listMovements,
  listStock,
  readStock,
  receiveStock,
} from "@shopwright/server/contracts/inventory";
import { booksCurrency } from "@shopwright/server/contracts/ledger";
import type { MoneyView } from "@shopwright/server/kernel/money";
import { useAction } from "../../api/use-action.ts";
import { useStockText } from "../../locales/stock.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { MoneyField } from "../../ui/money-field.tsx";
import { Money } from "../../ui/money.tsx";
import { SelectField } from "../../ui/select-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { GoodsLines, unitsOf } from "./goods-lines.tsx";
import type { GoodsLine } from "./goods-lines.tsx";
import { useWarehouses } from "./use-warehouses.ts";

interface ReceiptLine extends GoodsLine {
  readonly unitCost: MoneyView | null;
}
interface Receipt {
  readonly locationId: string;
  readonly note: string;
  readonly lines: readonly ReceiptLine[];
}
const blank: Receipt = { locationId: "", note: "", lines: [] };
const mostUnits = 100_000;

/** Books goods into a warehouse with what they cost. */
export function ReceiveDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useStockText();
  const { active } = useWarehouses();
  const [draft, put, drop] = useDraft("receipt", blank);
  const locationId = draft.locationId || (active[0]?.id ?? "");
  const units = unitsOf(draft.lines);
  const costs = draft.lines.flatMap(({ unitCost }) => unitCost ?? []);
  const receive = useAction(receiveStock, {
    changes: [listStock, readStock, listMovements],
    onDone: () => {
      drop();
      onClose();
      toast(words.received(units), { tone: "good" });
    },
  });
  const value = draft.lines.reduce(
    (sum, line) => sum + BigInt(line.unitCost?.minor ?? "0") * BigInt(line.quantity),
    0n,
  );
  const ready = locationId !== "" && units > 0 && costs.length === draft.lines.length;
  return (
    <ConfirmDialog
      open
      width="wide"
      onOpenChange={(open) => !open && onClose()}
      title={words.receiveTitle}
      description={words.receiveHint}
      confirm={words.receiveUnits(units)}
      ready={ready}
      busy={receive.isPending}
      error={receive.error}
      effects={[
        { label: words.effectUnits, value: `+${units}` },
        {
          label: words.effectValue,
          value: <Money amount={{ minor: value.toString(), currency: booksCurrency }} />,
        },
      ]}
      onConfirm={() =>
        receive.mutate({
          body: {
            locationId,
            note: draft.note,
            lines: draft.lines.flatMap(({ item, quantity, unitCost }) =>
              unitCost === null ? [] : [{ variantId: item.variantId, quantity, unitCost }],
            ),
          },
        })
      }
    >
      <SelectField
        label={words.location}
        name="locationId"
        value={locationId}
        choices={active.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => put({ ...draft, locationId: id })}
      />
      <GoodsLines
        lines={draft.lines}
        onChange={(lines) => put({ ...draft, lines })}
        newLine={(item) => ({ item, quantity: 1, unitCost: null })}
        most={() => mostUnits}
        extra={(line, putLine) => (
          <div className="w-40">
            <MoneyField
              label={words.unitCost}
              currency={booksCurrency}
              value={line.unitCost}
              onChange={(unitCost) => putLine({ ...line, unitCost })}
            />
          </div>
        )}
      />
      <TextField
        label={words.note}
        name="note"
        optional
        maxLength={500}
        value={draft.note}
        onChange={(note) => put({ ...draft, note })}
      />
    </ConfirmDialog>
  );
}
