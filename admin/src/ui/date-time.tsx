import { useLocale } from "../app/preferences.ts";

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, kind: "date" | "day" | "time" | "full"): Intl.DateTimeFormat {
  const key = `${locale} ${kind}`;
  const found = formatters.get(key);
  if (found) return found;
  const made = new Intl.DateTimeFormat(
    locale,
    kind === "full"
      ? { dateStyle: "full", timeStyle: "long" }
      : kind === "day"
        ? { day: "numeric", month: "short" }
        : kind === "date"
          ? { day: "numeric", month: "short", year: "numeric" }
          : { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  );
  formatters.set(key, made);
  return made;
}

/** A moment in the reader's time zone: day and time this year, the day alone before; all of it on hover. */
export function DateTime({ at }: { readonly at: string }) {
  const locale = useLocale();
  const moment = new Date(at);
  return (
    <time
      dateTime={at}
      title={formatter(locale, "full").format(moment)}
      className="nums whitespace-nowrap"
    >
      {formatter(locale, isThisYear(moment) ? "time" : "date").format(moment)}
    </time>
  );
}

function isThisYear(moment: Date): boolean {
  return moment.getFullYear() === new Date().getFullYear();
}

/** A business day (YYYY-MM-DD), which is the same day everywhere; with its year unless it is this one. */
export function sayDay(day: string, locale: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const moment = new Date(year, month - 1, date);
  return formatter(locale, isThisYear(moment) ? "day" : "date").format(moment);
}

export function Day({ day }: { readonly day: string }) {
  const locale = useLocale();
  return (
    <time dateTime={day} className="nums whitespace-nowrap">
      {sayDay(day, locale)}
    </time>
  );
}

/** Today in the reader's time zone, YYYY-MM-DD. */
export function today(now = new Date()): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
