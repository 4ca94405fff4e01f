import { listWarehouses } from "@shopwright/server/contracts/inventory";
import { useRead } from "../../api/use-read.ts";
import { usePermission } from "../../app/session.tsx";
import type { Choice } from "../../ui/select-field.tsx";

/** The warehouses to choose from; empty while they load and where the role does not see them. */
export function useWarehouseChoices(): readonly Choice[] {
  const enabled = usePermission("stock:read");
  const warehouses = useRead(listWarehouses, {}, { enabled });
  return (warehouses.data?.items ?? []).map((one) => ({ value: one.id, label: one.name }));
}
