import { chairs } from "./chairs.ts";
import { stoolsAndBenches } from "./stools-benches.ts";
import type { DemoProduct } from "./types.ts";

export { categories } from "./categories.ts";
export type * from "./types.ts";
export { locales } from "./types.ts";

/** Every product of the demo shop, in the order in which the categories show them. */
export const products: readonly DemoProduct[] = [...chairs, ...stoolsAndBenches];
