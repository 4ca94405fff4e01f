/** A calendar day as "YYYY-MM-DD". Plain comparison of the text is comparison in time. */
export type BusinessDate = string;

const dayMs = 86_400_000;

/** True for a day that exists: "2024-02-29" yes, "2026-02-29" no. */
export function isBusinessDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && dayOf(time) === text;
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar day it is at `now` in an IANA time zone ("Europe/Berlin").
 * Throws RangeError for an unknown zone.
 */
export function businessDate(now: Date, timeZone: string): BusinessDate {
  let format = dayFormats.get(timeZone);
  if (!format) {
    const digits = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
    format = new Intl.DateTimeFormat("en-US", { ...digits, timeZone, calendar: "iso8601" });
    dayFormats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(now).map((part) => [part.type, part.value]));
  return `${parts.get("year")?.padStart(4, "0")}-${parts.get("month")}-${parts.get("day")}`;
}

/** The day `days` later (earlier when negative), weekends included. */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  return dayOf(timeOf(date) + days * dayMs);
}

/** Days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return (timeOf(to) - timeOf(from)) / dayMs;
}

/** Monday to Friday, unless it is listed as a holiday. */
export function isBusinessDay(
  date: BusinessDate,
  holidays: ReadonlySet<BusinessDate> = noHolidays,
): boolean {
  const weekday = new Date(timeOf(date)).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(date);
}

/**
 * The day that is `days` working days after `date`. Zero means "today if we work, else the next
 * day we do". Throws RangeError for a negative or fractional count.
 */
export function addBusinessDays(
  date: BusinessDate,
  days: number,
  holidays: ReadonlySet<BusinessDate> = noHolidays,
): BusinessDate {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`Not a count of days: ${days}`);
  let day = date;
  if (days === 0) {
    while (!isBusinessDay(day, holidays)) day = addDays(day, 1);
    return day;
  }
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isBusinessDay(day, holidays)) left -= 1;
  }
  return day;
}

export type DateStyle = "full" | "long" | "medium" | "short";

/** As people of the locale write the day: "24 November 2026" by en-GB, "24. November 2026" by de. */
export function formatDate(date: BusinessDate, locale: string, style: DateStyle = "long"): string {
  return styledFormat(locale, { dateStyle: style, timeZone: "UTC" }).format(timeOf(date));
}

/** A moment as day and time of a time zone, for people. */
export function formatDateTime(moment: Date, locale: string, timeZone: string): string {
  return styledFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone }).format(moment);
}

const noHolidays: ReadonlySet<BusinessDate> = new Set();
const styledFormats = new Map<string, Intl.DateTimeFormat>();

function styledFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  let format = styledFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, options);
    styledFormats.set(key, format);
  }
  return format;
}

function timeOf(date: BusinessDate): number {
  if (!isBusinessDate(date)) throw new RangeError(`Not a date: ${JSON.stringify(date)}`);
  return Date.parse(`${date}T00:00:00Z`);
}

function dayOf(time: number): BusinessDate {
  return new Date(time).toISOString().slice(0, 10);
}
