import { Trash2 } from "lucide-react";
import { useState } from "react";
import {
  changeWarehouse,
  createWarehouse,
  deleteWarehouse,
  listWarehouses,
} from "@shopwright/server/contracts/inventory";
import { useAction } from "../../api/use-action.ts";
import { useSettingText } from "../../locales/settings.ts";
import { Button } from "../../ui/button.tsx";
import { CheckField } from "../../ui/check-field.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import type { Warehouse } from "../stock/use-warehouses.ts";
import { AddressFields, emptyAddress } from "./address-fields.tsx";
import { CountryListField } from "./country-list-field.tsx";
import { NumberField } from "./number-field.tsx";

type Draft = Omit<Warehouse, "id" | "version">;
const blank: Draft = {
  code: "",
  name: "",
  address: null,
  countries: [],
  priority: 0,
  active: true,
};

/** Adds or changes a warehouse. */
export function WarehouseDialog({
  warehouse,
  readOnly,
  onClose,
}: {
  readonly warehouse: Warehouse | null;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}) {
  const settings = useSettingText();
  const words = settings.warehouses;
  const [draft, setDraft] = useState<Draft>(warehouse ?? blank);
  const put = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const options = {
    changes: [listWarehouses],
    onDone: () => {
      onClose();
      toast(settings.saved, { tone: "good" });
    },
  };
  const create = useAction(createWarehouse, options);
  const change = useAction(changeWarehouse, options);
  const action = warehouse === null ? create : change;
  return (
    <ConfirmDialog
      open
      width="wide"
      onOpenChange={(open) => !open && onClose()}
      title={warehouse === null ? words.add : words.edit}
      confirm={settings.save}
      ready={!readOnly && draft.code !== "" && draft.name.trim() !== ""}
      busy={action.isPending}
      error={action.error}
      onConfirm={() => {
        const { code, name, address, countries, priority, active } = draft;
        const body = { code, name, address, countries, priority, active };
        if (warehouse === null) create.mutate({ body });
        else {
          change.mutate({
            params: { locationId: warehouse.id },
            body: { ...body, version: warehouse.version },
          });
        }
      }}
    >
      <fieldset disabled={readOnly} className="grid gap-4">
        <div className="grid gap-3 sm:grid-cols-[8rem_1fr_6rem]">
          <TextField
            label={words.code}
            name="code"
            value={draft.code}
            onChange={(code) => put({ code: code.toUpperCase() })}
          />
          <TextField
            label={words.name}
            name="name"
            value={draft.name}
            onChange={(name) => put({ name })}
          />
          <NumberField
            label={words.priority}
            name="priority"
            value={draft.priority}
            onChange={(priority) => put({ priority: priority ?? 0 })}
          />
        </div>
        <CountryListField
          label={words.countries}
          none={words.anywhere}
          name="countries"
          countries={draft.countries}
          onChange={(countries) => put({ countries })}
        />
        <CheckField
          label={words.hasAddress}
          checked={draft.address !== null}
          onChange={(has) => put({ address: has ? (warehouse?.address ?? emptyAddress) : null })}
        />
        {draft.address && (
          <AddressFields
            path="address"
            address={draft.address}
            onChange={(address) => put({ address })}
          />
        )}
        <CheckField
          label={words.active}
          checked={draft.active}
          onChange={(active) => put({ active })}
        />
        {warehouse && !readOnly && <DeleteWarehouse warehouse={warehouse} onDone={onClose} />}
      </fieldset>
    </ConfirmDialog>
  );
}

function DeleteWarehouse({
  warehouse,
  onDone,
}: {
  readonly warehouse: Warehouse;
  readonly onDone: () => void;
}) {
  const words = useSettingText().warehouses;
  const [asking, setAsking] = useState(false);
  const remove = useAction(deleteWarehouse, {
    changes: [listWarehouses],
    onDone: () => {
      onDone();
      toast(words.removed(warehouse.name));
    },
  });
  return (
    <div>
      <Button variant="ghost" icon={Trash2} onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={words.removeTitle(warehouse.name)}
        description={words.removeHint}
        danger
        confirm={words.remove}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ params: { locationId: warehouse.id } })}
      />
    </div>
  );
}
