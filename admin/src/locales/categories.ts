import { categories as de } from "./de/categories.ts";
import { categories as en } from "./en/categories.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type CategoryWords = Words<typeof en>;
export const useCategoryText = textHook<CategoryWords>({ en, de });
