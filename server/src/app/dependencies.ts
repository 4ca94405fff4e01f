/**
 * Which room may call which: the whole list. A room may import another's index.ts and contract.ts only
 * along an arrow named here; a test reads the imports and fails on any other.
 */
export const dependencies = {
  settings: [],
  media: [],
  tax: [],
  identity: ["settings"],
  content: ["settings", "media"],
  customers: ["identity", "settings"],
  ledger: ["settings"],
  catalog: ["media", "settings", "tax", "pricing"],
  pricing: ["settings", "tax"],
  search: ["catalog", "pricing", "settings", "tax"],
  inventory: ["catalog", "ledger", "settings"],
  cart: ["catalog", "pricing", "inventory", "settings", "customers", "tax"],
  orders: ["inventory", "catalog", "customers", "settings", "tax"],
  purchasing: ["inventory", "catalog", "orders", "settings"],
  payments: ["orders", "ledger", "inventory", "settings"],
  invoicing: ["orders", "payments", "ledger", "settings", "tax"],
  fulfilment: ["orders", "inventory", "payments", "invoicing", "ledger", "settings"],
  checkout: [
    "cart",
    "orders",
    "payments",
    "inventory",
    "purchasing",
    "pricing",
    "tax",
    "settings",
    "customers",
    "catalog",
  ],
  desk: [
    "orders",
    "payments",
    "inventory",
    "fulfilment",
    "invoicing",
    "purchasing",
    "customers",
    "settings",
    "ledger",
    "tax",
  ],
  notifications: [
    "orders",
    "payments",
    "fulfilment",
    "invoicing",
    "identity",
    "customers",
    "settings",
  ],
  operations: ["settings"],
} as const satisfies Record<string, readonly string[]>;

export type Room = keyof typeof dependencies;
