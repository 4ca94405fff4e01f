import { badRequest, refuse } from "../../kernel/errors.ts";
import { isUuid, type Uuid } from "../../kernel/ids.ts";

/** Where a page of a sorted list ended: the last row's sort key and id. */
export interface Cursor {
  readonly key: string;
  readonly id: Uuid;
}

/** Opaque to callers; names the sort so that it cannot be used with another. */
export function writeCursor(sort: string, { key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, key, id])).toString("base64url");
}

/** Refuses `bad_request` when the text was not made by writeCursor for the same sort. */
export function readCursor(sort: string, text: string, keyPattern: RegExp): Cursor {
  const [of, key, id] = parts(text);
  if (of !== sort || !keyPattern.test(key) || key.includes("\0") || !isUuid(id)) {
    refuse(badRequest, { problems: [{ path: "query.after", code: "invalid" }] });
  }
  return { key, id };
}

function parts(text: string): [string, string, string] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (
      Array.isArray(value) &&
      value.length === 3 &&
      value.every((each) => typeof each === "string")
    ) {
      return value as [string, string, string];
    }
  } catch {
    // Not JSON: answered as any other text that is no cursor.
  }
  return ["", "", ""];
}
