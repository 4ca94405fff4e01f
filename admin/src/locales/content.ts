import { content as de } from "./de/content.ts";
import { content as en } from "./en/content.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type ContentWords = Words<typeof en>;
export const useContentText = textHook<ContentWords>({ en, de });
