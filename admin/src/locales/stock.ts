import { stock as de } from "./de/stock.ts";
import { stock as en } from "./en/stock.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type StockWords = Words<typeof en>;
export const useStockText = textHook<StockWords>({ en, de });
