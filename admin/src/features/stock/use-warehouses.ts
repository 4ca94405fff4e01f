import { listWarehouses } from "@shopwright/server/contracts/inventory";
import type { ReplyOf } from "@shopwright/server/kernel/endpoint";
import { useRead } from "../../api/use-read.ts";

export type Warehouse = ReplyOf<typeof listWarehouses>["items"][number];

export interface Warehouses {
  readonly all: readonly Warehouse[];
  readonly active: readonly Warehouse[];
  readonly nameOf: (id: string) => string;
}

/** The warehouses and what they are called. */
export function useWarehouses(): Warehouses {
  const all = useRead(listWarehouses, {}).data?.items ?? [];
  return {
    all,
    active: all.filter((each) => each.active),
    nameOf: (id) => all.find((each) => each.id === id)?.name ?? "",
  };
}
