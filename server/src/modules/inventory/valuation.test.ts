import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addGoods,
  averageValue,
  nothingHeld,
  removeGoods,
  type Valuation,
  valueOut,
} from "./valuation.ts";

function leave(held: Valuation, quantity: bigint, wish: bigint | null = null) {
  const value = valueOut(held, quantity, wish);
  return { value, held: removeGoods(held, quantity, value) };
}

describe("what goods are worth", () => {
  it("loses no cent to rounding: 3 units for 10.00 leave one by one", () => {
    const first = leave(addGoods(nothingHeld, 3n, 1000n), 1n);
    const second = leave(first.held, 1n);
    const third = leave(second.held, 1n);
    expect([first.value, second.value, third.value]).toEqual([333n, 334n, 333n]);
    expect(third.held).toEqual(nothingHeld);
  });

  it("mixes what came at different costs", () => {
    const held = addGoods(addGoods(nothingHeld, 10n, 1000n), 10n, 3000n);
    expect(averageValue(held, 5n)).toBe(1000n);
  });

  it("lets an undone receipt take its own value back, as far as it is left", () => {
    const held = addGoods(addGoods(nothingHeld, 1n, 100n), 1n, 900n);
    expect(leave(held, 1n, 900n)).toEqual({ value: 900n, held: { quantity: 1n, value: 100n } });
    expect(leave({ quantity: 2n, value: 500n }, 1n, 900n).value).toBe(500n);
    expect(leave({ quantity: 1n, value: 500n }, 1n, 100n).held).toEqual(nothingHeld);
  });

  it("refuses to let more leave than there is", () => {
    expect(() => removeGoods({ quantity: 1n, value: 5n }, 2n, 5n)).toThrow("no more goods leave");
  });

  it("is never negative, nothing when nothing is left, and adds up over any history", () => {
    const steps = fc.array(
      fc.record({
        comes: fc.boolean(),
        quantity: fc.bigInt({ min: 1n, max: 1000n }),
        value: fc.bigInt({ min: 0n, max: 10n ** 12n }),
        wished: fc.boolean(),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(steps, (history) => {
        let held = nothingHeld;
        let [came, left] = [0n, 0n];
        for (const { comes, quantity, value, wished } of history) {
          if (comes) {
            held = addGoods(held, quantity, value);
            came += value;
          } else if (quantity <= held.quantity) {
            const step = leave(held, quantity, wished ? value : null);
            held = step.held;
            left += step.value;
          }
          expect(held.value >= 0n).toBe(true);
          expect(held.quantity > 0n || held.value === 0n).toBe(true);
        }
        expect(came - left).toBe(held.value);
      }),
      { numRuns: 500 },
    );
  });
});
