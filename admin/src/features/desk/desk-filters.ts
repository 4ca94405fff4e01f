import { orderNeeds } from "@shopwright/server/contracts/desk";
import {
  orderFulfilmentStatuses,
  orderPaymentStatuses,
  orderStatuses,
} from "@shopwright/server/contracts/orders";
import { paymentMethods } from "@shopwright/server/contracts/settings";
import { addressOfFilters } from "../../ui/address-filters.ts";
import type { Filters } from "../../ui/address-filters.ts";
import type { NamedFilters } from "../../ui/saved-views.ts";
import type { DeskWords } from "../../locales/desk.ts";

/** The desk's filters and their values; the names are those of the endpoint's query. */
export const deskFilters = {
  needs: orderNeeds,
  status: orderStatuses,
  payment: orderPaymentStatuses,
  fulfilment: orderFulfilmentStatuses,
  method: paymentMethods,
  customerId: "text",
  country: "text",
  from: "text",
  to: "text",
  search: "text",
} as const;

export type DeskFilters = Filters<typeof deskFilters>;

/** Views that every shop starts with. `day` is today, YYYY-MM-DD. */
export function builtInViews(words: DeskWords["views"], day: string): readonly NamedFilters[] {
  return [
    { name: words.all, address: "" },
    { name: words.open, address: addressOfFilters({ status: "placed" }) },
    {
      name: words.paid,
      address: addressOfFilters({ status: "placed", payment: "paid", fulfilment: "unshipped" }),
    },
    { name: words.today, address: addressOfFilters({ from: day, to: day }) },
    { name: words.cancelled, address: addressOfFilters({ status: "cancelled" }) },
  ];
}

/** How many filters are set that hide behind the button. */
export function countHidden(filters: DeskFilters): number {
  const { search: _search, needs: _needs, ...hidden } = filters;
  return Object.keys(hidden).length;
}

/** The query for the endpoint: only complete values of the free ones, so that typing does not fail. */
export function queryOf(filters: DeskFilters) {
  const { country, from, to, ...rest } = filters;
  return {
    ...rest,
    ...(country !== undefined && /^[A-Z]{2}$/.test(country) ? { country } : {}),
    ...(isDay(from) ? { from } : {}),
    ...(isDay(to) ? { to } : {}),
  };
}

function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
