import { describe, expect, it } from "vitest";
import { Refusal } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { readTimeCursor, writeTimeCursor } from "./time-cursor.ts";

const id = newId();

describe("a cursor of a list in the order of time", () => {
  it("names the moment and the row where the page ended", () => {
    const at = new Date("2026-02-28T23:59:59.999Z");
    expect(readTimeCursor(writeTimeCursor(at, id))).toEqual({ at: "2026-02-28T23:59:59.999Z", id });
  });

  it.each([
    "",
    "2026-02-28T23:59:59.999Z",
    `2026-99-99T99:99:99.999Z_${id}`,
    `2026-02-30T00:00:00.000Z_${id}`,
    `2026-02-28_${id}`,
    `2026-02-28T23:59:59.999Z_${"-".repeat(36)}`,
    `2026-02-28T23:59:59.999Z_${id.slice(0, -1)}`,
  ])("is refused when it was not made by us: %s", (text) => {
    expect(() => readTimeCursor(text)).toThrow(Refusal);
  });
});
