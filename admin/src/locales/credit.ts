import { credit as de } from "./de/credit.ts";
import { credit as en } from "./en/credit.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type CreditWords = Words<typeof en>;
export const useCreditText = textHook<CreditWords>({ en, de });
