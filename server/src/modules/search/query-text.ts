/** What someone typed, made ready for the database. */
export interface Typed {
  /** As typed, in lower case, without what no database stores. */
  readonly text: string;
  /** Its words: letters and digits only, at most eight. */
  readonly terms: readonly string[];
}

export function readTyped(q: string): Typed {
  const text = q.toLowerCase().replace(/[\p{Cc}\p{Cs}]/gu, " ");
  return { text, terms: (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 8) };
}

/**
 * Every word must be there; the last one may be the beginning of a word, since it may still be
 * being typed: "oak cha" → "'oak' & 'cha':*". Terms hold nothing that tsquery could mistake.
 */
export function tsqueryText(terms: readonly string[]): string {
  return terms
    .map((term, index) => (index === terms.length - 1 ? `'${term}':*` : `'${term}'`))
    .join(" & ");
}

/** Escapes what LIKE would read as a wildcard. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, String.raw`\$&`);
}
