import { getShop } from "@shopwright/server/contracts/settings";
import type { Currency } from "@shopwright/server/kernel/currency";
import { useRead } from "../../api/use-read.ts";

/** The currencies that some market sells in; the books' own until the shop has answered. */
export function useCurrencies(): readonly Currency[] {
  return useRead(getShop, {}).data?.currencies ?? ["EUR"];
}
