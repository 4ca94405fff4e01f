import type { Locale } from "@shopwright/server/kernel/locale";
import { de } from "./de.ts";
import { en } from "./en.ts";
import type { Messages } from "./messages.ts";

const messages: Readonly<Record<Locale, Messages>> = { en, de };

export function messagesIn(locale: Locale): Messages {
  return messages[locale];
}

/** A refusal's stable code in words; one that the storefront has none for is named by its code. */
export function refusalText(text: Messages, code: string): string {
  const known: Readonly<Record<string, string>> = text.refusals;
  return known[code] ?? text.failed.unknown(code);
}
