import { armchairs } from "./armchairs.ts";
import { beds } from "./beds.ts";
import { candles } from "./candles.ts";
import { chairs } from "./chairs.ts";
import { floorLamps } from "./floor-lamps.ts";
import { hallway } from "./hallway.ts";
import { legalPages } from "./legal-pages.ts";
import { mirrorsAndClocks } from "./mirrors-clocks.ts";
import { pendantLamps } from "./pendant-lamps.ts";
import { shopPages } from "./shop-pages.ts";
import { sofas } from "./sofas.ts";
import { stoolsAndBenches } from "./stools-benches.ts";
import { storage } from "./storage.ts";
import { tableLamps } from "./table-lamps.ts";
import { tables } from "./tables.ts";
import { tableware } from "./tableware.ts";
import { teaAndCoffee } from "./tea-coffee.ts";
import type { DemoPage, DemoProduct } from "./types.ts";
import { vasesAndPlanters } from "./vases-planters.ts";

export { attributesOf } from "./attributes.ts";
export { categories } from "./categories.ts";
export { customers } from "./customers.ts";
export { home } from "./home.ts";
export { productTypes } from "./product-types.ts";
export { shop } from "./shop.ts";
export { warehouses } from "./warehouses.ts";
export type * from "./types.ts";
export { locales } from "./types.ts";

/** Every product of the demo shop, in the order in which the categories show them. */
export const products: readonly DemoProduct[] = [
  ...chairs,
  ...stoolsAndBenches,
  ...sofas,
  ...armchairs,
  ...tables,
  ...storage,
  ...hallway,
  ...beds,
  ...floorLamps,
  ...tableLamps,
  ...pendantLamps,
  ...teaAndCoffee,
  ...tableware,
  ...vasesAndPlanters,
  ...mirrorsAndClocks,
  ...candles,
];

/** The content pages, in the order of the footer. */
export const pages: readonly DemoPage[] = [...shopPages, ...legalPages];
