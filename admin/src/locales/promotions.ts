import { promotions as de } from "./de/promotions.ts";
import { promotions as en } from "./en/promotions.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type PromotionWords = Words<typeof en>;
export const usePromotionText = textHook<PromotionWords>({ en, de });
