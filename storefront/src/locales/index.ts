import type { Locale } from "@shopwright/server/kernel/locale";
import { de } from "./de.ts";
import { en } from "./en.ts";
import type { Messages } from "./messages.ts";

const messages: Readonly<Record<Locale, Messages>> = { en, de };

export function messagesIn(locale: Locale): Messages {
  return messages[locale];
}

/** Why a code does nothing, in words: the condition that is not met, where that is known and one. */
export function codeProblem(text: Messages, reason: string, unmet: readonly string[]): string {
  const { reasons, unmet: conditions } = text.codes;
  const of = (known: Readonly<Record<string, string>>, key: string) => known[key];
  const [only, ...more] = unmet;
  const precise = only !== undefined && more.length === 0 ? of(conditions, only) : undefined;
  return precise ?? of(reasons, reason) ?? reasons.condition_not_met;
}

/** A refusal's stable code in words; one that the storefront has none for is named by its code. */
export function refusalText(text: Messages, code: string): string {
  const known: Readonly<Record<string, string>> = text.refusals;
  return known[code] ?? text.failed.unknown(code);
}
