import { statuses as de } from "./de/statuses.ts";
import { statuses as en } from "./en/statuses.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type StatusWords = Words<typeof en>;
export const useStatusText = textHook<StatusWords>({ en, de });
