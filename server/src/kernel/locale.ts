/** Languages that the program's own texts exist in. The first is the fallback. */
export const locales = ["en", "de"] as const;

export type Locale = (typeof locales)[number];

export function isLocale(text: string): text is Locale {
  return locales.some((locale) => locale === text);
}
