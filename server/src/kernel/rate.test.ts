import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equalRate, percentText, rateFromPercent, taxInGross, taxOnNet } from "./rate.ts";

describe("percentages", () => {
  it.each(["0", "0.0001", "4.225", "8.875", "19", "25.5", "100", "9999.9999"])(
    "%s reads and writes the same",
    (text) => {
      expect(percentText(rateFromPercent(text))).toBe(text);
    },
  );

  it("knows that 19 and 19.00 are one rate", () => {
    expect(equalRate(rateFromPercent("19"), rateFromPercent("19.00"))).toBe(true);
    expect(equalRate(rateFromPercent("19"), rateFromPercent("19.01"))).toBe(false);
  });

  it.each(["", "-1", "19%", "19,5", ".5", "1.23456", "1e1", "12345"])("refuses %j", (text) => {
    expect(() => rateFromPercent(text)).toThrow(RangeError);
  });
});

describe("tax", () => {
  it.each([
    [10000n, "19", 1900n],
    [105n, "19", 20n],
    [50n, "7", 4n],
    [-50n, "7", -4n],
    [1000n, "8.875", 89n],
    [1000n, "0", 0n],
  ])("on a net of %d at %s %% is %d", (net, percent, tax) => {
    expect(taxOnNet(net, rateFromPercent(percent))).toBe(tax);
  });

  it.each([
    [11900n, "19", 1900n],
    [100n, "19", 16n],
    [-11900n, "19", -1900n],
    [2690n, "25.5", 547n],
    [500n, "0", 0n],
  ])("in a gross of %d at %s %% is %d", (gross, percent, tax) => {
    expect(taxInGross(gross, rateFromPercent(percent))).toBe(tax);
  });

  it("is found again in the gross it was added to", () => {
    const rates = fc.bigInt(0n, 300_000n).map((millionths) => ({ millionths }));
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 12n), rates, (net, rate) => {
        const tax = taxOnNet(net, rate);
        expect(taxInGross(net + tax, rate)).toBe(tax);
      }),
    );
  });
});
