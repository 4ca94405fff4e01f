import { createWarehouse, listWarehouses } from "@shopwright/server/contracts/inventory";
import type { SettingView } from "@shopwright/server/contracts/settings";
import { useAction } from "../../api/use-action.ts";
import { useBeginText } from "../../locales/begin.ts";
import { useSettingText } from "../../locales/settings.ts";
import { Button } from "../../ui/button.tsx";
import { CheckField } from "../../ui/check-field.tsx";
import { Form } from "../../ui/form.tsx";
import { Panel } from "../../ui/page.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useDraft } from "../../ui/use-draft.ts";
import { AddressFields, emptyAddress } from "../settings/address-fields.tsx";
import type { AddressDraft } from "../settings/address-fields.tsx";

interface Draft {
  readonly name: string;
  /** Null: goods lie where the shop is. */
  readonly address: AddressDraft | null;
}

/** Where the goods lie; without one nothing can be in stock. */
export function WarehouseStep({ shop }: { readonly shop: SettingView<"shop"> }) {
  const words = useBeginText();
  const settings = useSettingText();
  const first: Draft = { name: words.mainWarehouse, address: null };
  const [draft, keep, drop] = useDraft("begin warehouse", first);
  const create = useAction(createWarehouse, { changes: [listWarehouses], onDone: drop });
  return (
    <Panel title={words.steps.warehouse}>
      <p className="mb-4 max-w-prose text-muted">{words.warehouseHint}</p>
      <Form
        error={create.error}
        onSubmit={() => {
          if (create.isPending) return;
          const { name, address } = draft;
          const place = { code: "MAIN", countries: [], priority: 0, active: true };
          create.mutate({ body: { ...place, name, address: address ?? shop.address } });
        }}
        buttons={
          <Button
            type="submit"
            variant="primary"
            busy={create.isPending}
            disabled={draft.name.trim() === ""}
          >
            {words.finish}
          </Button>
        }
      >
        <TextField
          label={settings.warehouses.name}
          name="name"
          value={draft.name}
          onChange={(name) => keep({ ...draft, name })}
          focusFirst
        />
        <CheckField
          label={words.sameAddress}
          hint={[shop.address.line1, shop.address.city].join(", ")}
          checked={draft.address === null}
          onChange={(same) =>
            keep({
              ...draft,
              address: same
                ? null
                : { ...emptyAddress, name: shop.name, country: shop.address.country },
            })
          }
        />
        {draft.address && (
          <AddressFields
            path="address"
            address={draft.address}
            onChange={(address) => keep({ ...draft, address })}
          />
        )}
      </Form>
    </Panel>
  );
}
