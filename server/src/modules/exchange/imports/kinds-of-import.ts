import type { ImportKind } from "../kinds.ts";
import { customerImport } from "../others/customer-import.ts";
import { redirectImport } from "../others/redirect-import.ts";
import { stockImport } from "../others/stock-import.ts";
import { productImport } from "../products/product-import.ts";
import type { KindOfImport } from "./kind-of-import.ts";

/** Erases what `write` needs from `plan`: each kind's two fit together, and nobody else looks inside. */
function kind<Work>(each: KindOfImport<Work>): KindOfImport {
  return each;
}

export const kindsOfImport: Readonly<Record<ImportKind, KindOfImport>> = {
  products: kind(productImport),
  stock: kind(stockImport),
  customers: kind(customerImport),
  redirects: kind(redirectImport),
};
