import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { addressOfFilters, filtersFrom, filtersOfAddress } from "./address-filters.ts";
import type { Filters, Offered } from "./address-filters.ts";

export interface AddressFilters<Offer extends Offered> {
  readonly filters: Filters<Offer>;
  /** Changes some; undefined or empty takes one away. The list's address follows. */
  readonly change: (change: { readonly [Name in keyof Offer]?: string | undefined }) => void;
  /** Replaces them all, as a saved view does. */
  readonly replace: (filters: Readonly<Record<string, string>>) => void;
  /** True when any is set. */
  readonly any: boolean;
}

/**
 * The filters of a list, kept in the address: shared by copying it, kept by a reload.
 * `offered` names each filter and the values it takes ("text": any); give it a constant.
 */
export function useAddressFilters<const Offer extends Offered>(
  offered: Offer,
): AddressFilters<Offer> {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const filters = useMemo(() => filtersFrom(offered, search), [offered, search]);
  const replace = useCallback(
    (next: Readonly<Record<string, string | undefined>>) => {
      const tidy = filtersOfAddress(addressOfFilters(next));
      void navigate({ to: ".", search: tidy, replace: true, resetScroll: false });
    },
    [navigate],
  );
  const change = useCallback(
    (part: { readonly [Name in keyof Offer]?: string | undefined }) =>
      replace({ ...filters, ...part }),
    [filters, replace],
  );
  return { filters, change, replace, any: Object.keys(filters).length > 0 };
}
