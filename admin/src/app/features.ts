import { desk } from "../features/desk/feature.ts";
import { fulfilment } from "../features/fulfilment/feature.ts";
import { order } from "../features/order/feature.ts";
import type { Feature } from "./feature.ts";

/** Every desk of the back office, in the order of the menu. */
export const features: readonly Feature[] = [desk, order, fulfilment];
