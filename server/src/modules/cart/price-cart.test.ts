import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deliveryRef, feeRef, priceCart, type PriceRequest } from "./price-cart.ts";

const eu = { taxTreatment: "eu-vat", taxIncluded: true, defaultCountry: "DE" } as const;
const us = { taxTreatment: "us-sales-tax", taxIncluded: false, defaultCountry: "US" } as const;
const world = { taxTreatment: "none", taxIncluded: false, defaultCountry: "CH" } as const;
const germany = { country: "DE", region: undefined };
const california = { country: "US", region: "CA" };

const taxRules = { oss: true, registrations: [], classes: [] };

function request(more: Partial<PriceRequest> = {}): PriceRequest {
  return {
    taxRules,
    buyer: null,
    market: eu,
    destination: germany,
    shipFrom: "DE",
    on: "2026-11-22",
    items: [
      {
        ref: "chair",
        taxCategory: "standard",
        unitPriceMinor: 14_900n,
        quantity: 2,
        discountMinor: 0n,
      },
    ],
    deliveryMinor: 490n,
    deliveryDiscountMinor: 0n,
    feeMinor: 0n,
    ...more,
  };
}

function amounts(more: Partial<PriceRequest>) {
  const { tax, totalMinor } = priceCart(request(more));
  return tax.state === "ok" ? [tax.net, tax.tax, totalMinor] : [tax.state, totalMinor];
}

describe("pricing a cart", () => {
  test.each([
    ["to Germany", {}, [25_454n, 4_836n, 30_290n]],
    [
      "to Denmark",
      { destination: { country: "DK", region: undefined } },
      [24_232n, 6_058n, 30_290n],
    ],
    ["with a fee", { feeMinor: 595n }, [25_954n, 4_931n, 30_885n]],
    [
      "with 10 % off the chairs",
      {
        items: [
          {
            ref: "chair",
            taxCategory: "standard",
            unitPriceMinor: 14_900n,
            quantity: 2,
            discountMinor: 2980n,
          },
        ],
      },
      [22_950n, 4360n, 27_310n],
    ],
    ["with a free delivery", { deliveryDiscountMinor: 490n }, [25_042n, 4758n, 29_800n]],
    ["to California", { market: us, destination: california }, [30_290n, 2_196n, 32_486n]],
    [
      "to Switzerland",
      { market: world, destination: { country: "CH", region: undefined } },
      [30_290n, 0n, 30_290n],
    ],
    ["to nobody knows where in America", { market: us, destination: null }, ["pending", 30_290n]],
  ] satisfies [string, Partial<PriceRequest>, unknown[]][])("%s", (_where, more, expected) => {
    expect(amounts(more)).toEqual(expected);
  });

  test("has a line for a free delivery and none for a fee of nothing", () => {
    const { tax } = priceCart(request({ deliveryMinor: 0n }));
    expect(tax.state === "ok" && tax.lines.map(({ ref }) => ref)).toEqual(["chair", deliveryRef]);
    const priced = priceCart(request({ deliveryMinor: null, feeMinor: 1n }));
    expect(priced.tax.state === "ok" && priced.tax.lines.map(({ ref }) => ref)).toEqual([
      "chair",
      feeRef,
    ]);
  });

  test("sums: lines = tax lines = total, whatever is in the cart", () => {
    const minor = fc.bigInt({ min: 0n, max: 10_000_000n });
    const item = fc.record({
      taxCategory: fc.constantFrom("standard", "reduced", "zero"),
      unitPriceMinor: minor,
      quantity: fc.integer({ min: 1, max: 999 }),
      share: fc.bigInt({ min: 0n, max: 100n }),
    });
    const place = fc.constantFrom(
      { market: eu, destination: germany },
      { market: eu, destination: { country: "IE", region: undefined } },
      { market: us, destination: california },
      { market: world, destination: { country: "CH", region: undefined } },
    );
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 40 }),
        place,
        fc.option(minor),
        minor,
        (items, where, deliveryMinor, feeMinor) => {
          const named = items.map(({ share, ...each }, index) => ({
            ...each,
            ref: `line-${index}`,
            discountMinor: (each.unitPriceMinor * BigInt(each.quantity) * share) / 100n,
          }));
          const deliveryDiscountMinor = (deliveryMinor ?? 0n) / 3n;
          const priced = priceCart(
            request({ ...where, items: named, deliveryMinor, deliveryDiscountMinor, feeMinor }),
          );
          const { tax } = priced;
          if (tax.state !== "ok") throw new Error("the tax is known here");
          const sum = (parts: readonly { net: bigint; tax: bigint }[]) => ({
            net: parts.reduce((total, part) => total + part.net, 0n),
            tax: parts.reduce((total, part) => total + part.tax, 0n),
          });
          expect(sum(tax.lines)).toEqual({ net: tax.net, tax: tax.tax });
          expect(sum(tax.taxLines)).toEqual({ net: tax.net, tax: tax.tax });
          expect(tax.net + tax.tax).toBe(priced.totalMinor);
          const charged = (deliveryMinor ?? 0n) - deliveryDiscountMinor + feeMinor;
          const listed = priced.goodsMinor - priced.discountMinor + charged;
          expect(where.market.taxIncluded ? priced.totalMinor : tax.net).toBe(listed);
          for (const line of tax.lines) expect(line.net >= 0n && line.tax >= 0n).toBe(true);
        },
      ),
    );
  });
});
