import { formatMoney, fromWire } from "@shopwright/server/kernel/money";
import type { MoneyView } from "@shopwright/server/kernel/money";
import type { Frame } from "./visit.ts";

/** The language tag numbers and dates are written in: English as the market's country writes it. */
export function languageTag(frame: Frame): string {
  if (frame.visit.locale === "de") return frame.market.defaultCountry === "AT" ? "de-AT" : "de-DE";
  return frame.market.defaultCountry === "US" ? "en-US" : "en-GB";
}

export function price(frame: Frame, amount: MoneyView): string {
  return formatMoney(fromWire(amount), languageTag(frame));
}

/** A day ("2026-11-24"), or the day of a moment, as "Tue 24 November"; with the year where it matters. */
export function day(frame: Frame, date: string, withYear = false): string {
  const isMoment = date.includes("T");
  return new Intl.DateTimeFormat(languageTag(frame), {
    weekday: "short",
    day: "numeric",
    month: "long",
    ...(withYear ? { year: "numeric" } : {}),
    timeZone: isMoment ? zoneOf(frame) : "UTC",
  }).format(new Date(isMoment ? date : `${date}T00:00:00Z`));
}

/** Two days as one range: "24–27 November". */
export function dayRange(frame: Frame, from: string, to: string): string {
  const format = new Intl.DateTimeFormat(languageTag(frame), {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
  return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
}

/** A moment as day and time, in the shop's market. */
export function moment(frame: Frame, at: string): string {
  return new Intl.DateTimeFormat(languageTag(frame), {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: zoneOf(frame),
  }).format(new Date(at));
}

/** The clock that a market's shoppers most likely look at. */
function zoneOf(frame: Frame): string {
  return frame.market.defaultCountry === "US" ? "America/New_York" : "Europe/Berlin";
}

/** Grams as people weigh: "640 g", "5.8 kg"; pounds where the market counts in them. */
export function weight(frame: Frame, grams: number): string {
  if (frame.market.defaultCountry === "US") {
    return unit(frame, grams / 453.592_37, "pound", 1);
  }
  return grams < 1000 ? unit(frame, grams, "gram", 0) : unit(frame, grams / 1000, "kilogram", 1);
}

/** Millimetres as centimetres, or inches where the market measures in them. */
export function length(frame: Frame, millimetres: number): string {
  return frame.market.defaultCountry === "US"
    ? unit(frame, millimetres / 25.4, "inch", 1)
    : unit(frame, millimetres / 10, "centimeter", 1);
}

/** A number with the unit that its attribute names: "12.5 cm", "1.200 W". */
export function quantity(frame: Frame, value: number, name: string | null): string {
  const number = new Intl.NumberFormat(languageTag(frame), { maximumFractionDigits: 6 });
  return name === null ? number.format(value) : `${number.format(value)}\u00a0${name}`;
}

/** A day by itself: "29 February 2020". */
export function calendarDay(frame: Frame, date: string): string {
  return new Intl.DateTimeFormat(languageTag(frame), { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** The size of a file: "120 kB". */
export function fileSize(frame: Frame, bytes: number): string {
  return bytes < 1_000_000
    ? unit(frame, Math.max(1, bytes / 1000), "kilobyte", 0)
    : unit(frame, bytes / 1_000_000, "megabyte", 1);
}

function unit(frame: Frame, value: number, name: string, digits: number): string {
  return new Intl.NumberFormat(languageTag(frame), {
    style: "unit",
    unit: name,
    maximumFractionDigits: digits,
  }).format(value);
}
