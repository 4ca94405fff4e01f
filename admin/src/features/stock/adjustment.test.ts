import { describe, expect, it } from "vitest";
import { readAdjustment } from "./adjustment.ts";

describe("a correction of stock", () => {
  it("by a count says what it was and what it will be", () => {
    expect(readAdjustment({ by: "count", text: " 9 " }, 12)).toEqual({
      kind: "change",
      before: 12,
      after: 9,
      change: { counted: 9 },
    });
  });
  it.each([
    ["-3", 9],
    ["−3", 9],
    ["+4", 16],
    ["4", 16],
  ])("by a difference typed as %s makes %i of 12", (text, after) => {
    expect(readAdjustment({ by: "delta", text }, 12)).toMatchObject({ kind: "change", after });
  });
  it.each([
    ["", "empty"],
    ["1.5", "not_whole"],
    ["many", "not_whole"],
    ["-13", "below_zero"],
    ["99999999", "not_whole"],
  ])("refuses %j as %s", (text, kind) => {
    expect(readAdjustment({ by: "delta", text }, 12)).toEqual({ kind });
  });
  it("refuses a count below zero", () => {
    expect(readAdjustment({ by: "count", text: "-1" }, 12)).toEqual({ kind: "below_zero" });
  });
});
