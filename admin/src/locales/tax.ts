import { tax as de } from "./de/tax.ts";
import { tax as en } from "./en/tax.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type TaxWords = Words<typeof en>;
export const useTaxText = textHook<TaxWords>({ en, de });
