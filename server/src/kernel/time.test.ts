import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addBusinessDays,
  addDays,
  businessDate,
  daysBetween,
  formatDate,
  formatDateTime,
  isBusinessDate,
  isBusinessDay,
} from "./time.ts";

describe("businessDate", () => {
  it.each([
    ["2026-11-22T23:30:00Z", "Europe/Berlin", "2026-11-23"],
    ["2026-11-22T23:30:00Z", "America/New_York", "2026-11-22"],
    ["2026-07-01T22:30:00Z", "Europe/Berlin", "2026-07-02"],
    ["2026-01-01T00:00:00Z", "UTC", "2026-01-01"],
    ["2026-01-01T03:00:00Z", "America/Los_Angeles", "2025-12-31"],
  ])("%s in %s is %s", (moment, zone, expected) => {
    expect(businessDate(new Date(moment), zone)).toBe(expected);
  });

  it("does not know a zone that does not exist", () => {
    expect(() => businessDate(new Date(), "Europe/Atlantis")).toThrow(RangeError);
  });
});

it.each([
  ["2024-02-29", true],
  ["2026-02-29", false],
  ["2026-13-01", false],
  ["2026-1-1", false],
  ["2026-01-01T00:00", false],
  ["", false],
])("%j is a date: %s", (text, expected) => {
  expect(isBusinessDate(text)).toBe(expected);
});

describe("counting days", () => {
  it("goes over month ends and clock changes", () => {
    expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
    expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
  });

  it("goes there and back", () => {
    const days = fc.integer({ min: -20_000, max: 20_000 });
    fc.assert(
      fc.property(days, (count) => {
        const there = addDays("2026-11-22", count);
        expect(daysBetween("2026-11-22", there)).toBe(count);
        expect(addDays(there, -count)).toBe("2026-11-22");
      }),
    );
  });

  it.each([
    ["2026-11-20", 1, "2026-11-23"],
    ["2026-11-20", 0, "2026-11-20"],
    ["2026-11-21", 0, "2026-11-23"],
    ["2026-11-22", 1, "2026-11-23"],
    ["2026-11-23", 5, "2026-11-30"],
    ["2026-12-24", 1, "2026-12-28"],
  ])("%s and %d working days is %s", (date, days, expected) => {
    expect(addBusinessDays(date, days, new Set(["2026-12-25"]))).toBe(expected);
  });

  it("always lands on a working day", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 60 }),
        (day, count) => {
          const holidays = new Set(["2026-12-25", "2027-01-01"]);
          const date = addBusinessDays(addDays("2026-01-01", day), count, holidays);
          expect(isBusinessDay(date, holidays)).toBe(true);
        },
      ),
    );
  });

  it("refuses half and negative days, and dates that are none", () => {
    expect(() => addBusinessDays("2026-11-20", -1)).toThrow(RangeError);
    expect(() => addBusinessDays("2026-11-20", 0.5)).toThrow(RangeError);
    expect(() => addDays("2026-02-30", 1)).toThrow(RangeError);
  });
});

it("writes dates as people of the locale do", () => {
  expect(formatDate("2026-11-24", "en-GB")).toBe("24 November 2026");
  expect(formatDate("2026-11-24", "de")).toBe("24. November 2026");
  expect(formatDate("2026-11-24", "de", "short")).toBe("24.11.26");
  const moment = new Date("2026-11-24T23:05:00Z");
  expect(formatDateTime(moment, "de", "Europe/Berlin")).toBe("25.11.2026, 00:05");
});
