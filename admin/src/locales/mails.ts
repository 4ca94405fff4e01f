import { mails as de } from "./de/mails.ts";
import { mails as en } from "./en/mails.ts";
import { textHook } from "./words.ts";
import type { Words } from "./words.ts";

export type MailWords = Words<typeof en>;
export const useMailText = textHook<MailWords>({ en, de });
