import { describe, expect, test } from "vitest";
import { moneyText, parseMoney } from "./parse-money.ts";

describe("an amount that somebody types", () => {
  test.each([
    ["80", "en", "8000"],
    ["129.90", "en", "12990"],
    ["129,90", "de", "12990"],
    ["129,9", "en", "12990"],
    ["1.299,50", "de", "129950"],
    ["1.299,50", "en", "129950"],
    ["1,299.50", "de", "129950"],
    ["1.299", "de", "129900"],
    ["1,299", "en", "129900"],
    ["1.299.000", "de", "129900000"],
    ["1 299,50", "de", "129950"],
    ["1’299.50", "en", "129950"],
    ["-5,05", "de", "-505"],
    ["0.05", "en", "5"],
  ])("%s in %s is %s cents", (typed, locale, minor) => {
    expect(parseMoney(typed, "EUR", locale)).toEqual({
      kind: "amount",
      amount: { minor, currency: "EUR" },
    });
  });

  test("with more decimals than the currency is refused, not rounded", () => {
    expect(parseMoney("1,999", "EUR", "en").kind).toBe("amount");
    expect(parseMoney("1.999", "EUR", "en")).toEqual({ kind: "too_many_decimals" });
    expect(parseMoney("0,999", "EUR", "de")).toEqual({ kind: "too_many_decimals" });
    expect(parseMoney("5.5", "JPY", "en")).toEqual({ kind: "too_many_decimals" });
  });

  test.each(["abc", "12a", "1,2,3", "1.29.50", "--1", "12,34.56.78", "€5"])(
    "%s is not an amount",
    (typed) => {
      expect(parseMoney(typed, "EUR", "de")).toEqual({ kind: "invalid" });
    },
  );

  test("that is nothing is empty", () => {
    expect(parseMoney("  ", "EUR", "en")).toEqual({ kind: "empty" });
  });

  test("is put into the field in the reader's notation and read back the same", () => {
    const amount = { minor: "-1299950", currency: "EUR" } as const;
    expect(moneyText(amount, "de")).toBe("-12999,50");
    expect(moneyText(amount, "en")).toBe("-12999.50");
    for (const locale of ["en", "de"]) {
      expect(parseMoney(moneyText(amount, locale), "EUR", locale)).toEqual({
        kind: "amount",
        amount,
      });
    }
  });
});
