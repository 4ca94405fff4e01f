import { type Locale, locales } from "../../kernel/locale.ts";
import { present } from "../../kernel/assert.ts";

type InLocales<T> = Readonly<Partial<Record<Locale, T>>>;

/** The text in this language, else in the first one that has it; there is at least one. */
export function textIn<T>(texts: InLocales<T>, locale: Locale): { locale: Locale; text: T } {
  const spoken = [locale, ...locales].find((each) => texts[each] !== undefined);
  const found = present(spoken, "a language that has the text");
  return { locale: found, text: present(texts[found], "the text") };
}

/** One part of each language's text. */
export function partOf<T, Part>(texts: InLocales<T>, part: (text: T) => Part): InLocales<Part> {
  const spoken = Object.entries(texts) as [Locale, T][];
  return Object.fromEntries(spoken.map(([locale, text]) => [locale, part(text)]));
}
