import type { ExchangeWords } from "../../locales/exchange.ts";

/**
 * A field in the reader's words: "option2_label_de" → "Option 2: value (de)", "price_eur" → "Price (EUR)". What
 * stands before a colon, such as a SKU, stays before it.
 */
export function fieldLabel(words: ExchangeWords, field: string): string {
  const colon = field.indexOf(": ");
  if (colon !== -1) return `${field.slice(0, colon)}: ${fieldLabel(words, field.slice(colon + 2))}`;
  const [, number, rest] = /^option([123])_(.+)$/.exec(field) ?? [];
  const name = number === undefined ? field : `option_${rest}`;
  const known = words.fields[name];
  if (known !== undefined) return known.replace("{n}", number ?? "");
  const [, base, suffix] = /^(.+)_([a-z]{2,3})$/.exec(name) ?? [];
  const spoken = base === undefined ? undefined : words.fields[base];
  if (spoken === undefined || suffix === undefined) return field;
  const shown = suffix.length === 3 ? suffix.toUpperCase() : suffix;
  return `${spoken.replace("{n}", number ?? "")} (${shown})`;
}

/** "utf-8, ;" → "UTF-8, semicolon". */
export function formatLabel(words: ExchangeWords, format: string): string {
  const [, encoding, delimiter] = /^(\S+), (.+)$/.exec(format) ?? [];
  if (encoding === undefined || delimiter === undefined) return format.toUpperCase();
  return `${encoding.toUpperCase()}, ${words.delimiters[delimiter] ?? delimiter}`;
}
