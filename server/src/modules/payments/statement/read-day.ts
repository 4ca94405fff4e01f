import { type BusinessDate, isBusinessDate } from "../../../kernel/time.ts";

/**
 * A day as banks write it: 2026-11-24, 24.11.2026, 24.11.26, 24/11/2026. Days come first where slashes
 * are used; 11/24/2026 can only be the American order and is read so. Null for anything else.
 */
export function readDay(text: string): BusinessDate | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})/.exec(text.trim());
  if (iso !== null) return day(iso[1], iso[2], iso[3]);
  const match = /^(\d{1,2})[./](\d{1,2})[./](\d{2}|\d{4})$/.exec(text.trim());
  if (match === null) return null;
  const [, first, second, written = ""] = match;
  const year = written.length === 2 ? `20${written}` : written;
  return day(year, second, first) ?? (text.includes("/") ? day(year, first, second) : null);
}

function day(year = "", month = "", date = ""): BusinessDate | null {
  const text = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  return isBusinessDate(text) ? text : null;
}
