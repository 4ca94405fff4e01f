import { listWarehouses } from "@shopwright/server/contracts/inventory";
import { getAllSettings, listAllMarkets } from "@shopwright/server/contracts/settings";
import { useRead } from "../../api/use-read.ts";

export const beginSteps = ["shop", "markets", "warehouse"] as const;
export type BeginStep = (typeof beginSteps)[number];

/** What of the set-up is saved; a shop begins with version 1 of everything, written by its start. */
export interface SetUpState {
  readonly shop: boolean;
  readonly markets: boolean;
  readonly warehouse: boolean;
}

/** The first thing that is still missing; null when the set-up is through. */
export function nextStep(state: SetUpState): BeginStep | null {
  // Whoever has a warehouse looked after the rest under Settings.
  if (state.shop && state.warehouse) return null;
  return beginSteps.find((step) => !state[step]) ?? null;
}

/** Undefined while it loads. It is what the server holds, so the set-up goes on on any device. */
export function useSetUp() {
  const settings = useRead(getAllSettings, {});
  const shop = settings.data?.shop;
  const warehouses = useRead(listWarehouses, {}, { enabled: shop?.value.demo === false });
  const markets = useRead(listAllMarkets, {}, { enabled: warehouses.data?.items.length === 0 });
  const named = shop !== undefined && (shop.version > 1 || shop.value.demo);
  const stocked = (warehouses.data?.items.length ?? 0) > 0;
  const known = shop?.value.demo === true || stocked || markets.data !== undefined;
  const state: SetUpState = {
    shop: named,
    markets:
      markets.data?.some(({ version, code }) => version > 1 || code.startsWith("home-")) ?? false,
    warehouse: stocked || shop?.value.demo === true,
  };
  const error = settings.error ?? warehouses.error ?? markets.error;
  return { state: known ? state : undefined, error, shop, markets: markets.data };
}
