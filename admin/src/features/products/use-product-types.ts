import { listProductTypes } from "@shopwright/server/contracts/catalog";
import type { ProductTypeView } from "@shopwright/server/contracts/catalog";
import { useRead } from "../../api/use-read.ts";

interface ProductTypes {
  readonly types: readonly ProductTypeView[];
  /** Null for none and while they load. */
  readonly typeOf: (id: string | null) => ProductTypeView | null;
}

/** The shop's product types, read once and kept. */
export function useProductTypes(): ProductTypes {
  const read = useRead(listProductTypes, {});
  const types = read.data?.types ?? [];
  return { types, typeOf: (id) => types.find((each) => each.id === id) ?? null };
}
