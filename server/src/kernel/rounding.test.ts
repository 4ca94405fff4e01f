import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundHalfUp, splitByLargestRemainder } from "./rounding.ts";

describe("roundHalfUp", () => {
  it.each([
    [0n, 7n, 0n],
    [1n, 2n, 1n],
    [-1n, 2n, -1n],
    [149n, 100n, 1n],
    [150n, 100n, 2n],
    [-150n, 100n, -2n],
    [-149n, 100n, -1n],
    [7n, 1n, 7n],
    [1995n, 100n, 20n],
    [333_333_333_333_333_333_333n, 2n, 166_666_666_666_666_666_667n],
  ])("%d / %d is %d", (numerator, denominator, expected) => {
    expect(roundHalfUp(numerator, denominator)).toBe(expected);
  });

  it("refuses a denominator that is not positive", () => {
    expect(() => roundHalfUp(1n, 0n)).toThrow(RangeError);
    expect(() => roundHalfUp(1n, -3n)).toThrow(RangeError);
  });

  it("stays within half a unit and mirrors negatives", () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 9n), (n, d) => {
        const rounded = roundHalfUp(n, d);
        const doubleError = 2n * (rounded * d - n);
        expect(doubleError <= d && doubleError >= -d).toBe(true);
        expect(roundHalfUp(-n, d)).toBe(-rounded);
      }),
    );
  });
});

describe("splitByLargestRemainder", () => {
  it.each([
    ["equal weights", 100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    // The remainders are 4/7, 6/7, 4/7: one unit to the middle, the other to the first of the tie.
    ["a tie", 100n, [2n, 3n, 2n], [29n, 43n, 28n]],
    ["a negative total", -100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    ["only zero weights", 5n, [0n, 0n], [3n, 2n]],
    ["one zero weight", 5n, [0n, 7n], [0n, 5n]],
    ["nothing for nobody", 0n, [], []],
    ["less than one each", 2n, [1n, 1n, 1n, 1n], [1n, 1n, 0n, 0n]],
  ])("divides by %s", (_name, total, weights, expected) => {
    expect(splitByLargestRemainder(total, weights)).toEqual(expected);
  });

  it("refuses negative weights and nobody to give to", () => {
    expect(() => splitByLargestRemainder(1n, [1n, -1n])).toThrow(RangeError);
    expect(() => splitByLargestRemainder(1n, [])).toThrow(RangeError);
  });

  it("loses nothing, and no part is a whole unit off its share", () => {
    const weights = fc.array(fc.bigInt(0n, 10n ** 12n), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), weights, (total, parts) => {
        const split = splitByLargestRemainder(total, parts);
        expect(split.reduce((sum, part) => sum + part, 0n)).toBe(total);
        const whole = parts.reduce((sum, part) => sum + part, 0n);
        if (whole === 0n) return;
        for (const [index, part] of split.entries()) {
          const error = part * whole - total * (parts[index] ?? 0n);
          expect(error < whole && error > -whole).toBe(true);
        }
      }),
    );
  });
});
