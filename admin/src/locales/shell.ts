import { shell as de } from "./de/shell.ts";
import { shell as en } from "./en/shell.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type ShellWords = Words<typeof en>;
export const useShellText = textHook<ShellWords>({ en, de });
