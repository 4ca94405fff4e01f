import { begin as de } from "./de/begin.ts";
import { begin as en } from "./en/begin.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export const useBeginText = textHook<Words<typeof en>>({ en, de });
