import { exchange as de } from "./de/exchange.ts";
import { exchange as en } from "./en/exchange.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type ExchangeWords = Words<typeof en>;
export const useExchangeText = textHook<ExchangeWords>({ en, de });
