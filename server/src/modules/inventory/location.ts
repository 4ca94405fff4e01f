import type { Uuid } from "../../kernel/ids.ts";

export type LocationKind =
  | "warehouse"
  | "supplier"
  | "customer"
  | "loss"
  | "transit"
  | "production";

/** The places besides warehouses, made with the schema: what leaves the shelves goes to one of them. */
export const places = {
  supplier: "00000000-0000-7000-8000-000000000001",
  customer: "00000000-0000-7000-8000-000000000002",
  loss: "00000000-0000-7000-8000-000000000003",
  transit: "00000000-0000-7000-8000-000000000004",
  production: "00000000-0000-7000-8000-000000000005",
} as const satisfies Record<Exclude<LocationKind, "warehouse">, Uuid>;

const outside: ReadonlySet<Uuid> = new Set(Object.values(places));

/** Warehouses are all locations that the merchant made. */
export function isWarehouse(locationId: Uuid): boolean {
  return !outside.has(locationId);
}
