import { order as de } from "./de/order.ts";
import { order as en } from "./en/order.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type OrderWords = Words<typeof en>;
export const useOrderText = textHook<OrderWords>({ en, de });
