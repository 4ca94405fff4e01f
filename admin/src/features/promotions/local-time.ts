/** A moment as a field of date and time shows it, on the reader's clock; empty when there is none. */
export function localTimeOf(moment: string | null): string {
  if (moment === null) return "";
  const at = new Date(moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** What such a field holds as a moment; null when it is empty or not whole. */
export function momentOf(localTime: string): string | null {
  const at = new Date(localTime);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** "08:30" as minutes of the day; null when it is empty. */
export function minuteOf(time: string): number | null {
  const [, hour, minute] = /^(\d{2}):(\d{2})/.exec(time) ?? [];
  return hour === undefined ? null : Number(hour) * 60 + Number(minute);
}
