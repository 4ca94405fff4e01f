import { badRequest, refuse } from "../kernel/errors.ts";
import { isUuid, type Uuid } from "../kernel/ids.ts";

/** Where a page of a list in the order of time ended: the moment and the id of its last row. */
export interface TimeCursor {
  /** ISO 8601 in UTC, a day and a time that exist. */
  readonly at: string;
  readonly id: Uuid;
}

export function writeTimeCursor(at: Date, id: Uuid): string {
  return `${at.toISOString()}_${id}`;
}

/** Refuses `bad_request` for anything that `writeTimeCursor` could not have made. */
export function readTimeCursor(text: string): TimeCursor {
  const [at = "", id = ""] = text.split("_");
  if (!isMoment(at) || !isUuid(id)) return refuseCursor();
  return { at, id };
}

/** Is it a moment as `toISOString` writes it? "2026-02-30T…" has the form, but no such day exists. */
export function isMoment(text: string): boolean {
  const moment = new Date(text);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === text;
}

export function refuseCursor(): never {
  return refuse(badRequest, { problems: [{ path: "query.after", code: "unknown_cursor" }] });
}
