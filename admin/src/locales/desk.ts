import { desk as de } from "./de/desk.ts";
import { desk as en } from "./en/desk.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type DeskWords = Words<typeof en>;
export const useDeskText = textHook<DeskWords>({ en, de });
