import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refundTax, refundTaxOfAmount } from "./refund-tax.ts";
import type { Part, SoldLine, TakenPart } from "./refund-tax.ts";

const nothing: TakenPart = { quantity: 0, net: 0n, tax: 0n };

function after(taken: TakenPart, quantity: number, part: Part): TakenPart {
  return {
    quantity: taken.quantity + quantity,
    net: taken.net + part.net,
    tax: taken.tax + part.tax,
  };
}

const soldLine = fc
  .record({
    quantity: fc.integer({ min: 1, max: 40 }),
    net: fc.oneof(fc.bigInt(0n, 100n), fc.bigInt(0n, 10n ** 9n)),
    tax: fc.oneof(fc.bigInt(0n, 30n), fc.bigInt(0n, 10n ** 8n)),
    taxIncluded: fc.boolean(),
  })
  .map((line): SoldLine => line);

describe("units", () => {
  it("refunds three mugs one by one as in the example", () => {
    const line: SoldLine = { quantity: 3, net: 840n, tax: 160n, taxIncluded: true };
    let taken = nothing;
    const parts: [bigint, bigint][] = [];
    for (let unit = 0; unit < 3; unit += 1) {
      const part = refundTax(line, 1, taken);
      parts.push([part.gross, part.tax]);
      taken = after(taken, 1, part);
    }
    expect(parts).toEqual([
      [333n, 53n],
      [334n, 54n],
      [333n, 53n],
    ]);
  });

  it.each([
    [true, { net: 25208n, tax: 4789n }, 9999n, "gross"],
    [false, { net: 30000n, tax: 2201n }, 10000n, "net"],
  ] as const)(
    "gives back the price that was quoted (with tax: %s)",
    (taxIncluded, sums, price, side) => {
      const line: SoldLine = { quantity: 3, taxIncluded, ...sums };
      let taken = nothing;
      for (let unit = 0; unit < 3; unit += 1) {
        const part = refundTax(line, 1, taken);
        expect(part[side]).toBe(price);
        taken = after(taken, 1, part);
      }
    },
  );

  it("refunding every unit, in whatever portions, gives back exactly what was charged", () => {
    fc.assert(
      fc.property(soldLine, fc.array(fc.integer({ min: 0, max: 7 })), (line, portions) => {
        let taken = nothing;
        for (const wanted of [...portions, line.quantity]) {
          const quantity = Math.min(wanted, line.quantity - taken.quantity);
          const part = refundTax(line, quantity, taken);
          expect(part.net >= 0n && part.tax >= 0n).toBe(true);
          expect(part.gross).toBe(part.net + part.tax);
          taken = after(taken, quantity, part);
        }
        expect(taken).toEqual({ quantity: line.quantity, net: line.net, tax: line.tax });
      }),
    );
  });

  it("no portion is more than a unit of money off its proportion", () => {
    fc.assert(
      fc.property(soldLine, fc.nat(40), (line, wanted) => {
        const quantity = Math.min(wanted, line.quantity);
        const part = refundTax(line, quantity, nothing);
        const off = part.gross * BigInt(line.quantity) - (line.net + line.tax) * BigInt(quantity);
        const limit = BigInt(line.quantity);
        expect(off <= limit && off >= -limit).toBe(true);
      }),
    );
  });

  it("counts money that was already given back", () => {
    const line: SoldLine = { quantity: 2, net: 8403n, tax: 1597n, taxIncluded: true };
    const gesture = { quantity: 0, net: 840n, tax: 160n };
    expect(refundTax(line, 1, gesture).gross).toBe(4000n);
    expect(refundTax(line, 2, gesture)).toEqual({ net: 7563n, tax: 1437n, gross: 9000n });
    const generous = { quantity: 0, net: 6000n, tax: 1140n };
    expect(refundTax(line, 1, generous).gross).toBe(0n);
  });

  it("refuses more units than remain", () => {
    const line: SoldLine = { quantity: 2, net: 100n, tax: 19n, taxIncluded: true };
    expect(() => refundTax(line, 3, nothing)).toThrow(/remain/);
    expect(() => refundTax(line, 2, { quantity: 1, net: 50n, tax: 10n })).toThrow(/remain/);
    expect(() => refundTax(line, 0.5, nothing)).toThrow(/whole/);
    expect(() => refundTax(line, -1, nothing)).toThrow(/whole/);
  });
});

describe("amounts", () => {
  const entries = fc.array(
    soldLine.map((sold) => ({ sold, taken: nothing })),
    { minLength: 1, maxLength: 6 },
  );
  const rest = (list: readonly { sold: SoldLine; taken: TakenPart }[]) =>
    list.reduce((sum, { sold, taken }) => sum + sold.net + sold.tax - taken.net - taken.tax, 0n);

  it("divides 50.00 over two lines in proportion", () => {
    const lines = [
      { sold: { quantity: 1, net: 8403n, tax: 1597n, taxIncluded: true }, taken: nothing },
      { sold: { quantity: 1, net: 2804n, tax: 196n, taxIncluded: true }, taken: nothing },
    ];
    expect(refundTaxOfAmount(5000n, lines)).toEqual([
      { net: 3232n, tax: 614n, gross: 3846n },
      { net: 1079n, tax: 75n, gross: 1154n },
    ]);
  });

  it("any run of amounts that ends with the rest gives back exactly what was charged", () => {
    fc.assert(
      fc.property(entries, fc.array(fc.nat(100), { maxLength: 6 }), (start, percents) => {
        let lines = start;
        for (const percent of [...percents, 100]) {
          const amount = (rest(lines) * BigInt(percent)) / 100n;
          const parts = refundTaxOfAmount(amount, lines);
          expect(parts.reduce((sum, part) => sum + part.gross, 0n)).toBe(amount);
          lines = lines.map(({ sold, taken }, index) => {
            const part = parts[index] ?? { net: -1n, tax: -1n, gross: -2n };
            expect(part.net >= 0n && part.tax >= 0n).toBe(true);
            return { sold, taken: after(taken, 0, part) };
          });
        }
        for (const { sold, taken } of lines) {
          expect([taken.net, taken.tax]).toEqual([sold.net, sold.tax]);
        }
      }),
    );
  });

  it("gestures and units may alternate: nothing turns negative, and all of it comes out even", () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("units" as const), size: fc.nat(5) }),
      fc.record({ kind: fc.constant("money" as const), size: fc.nat(100) }),
    );
    fc.assert(
      fc.property(soldLine, fc.array(step, { maxLength: 8 }), (sold, steps) => {
        let taken = nothing;
        const give = (quantity: number, part: Part | undefined) => {
          expect(part && part.net >= 0n && part.tax >= 0n).toBe(true);
          if (part) taken = after(taken, quantity, part);
          expect(taken.net <= sold.net && taken.tax <= sold.tax).toBe(true);
        };
        for (const { kind, size } of steps) {
          if (kind === "units") {
            const quantity = Math.min(size, sold.quantity - taken.quantity);
            give(quantity, refundTax(sold, quantity, taken));
          } else {
            const amount = (rest([{ sold, taken }]) * BigInt(size)) / 100n;
            give(0, refundTaxOfAmount(amount, [{ sold, taken }])[0]);
          }
        }
        const quantity = sold.quantity - taken.quantity;
        give(quantity, refundTax(sold, quantity, taken));
        expect([taken.net, taken.tax]).toEqual([sold.net, sold.tax]);
      }),
    );
  });

  it("refuses more money than is left, and less than none", () => {
    const lines = [
      { sold: { quantity: 1, net: 84n, tax: 16n, taxIncluded: true }, taken: nothing },
    ];
    expect(() => refundTaxOfAmount(101n, lines)).toThrow(/no more/);
    expect(() => refundTaxOfAmount(-1n, lines)).toThrow(/no more/);
    expect(refundTaxOfAmount(0n, [])).toEqual([]);
  });
});
