import { ui as de } from "./de/ui.ts";
import { ui as en } from "./en/ui.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export const useUiText = textHook<Words<typeof en>>({ en, de });
