import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { currencies } from "./currency.ts";
import type { Currency } from "./currency.ts";
import {
  addMoney,
  compareMoney,
  equalMoney,
  formatMoney,
  fromWire,
  isZeroMoney,
  MixedCurrencies,
  money,
  multiplyMoney,
  negateMoney,
  parseDecimal,
  subtractMoney,
  sumMoney,
  toDecimal,
  toWire,
  zeroMoney,
} from "./money.ts";

const anyMinor = fc.bigInt(-(10n ** 18n), 10n ** 18n);
const anyCurrency = fc.constantFrom(...(Object.keys(currencies) as Currency[]));
const euros = anyMinor.map((minor) => money(minor, "EUR"));

describe("arithmetic", () => {
  it("follows the laws of addition", () => {
    fc.assert(
      fc.property(euros, euros, euros, (a, b, c) => {
        expect(addMoney(a, b)).toEqual(addMoney(b, a));
        expect(addMoney(addMoney(a, b), c)).toEqual(addMoney(a, addMoney(b, c)));
        expect(subtractMoney(addMoney(a, b), b)).toEqual(a);
        expect(isZeroMoney(addMoney(a, negateMoney(a)))).toBe(true);
        expect(sumMoney([a, b, c], "EUR")).toEqual(addMoney(addMoney(a, b), c));
      }),
    );
  });

  it("multiplies by whole numbers only", () => {
    expect(multiplyMoney(money(1999n, "EUR"), 3)).toEqual(money(5997n, "EUR"));
    expect(multiplyMoney(money(1999n, "EUR"), -2n)).toEqual(money(-3998n, "EUR"));
    expect(() => multiplyMoney(money(1999n, "EUR"), 0.5)).toThrow(RangeError);
  });

  it("orders by amount", () => {
    expect(compareMoney(money(1n, "EUR"), money(2n, "EUR"))).toBe(-1);
    expect(compareMoney(money(2n, "EUR"), money(2n, "EUR"))).toBe(0);
    expect(compareMoney(money(3n, "EUR"), money(2n, "EUR"))).toBe(1);
  });

  it("never lets two currencies meet", () => {
    const euro = money(1n, "EUR");
    const dollar = money(1n, "USD");
    expect(() => addMoney(euro, dollar)).toThrow(MixedCurrencies);
    expect(() => subtractMoney(euro, dollar)).toThrow(MixedCurrencies);
    expect(() => compareMoney(euro, dollar)).toThrow(MixedCurrencies);
    expect(() => sumMoney([dollar], "EUR")).toThrow(MixedCurrencies);
    expect(equalMoney(euro, dollar)).toBe(false);
  });

  it("sums nothing to zero", () => {
    expect(sumMoney([], "JPY")).toEqual(zeroMoney("JPY"));
  });
});

describe("text forms", () => {
  it("comes back from the wire unchanged", () => {
    fc.assert(
      fc.property(anyMinor, anyCurrency, (minor, currency) => {
        const amount = money(minor, currency);
        expect(fromWire(JSON.parse(JSON.stringify(toWire(amount))))).toEqual(amount);
        expect(parseDecimal(toDecimal(money(minor / 1000n, currency)), currency)).toEqual(
          money(minor / 1000n, currency),
        );
      }),
    );
  });

  it.each(["", "1.5", "1e3", " 1", "+1", "01", "-0", "--1", "0x1", "١"])(
    "refuses %j from the wire",
    (minor) => {
      expect(() => fromWire({ minor, currency: "EUR" })).toThrow(RangeError);
    },
  );

  it.each(["eur", "EURO", "XXX", "toString", "__proto__"])(
    "refuses the currency %j",
    (currency) => {
      expect(() => fromWire({ minor: "1", currency })).toThrow(RangeError);
    },
  );

  it.each([
    ["19.99", "EUR", 1999n],
    ["19.9", "EUR", 1990n],
    ["-0.05", "EUR", -5n],
    ["1500", "JPY", 1500n],
    ["1.234", "KWD", 1234n],
  ] as const)("reads %s %s", (text, currency, minor) => {
    expect(parseDecimal(text, currency)).toEqual(money(minor, currency));
  });

  it.each([
    ["19.999", "EUR"],
    ["1.0", "JPY"],
    ["1,50", "EUR"],
    [".5", "EUR"],
    ["", "EUR"],
    ["1e2", "EUR"],
    ["12345678901234567", "EUR"],
  ] as const)("does not guess what %j %s means", (text, currency) => {
    expect(parseDecimal(text, currency)).toBeNull();
  });

  it.each([
    [129900n, "EUR", "en", "€1,299.00"],
    [129900n, "EUR", "de", "1.299,00\u00a0€"],
    [-5n, "USD", "en-US", "-$0.05"],
    [1500n, "JPY", "en", "¥1,500"],
    [123_456_789_012_345_678_901n, "EUR", "en", "€1,234,567,890,123,456,789.01"],
    [1234n, "HUF", "en", "HUF\u00a012.34"],
  ] as const)("formats %d %s for %s as %s", (minor, currency, locale, expected) => {
    expect(formatMoney(money(minor, currency), locale)).toBe(expected);
  });
});
