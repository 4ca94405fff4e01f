import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { choicesFor, type DeliveryOption, inLocale } from "./delivery.ts";

const friday = "2026-11-27";

function anOption(rest: Partial<DeliveryOption> = {}): DeliveryOption {
  return {
    id: "01900000-0000-7000-8000-000000000000",
    code: "parcel",
    kind: "shipping",
    names: { en: "Parcel", de: "Paket" },
    carrier: "DHL",
    pickupLocation: null,
    countries: ["DE", "AT"],
    currency: "EUR",
    minWeightGrams: 0,
    maxWeightGrams: 31_500,
    minTotalMinor: 0n,
    maxTotalMinor: null,
    priceMinor: 490n,
    freeFromMinor: 10_000n,
    minDays: 1,
    maxDays: 3,
    position: 10,
    active: true,
    version: 1,
    ...rest,
  };
}

const basket = { currency: "EUR", country: "DE", weightGrams: 2000, totalMinor: 5000n };

describe("delivery choices", () => {
  it("carry a price, the total from which it is free, and dates in working days", () => {
    expect(choicesFor([anOption()], basket, friday)).toEqual([
      {
        id: "01900000-0000-7000-8000-000000000000",
        code: "parcel",
        kind: "shipping",
        names: { en: "Parcel", de: "Paket" },
        carrier: "DHL",
        pickupLocation: null,
        price: { minor: 490n, currency: "EUR" },
        freeFrom: { minor: 10_000n, currency: "EUR" },
        earliest: "2026-11-30",
        latest: "2026-12-02",
      },
    ]);
  });

  it("are free from the total on, not a cent earlier", () => {
    const priceOf = (totalMinor: bigint) =>
      choicesFor([anOption()], { ...basket, totalMinor }, friday)[0]?.price.minor;
    expect([priceOf(9_999n), priceOf(10_000n), priceOf(10_001n)]).toEqual([490n, 0n, 0n]);
  });

  it.each([
    ["another country", { country: "FR" }],
    ["another currency", { currency: "USD" }],
    ["too heavy a basket", { weightGrams: 31_501 }],
  ])("leave out what does not fit: %s", (_, change) => {
    expect(choicesFor([anOption()], { ...basket, ...change }, friday)).toEqual([]);
  });

  it("count both ends of a range as inside", () => {
    const ranged = anOption({ minWeightGrams: 1000, minTotalMinor: 100n, maxTotalMinor: 200n });
    const fits = (weightGrams: number, totalMinor: bigint) =>
      choicesFor([ranged], { ...basket, weightGrams, totalMinor }, friday).length === 1;
    expect([fits(999, 150n), fits(1000, 150n), fits(31_500, 150n)]).toEqual([false, true, true]);
    expect([fits(2000, 99n), fits(2000, 100n), fits(2000, 200n), fits(2000, 201n)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("leave out what is switched off, and go everywhere when no country is named", () => {
    expect(choicesFor([anOption({ active: false })], basket, friday)).toEqual([]);
    expect(
      choicesFor([anOption({ countries: [] })], { ...basket, country: "NZ" }, friday),
    ).toHaveLength(1);
  });

  it("never cost more for a fuller basket, and never end before they begin", () => {
    const amount = fc.bigInt({ min: 0n, max: 1_000_000n });
    const option = fc.record({
      priceMinor: amount,
      freeFromMinor: fc.option(amount),
      minDays: fc.nat(20),
      more: fc.nat(20),
    });
    fc.assert(
      fc.property(option, amount, amount, ({ more, ...rest }, total, extra) => {
        const one = anOption({ ...rest, maxDays: rest.minDays + more });
        const [less] = choicesFor([one], { ...basket, totalMinor: total }, friday);
        const [fuller] = choicesFor([one], { ...basket, totalMinor: total + extra }, friday);
        return (
          less !== undefined &&
          fuller !== undefined &&
          fuller.price.minor <= less.price.minor &&
          less.earliest <= less.latest
        );
      }),
    );
  });

  it("are named in the reader's language, else in English", () => {
    expect(inLocale({ en: "Parcel", de: "Paket" }, "de")).toBe("Paket");
    expect(inLocale({ en: "Parcel" }, "de")).toBe("Parcel");
  });
});
