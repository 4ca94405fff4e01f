import { createWarehouse, type Warehouse } from "../../src/modules/inventory/index.ts";
import { seedSettings } from "../../src/modules/settings/index.ts";
import type { Context } from "../../src/platform/context.ts";

/** Sets an empty shop up to be sold from: one warehouse, and every way to pay, of almost any amount. */
export async function furnish(
  ctx: Context,
  captureMoment: "at_order" | "at_shipping" = "at_order",
): Promise<Warehouse> {
  await seedSettings(ctx, {
    values: {
      // Tests order much from one address, for few people.
      checkout: {
        ordersPerAddress: 1_000_000,
        ordersPerCustomer: 1_000_000,
        unpaidPerCustomer: 1_000_000,
      },
      "cash-on-delivery": {
        enabled: true,
        fees: [],
        limits: [{ minor: "100000000", currency: "EUR" }],
      },
      "bank-transfer": { enabled: true, accountHolder: "Shop", iban: "DE89370400440532013000" },
      "test-card": { enabled: true, captureMoment },
    },
  });
  return createWarehouse(ctx, {
    code: "HAM",
    name: "Hamburg",
    address: null,
    countries: [],
    priority: 0,
    active: true,
  });
}
