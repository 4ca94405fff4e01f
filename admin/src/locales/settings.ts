import { settings as de } from "./de/settings.ts";
import { settings as en } from "./en/settings.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type SettingWords = Words<typeof en>;
export const useSettingText = textHook<SettingWords>({ en, de });
